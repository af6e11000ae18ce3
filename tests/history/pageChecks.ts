/** What strangers are shown, against what should be public. Asked while nobody writes. */
import type { Body } from './caller.js';
import type { Locale, Subject } from './model.js';
import type { World } from './world.js';

async function get(url: string, path: string): Promise<{ status: number; body: Body }> {
  const response = await fetch(`${url}${path}`, { redirect: 'manual' });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : null };
}

/** One document over the public API, in one language. */
async function documentProblems(url: string, subject: Subject, locale: Locale): Promise<string[]> {
  const { id, kind, shown } = subject;
  const { body, status } = await get(url, `/api/${kind.collection}/${id}?locale=${locale}&depth=0`);
  const marker = shown?.texts[locale];
  const name = `${kind.collection} ${id} in ${locale}`;
  if (marker === undefined) return status === 404 ? [] : [`${name} is dark, but answered ${status}`];
  if (status !== 200) return [`${name} is public, but answered ${status}`];
  return body[kind.marker] === marker ? [] : [`${name} shows ${body[kind.marker]} instead of ${marker}`];
}

async function pageOf(url: string, subject: Subject, site: Subject): Promise<string[]> {
  const { kind, shown, sites } = subject;
  if (!sites.includes(site.id as string) || !site.shown?.slug) return [];
  const path = `/api/pages/${site.shown.slug}${kind.prefix}/${shown?.slug ?? subject.draft.slug}`;
  const { body, status } = await get(url, path);
  if (!shown?.texts.en) return status === 200 ? [`${path} is dark, but answered 200`] : [];
  if (status !== 200) return [`${path} is public, but answered ${status}`];
  return body.page?.id === subject.id ? [] : [`${path} shows another document, ${body.page?.id}`];
}

/** Of addresses that pages have left: each leads somewhere that answers, or to nothing. */
async function formerOf(
  url: string,
  { formerSlugs, kind, shown }: Subject,
  site: Subject,
): Promise<string[]> {
  const problems: string[] = [];
  for (const slug of formerSlugs.filter((each) => each !== shown?.slug)) {
    const path = `/api/pages/${site.shown?.slug}${kind.prefix}/${slug}`;
    const response = await fetch(`${url}${path}`, { redirect: 'manual' });
    const location = response.headers.get('location');
    await response.arrayBuffer();
    if (response.status !== 301) continue;
    const next = await fetch(new URL(location ?? '', url), { redirect: 'manual' });
    await next.arrayBuffer();
    if (next.status === 301) problems.push(`${path} leads to ${location}, which leads on`);
  }
  return problems;
}

/** Everything that strangers see and should not, or should see and do not. */
export async function pageProblems({ sites, subjects }: World, url: string): Promise<string[]> {
  const problems: string[] = [];
  const shops = subjects.filter(
    ({ id, kind }) => kind.collection === 'sites' && sites.includes(id as string),
  );
  const internal = ['rules', 'claims', 'licenses', 'redirects'];
  // of what was answered with an error for one of many, the checks of the database know
  const publicKinds = subjects.filter(
    ({ id, isUnsure, kind }) => id && !isUnsure && !internal.includes(kind.collection),
  );
  for (const subject of publicKinds) {
    // periods of availability have long ended; titles decide about languages, and people have one name for all
    if (subject.kind.hasLocalizedTitle) {
      problems.push(
        ...(await documentProblems(url, subject, 'en')),
        ...(await documentProblems(url, subject, 'es')),
      );
    }
    if (!subject.kind.prefix) continue;
    for (const site of shops)
      problems.push(...(await pageOf(url, subject, site)), ...(await formerOf(url, subject, site)));
  }
  return problems;
}
