// Two websites from one API, without a framework: `node server.mjs`, then http://localhost:4001 and http://localhost:4002.
import { createServer } from 'node:http';

const { API_URL: api = 'http://localhost:3000', PORT: port = '4001' } = process.env;
const sites = { 'harbor-therapy': '#3b6258', brightpath: '#34519b' };
const spanish = {
  ...{ Read: 'Leer', Questions: 'Preguntas', Myths: 'Mitos', Myth: 'Mito', Fact: 'Hecho', By: 'Por' },
  ...{ 'Reviewed by': 'Revisión:', 'Where we are': 'Dónde estamos', Sources: 'Fuentes', Next: 'Después' },
  ...{ 'This page is not here.': 'Esta página no está aquí.' },
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
const section = (title, items, write = (item) => item) => {
  const inner = each(items, write);
  return inner && `<section><h2>${text(title)}</h2>${inner}</section>`;
};
const nameOf = ({ credentials, name }) => text(credentials ? `${name}, ${credentials}` : name);

const style = (color) => `
  body{font:18px/1.6 Georgia,serif;max-width:42rem;margin:0 auto;padding:1rem;color:#222}
  img{max-width:100%;height:auto}a,h1,h2{color:${color}}.fr-disclaimer{padding:0 1rem;border-left:4px solid}
  .fr-call-to-action,.offer{border:2px solid ${color};padding:1rem}nav a{margin-right:1rem}`;

function layout({ labels, name, slug, tagline }, locale, { head = '', main, notices = '', title }) {
  const other = locale === 'es' ? link('?lang=en', 'English') : link('?lang=es', 'Español');
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${text(title)}</title>
    <meta name="viewport" content="width=device-width">${head}<style>${style(sites[slug])}</style></head><body>
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
  const words = [authors, title, publisher, year].filter(Boolean).join('. ');
  const address = doi ? `https://doi.org/${doi}` : pmid ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` : url;
  return `<p>${address ? link(address, words) : text(words)}</p>`;
}

// A page: one answer holds all of it, and says where each disclaimer must stand.
function showPage({ callsToAction, disclaimers, jsonLd, notices, page, references, related, seo, site }) {
  const { authors, body, heroImage, kind, locale, reviewedBy, summary, title } = page;
  const mark = (words) => (kind === 'misconception' ? `${say(locale, words)}: ` : '');
  const must = (place) => each(disclaimers, ({ html, placement }) => (placement === place ? html : ''));
  const [begin, ...rest] = body.html.split('<p class="fr-call-to-action');
  const offers = rest.map((part) => `<p class="fr-call-to-action${part}`).join('');
  const atEnd = callsToAction.filter(({ placements }) => placements.some(({ where }) => where === 'end'));
  const main = `<article><h1>${mark('Myth')}${text(title)}</h1>
    ${each(authors, (one) => `<p>${say(locale, 'By')} ${nameOf(one)}</p>`)}
    ${reviewedBy ? `<p>${say(locale, 'Reviewed by')} ${nameOf(reviewedBy)}</p>` : ''}
    <p>${mark('Fact')}${text(summary)}</p>${heroImage ? picture(heroImage) : ''}
    ${must('besideClaim')}${begin}${must('beforeCallToAction')}${offers}${each(atEnd, offer)}
    ${section(say(locale, 'Sources'), references, citation)}${must('footer')}
    ${section(say(locale, 'Next'), related, (one) => `<p>${link(one.path, one.title)}</p>`)}</article>`;
  const linked = ({ links }) => each(links, ({ label, url }) => `<p>${link(url, label)}</p>`);
  const shown = each(notices, (one) => section(one.heading ?? one.title, [one.html ?? '', linked(one)]));
  const data = JSON.stringify(jsonLd).replaceAll('<', '\\u003c');
  const head = `<meta name="description" content="${text(seo.description)}">
    <link rel="canonical" href="${text(seo.canonical)}"><script type="application/ld+json">${data}</script>`;
  return layout(site, locale, { title: seo.title, head, main, notices: shown });
}

// The start page is our own: lists find the pages, and we ask which disclaimers it must carry.
const shelves = [
  { heading: 'Read', collection: 'articles', title: 'title' },
  { heading: 'Questions', collection: 'faqs', title: 'question' },
  { heading: 'Myths', collection: 'misconceptions', title: 'myth', mark: 'Myth' },
];

async function shelf(site, locale, { collection, heading, mark, title }) {
  const query = { site: site.slug, locale, limit: '100', [`select[${title}]`]: 'true' };
  const { data } = await ask(`/${collection}`, query);
  const path = (href) => `${href.slice(`/api/pages/${site.slug}`.length)}?lang=${locale}`;
  const words = (doc) => (mark ? `${say(locale, mark)}: ${doc[title]}` : doc[title]);
  return section(say(locale, heading), data.docs, (doc) => `<p>${link(path(doc.href), words(doc))}</p>`);
}

async function showHome(site, { locale, state }) {
  const query = { site: site.slug, locale };
  const { data } = await ask('/services', { ...query, 'select[name]': 'true', 'select[slug]': 'true' });
  const offered = data.docs.map(async ({ name, slug: service }) => {
    const { data: where } = await ask('/availability/summary', { ...query, service });
    return where.text ? `<p>${text(name)}: ${text(where.text)}</p>` : '';
  });
  const services = data.docs.map(({ slug }) => slug).join(',');
  const { data: must } = await ask('/disclaimers/resolve', { ...query, state, services });
  const lists = await Promise.all(shelves.map((each) => shelf(site, locale, each)));
  const main = `<h1>${text(site.name)}</h1>${section(say(locale, 'Where we are'), await Promise.all(offered))}
    ${lists.join('')}${each(must.disclaimers, ({ html }) => html)}`;
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

const policy = `default-src 'none'; img-src ${api}; style-src 'unsafe-inline'; form-action 'none'`;
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
  server.listen(Number(port) + index, () =>
    console.log(`${slug}: http://localhost:${server.address().port}`),
  );
}
