// Two websites from one API, without a framework: `node server.mjs`, then http://localhost:4001 and http://localhost:4002.
import { createServer } from 'node:http';

const { API_URL: api = 'http://localhost:3000', PORT: port = '4001' } = process.env;
const sites = { 'harbor-therapy': '#3b6258', brightpath: '#34519b' };
const spanish = {
  ...{ Read: 'Leer', Questions: 'Preguntas', Myths: 'Mitos', Myth: 'Mito', Fact: 'Realidad', By: 'Por' },
  ...{ 'Reviewed by': 'Revisión:', 'What we offer': 'Qué ofrecemos', Sources: 'Referencias' },
  ...{ 'Read next': 'Siga leyendo', 'This page is not here.': 'Esta página no está aquí.' },
};
const say = (locale, words) => (locale === 'es' ? spanish[words] : words);

// Asking: what was answered before is asked for with its ETag, and mostly costs a 304 without a body.
const kept = new Map();
async function ask(path, query = {}) {
  const address = new URL(`/api${path}`, api);
  for (const [name, value] of Object.entries(query)) if (value) address.searchParams.set(name, value);
  const before = kept.get(address.href);
  const headers = before ? { 'If-None-Match': before.etag } : {};
  const answer = await fetch(address, { headers, redirect: 'manual', signal: AbortSignal.timeout(10_000) });
  if (answer.status === 304) return before;
  const { headers: said, status } = answer;
  if (status === 301) return { status, location: said.get('location') };
  const found = { status, data: await answer.json(), etag: said.get('etag') };
  if (status >= 500) throw new Error(`${status} ${address}`);
  if (status === 200 && found.etag) kept.set(address.href, found);
  if (kept.size > 500) kept.delete(kept.keys().next().value);
  return found;
}

// Writing: only what an answer calls `html` is HTML; everything else is text.
const text = (value) => String(value ?? '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const link = (href, label) => `<a href="${text(href)}">${text(label)}</a>`;
const each = (items, write) => (items ?? []).map((item) => write(item) ?? '').join('');
const list = (items, write) => items.length && `<ul>${each(items, (one) => `<li>${write(one)}</li>`)}</ul>`;
const section = (title, inner) => (inner ? `<section><h2>${text(title)}</h2>${inner}</section>` : '');
const joined = (words, sign = ', ') => words.filter(Boolean).join(sign);
const nameOf = (one) => joined([joined([one.honorific, one.name], ' '), one.credentials]);
// A myth is marked wherever it is named, so that nobody takes it for a fact.
const marked = (kind, word, locale) => (kind === 'misconception' ? `${say(locale, word)}: ` : '');

const style = (color) => `
  body{font:18px/1.6 Georgia,serif;max-width:42rem;margin:0 auto;padding:1rem;color:#222;overflow-wrap:break-word}
  img{max-width:100%;height:auto}a,h1,h2{color:${color}}h1,h2,h3{line-height:1.25}nav a{margin-right:1rem}
  .fr-disclaimer,.fr-callout,.fr-notice{padding:.1rem 1rem;margin:1rem 0;border-left:4px solid;background:#f4f4f1}
  .fr-callout-risk,.fr-callout-crisis{border-color:#a3261d}.fr-checklist-heading,.fr-callout-heading,.fr-notice-heading,.fr-sources-heading,dt{font-weight:bold}.by,footer{font-size:.9em}
  .fr-call-to-action,.offer{border:2px solid ${color};padding:1rem;margin:1rem 0}td,th{padding:.25rem .5rem;text-align:left}`;

function layout({ labels, name, slug, tagline }, locale, { head = '', main, notices = '', title }) {
  const other = locale === 'es' ? link('?lang=en', 'English') : link('?lang=es', 'Español');
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${text(title)}</title>
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}<style>${style(sites[slug])}</style></head><body>
    <a href="#main">${text(labels?.skipToContent ?? name)}</a>
    <header><nav>${link(`/?lang=${locale}`, name)} ${other}</nav><p>${text(tagline)}</p></header>
    <main id="main">${main}</main><footer>${notices}</footer></body></html>`;
}

const picture = ({ alt, height, srcset, url, width }) =>
  `<img src="${text(url)}" srcset="${text(srcset.webp ?? url)}" sizes="(min-width: 42rem) 42rem, 100vw"
    alt="${text(alt)}" width="${width}" height="${height}">`;
const offer = ({ heading, label, target, text: words }) =>
  `<section class="offer"><h2>${text(heading)}</h2><p>${text(words)}</p>${link(target.url, label)}</section>`;

function citation({ authors, doi, pmid, publisher, title, url, year }) {
  const words = joined([authors, title, publisher, year], '. ').replaceAll('..', '.');
  const address = doi ? `https://doi.org/${doi}` : pmid ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` : url;
  return address ? link(address, words) : text(words);
}

function people({ authors, lastReviewed: on, locale, reviewedBy }, { timeZone }) {
  const day = on && new Date(on).toLocaleDateString(locale, { dateStyle: 'long', timeZone });
  const review = reviewedBy && `${say(locale, 'Reviewed by')} ${joined([nameOf(reviewedBy), day])}`;
  return each(authors, (one) => `${say(locale, 'By')} ${text(nameOf(one))}<br>`) + text(review);
}

// A page: one answer holds all of it, and says where each disclaimer must stand.
function showPage({ callsToAction, disclaimers, jsonLd, notices, page, references, related, seo, site }) {
  const { body, heroImage, kind, locale, summary, title } = page;
  const must = (place) => each(disclaimers, (one) => (one.placement === place ? one.html : ''));
  const [begin, ...rest] = body.html.split('<p class="fr-call-to-action');
  const atEnd = callsToAction.filter(({ placements }) => placements.some(({ where }) => where === 'end'));
  const next = (one) => link(one.path, marked(one.kind, 'Myth', locale) + one.title);
  const main = `<article><h1>${marked(kind, 'Myth', locale)}${text(title)}</h1>
    <p class="by">${people(page, site)}</p>
    <p>${marked(kind, 'Fact', locale)}${text(summary)}</p>${heroImage ? picture(heroImage) : ''}
    ${must('besideClaim')}${begin}${must('beforeCallToAction')}${each(rest, (part) => `<p class="fr-call-to-action${part}`)}
    ${each(atEnd, offer)}${section(say(locale, 'Sources'), list(references, citation))}${must('footer')}
    ${section(say(locale, 'Read next'), list(related, next))}</article>`;
  const linked = ({ links }) => list(links ?? [], ({ label, url }) => link(url, label)) || '';
  const shown = each(notices, (one) => section(one.heading ?? one.title, (one.html ?? '') + linked(one)));
  const head = `<meta name="description" content="${text(seo.description)}">
    <link rel="canonical" href="${text(seo.canonical)}">
    <script type="application/ld+json">${JSON.stringify(jsonLd).replaceAll('<', '\\u003c')}</script>`;
  return layout(site, locale, { title: seo.title, head, main, notices: shown });
}

// The start page is our own: lists find the pages, and we ask which disclaimers it must carry.
const shelves = { articles: 'Read', faqs: 'Questions', misconceptions: 'Myths' };
async function shelf({ slug }, locale, [collection, heading]) {
  const { data } = await ask(`/${collection}`, { site: slug, locale, limit: '100' });
  const path = (href) => `${href.slice(`/api/pages/${slug}`.length)}?lang=${locale}`;
  const title = (one) => one.title ?? one.question ?? `${say(locale, 'Myth')}: ${one.myth}`;
  const links = list(data.docs, (one) => link(path(one.href), title(one)));
  return section(say(locale, heading), links);
}

async function showHome(site, { locale, state }) {
  const query = { site: site.slug, locale };
  const offered = site.services.map(async ({ name, price, slug: service }) => {
    const { data: where } = await ask('/availability/summary', { ...query, service });
    return joined([joined([name, where.text], ': '), price?.text], '. ');
  });
  const services = site.services.map(({ slug }) => slug).join(',');
  const { disclaimers } = (await ask('/disclaimers/resolve', { ...query, state, services })).data;
  const lists = await Promise.all(Object.entries(shelves).map((one) => shelf(site, locale, one)));
  const must = (place) => each(disclaimers, (one) => (one.placement === place ? one.html : ''));
  const main = `<h1>${text(site.name)}</h1>${must('besideClaim')}${must('beforeCallToAction')}
    ${section(say(locale, 'What we offer'), list(await Promise.all(offered), text))}${lists.join('')}${must('footer')}`;
  return layout(site, locale, { title: site.name, main });
}

async function answer(slug, address) {
  const { pathname, search, searchParams } = new URL(`http://here${address}`);
  const locale = searchParams.get('lang') === 'es' ? 'es' : 'en';
  const query = { locale, state: searchParams.get('state') };
  const { data: site } = await ask(`/sites/${slug}`, { locale });
  if (pathname === '/') return { status: 200, html: await showHome(site, query) };
  const page = await ask(`/pages/${slug}${pathname}`, { ...query, fallbackLocale: 'en' });
  if (page.status === 200) return { status: 200, html: showPage(page.data) };
  const moved = page.location?.replace(/^\/api\/pages\/[^/]+|\?.*$/g, '');
  if (moved) return { status: 301, location: moved + search };
  const title = say(locale, 'This page is not here.');
  return { status: page.status, html: layout(site, locale, { title, main: `<h1>${title}</h1>` }) };
}

const policy = "default-src 'none'; img-src * data:; style-src 'unsafe-inline'; form-action 'none'";
for (const [index, slug] of Object.keys(sites).entries()) {
  const server = createServer(async (req, res) => {
    const { html, location, status } = await answer(slug, req.url).catch((error) => {
      console.error(error);
      return { status: 503, html: 'Please come back soon. Vuelva pronto, por favor.' };
    });
    if (location) res.setHeader('Location', location);
    res.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy });
    res.end(html);
  });
  const tell = () => console.log(`${slug}: http://localhost:${server.address().port}`);
  server.listen(Number(port) + index, tell);
}
