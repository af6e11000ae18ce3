/** What the feeds of a site tell: its newest articles. Texts are those that lists show; the body stands on the page. */
import { createHash } from 'node:crypto';
import { idOf } from '../../../collections/blocks/fieldValues.js';
import type { Locale } from '../../../collections/locales.js';
import type { Media, Person, Site, Topic } from '../../payload-types.js';
import { onSite } from '../onSite.js';
import { shareImageOf } from '../parts/presentMedia.js';
import { byText, inOrder } from '../sorting.js';
import { type PageHead, pagesOfSite } from './pagesOfSite.js';
import type { OpenSite } from './readSite.js';
import { encodedUrl } from './sitemap.js';

/** As many as a feed holds. */
const mostItems = 50;

export interface FeedItem {
  /** A URN, the same on every site and for good. */
  id: string;
  url: string;
  title: string;
  summary: string | null;
  /** ISO 8601. */
  publishedAt: string;
  updatedAt: string;
  authors: { name: string; url: string | null }[];
  topics: { slug: string; title: string }[];
  /** The address of an image. */
  image: string | null;
}

export interface Feed {
  id: string;
  site: Site;
  locale: Locale;
  /** ISO 8601: when something in it changed last. */
  updatedAt: string;
  image: string | null;
  items: FeedItem[];
}

/** A UUID made from another and a name, by RFC 9562 (version 5): each language of a document is an item of its own. */
export function urnOf(id: string, locale: Locale): string {
  const space = Buffer.from(id.replaceAll('-', ''), 'hex');
  const hash = createHash('sha1').update(space).update(locale).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return `urn:uuid:${hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

interface Shelves {
  media: ReadonlyMap<string, Media>;
  people: ReadonlyMap<string, Person>;
  topics: ReadonlyMap<string, Topic>;
}

/** The moment by which items are sorted: they are published, whether or not somebody said when. */
const publishedAt = ({ view }: PageHead): string =>
  new Date(view.publishedAt ?? view.updatedAt).toISOString();

function itemOf(head: PageHead, shelves: Shelves, { documents, site }: OpenSite): FeedItem {
  const { path, view } = head;
  return {
    id: urnOf(view.id, documents.locale),
    url: encodedUrl(site, path),
    title: view.title,
    summary: view.summary,
    publishedAt: publishedAt(head),
    updatedAt: new Date(view.updatedAt).toISOString(),
    authors: inOrder(view.authors, shelves.people).map(({ links, name }) => ({
      name,
      url: links?.[0]?.url ?? null,
    })),
    topics: inOrder(view.topics, shelves.topics).map(({ slug, title }) => ({ slug, title })),
    image: shareImageOf(shelves.media.get(view.heroImage ?? '')),
  };
}

async function loadShelves({ documents, site }: OpenSite, heads: readonly PageHead[]): Promise<Shelves> {
  const views = heads.map(({ view }) => view);
  const images = [idOf(site.logo), ...views.map(({ heroImage }) => heroImage)];
  const [people, topics, media] = await Promise.all([
    documents.byIds(
      'people',
      views.flatMap(({ authors }) => authors),
    ),
    documents.byIds(
      'topics',
      views.flatMap((view) => view.topics),
    ),
    documents.byIds(
      'media',
      images.filter((id) => typeof id === 'string'),
    ),
  ]);
  return { people, topics, media: onSite(media, site.id) };
}

function newest(heads: readonly PageHead[]): PageHead[] {
  const articles = heads.filter(({ view }) => view.kind === 'article' && !view.seo.noIndex);
  // UTC to the millisecond: they sort as texts; those of one moment stand by path
  return articles.sort((one, other) => byText(publishedAt(other), publishedAt(one))).slice(0, mostItems);
}

/** Newest first. Seven queries. */
export async function readFeed(open: OpenSite): Promise<Feed> {
  const { documents, site } = open;
  const heads = newest(await pagesOfSite(documents, site));
  const shelves = await loadShelves(open, heads);
  const items = heads.map((head) => itemOf(head, shelves, open));
  const moments = [site.updatedAt, ...items.map(({ updatedAt }) => updatedAt)];
  return {
    ...{ id: urnOf(site.id, documents.locale), site, locale: documents.locale, items },
    updatedAt:
      moments
        .map((moment) => new Date(moment).toISOString())
        .sort()
        .at(-1) ?? '',
    image: shareImageOf(shelves.media.get(idOf(site.logo) ?? '')),
  };
}
