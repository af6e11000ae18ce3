/** A feed as Atom (RFC 4287). Pure. */
import { siteUrl } from '../parts/presentSite.js';
import type { Feed, FeedItem } from './feedItems.js';
import { element, type Xml, xmlDocument } from './xml.js';

/** An element that is left out when it would say nothing. */
const said = (name: string, text: string | null | undefined): Xml | null =>
  text ? element(name, {}, text) : null;

const link = (rel: string, href: string | null | undefined, type: string | null = null): Xml | null =>
  href ? element('link', { rel, type, href }) : null;

const author = (name: string, uri: string | null): Xml =>
  element('author', {}, element('name', {}, name), said('uri', uri));

const entryOf = (item: FeedItem): Xml =>
  element(
    'entry',
    {},
    element('id', {}, item.id),
    element('title', {}, item.title),
    link('alternate', item.url, 'text/html'),
    element('published', {}, item.publishedAt),
    element('updated', {}, item.updatedAt),
    ...item.authors.map(({ name, url }) => author(name, url)),
    ...item.topics.map(({ slug, title }) => element('category', { term: slug, label: title })),
    said('summary', item.summary),
  );

/** `address` is where this feed is read, with scheme and host. */
export function composeAtomFeed(
  { id, image, items, locale, site, updatedAt }: Feed,
  address: string,
): string {
  const { attribution, name, tagline } = site;
  const children = [
    element('id', {}, id),
    element('title', {}, name),
    said('subtitle', tagline),
    element('updated', {}, updatedAt),
    link('self', address, 'application/atom+xml'),
    link('alternate', siteUrl(site, '/'), 'text/html'),
    link('license', attribution?.licenseUrl),
    author(attribution?.publisher || name, siteUrl(site, '/')),
    said('rights', attribution?.license),
    said('logo', image),
    ...items.map(entryOf),
  ];
  return xmlDocument(
    element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': locale }, ...children),
  );
}
