/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). Pure. */
import type { Locale } from '../../../collections/locales.js';
import { siteUrl } from '../parts/presentSite.js';
import type { Feed, FeedItem } from './feedItems.js';

interface Author {
  name: string;
  url?: string;
}

/** The format leaves out what is not there, rather than saying null. */
interface JsonFeedItem {
  id: string;
  url: string;
  title: string;
  language: Locale;
  summary?: string;
  content_text: string;
  image?: string;
  date_published: string;
  date_modified: string;
  authors?: Author[];
  tags?: string[];
}

export interface JsonFeed {
  version: 'https://jsonfeed.org/version/1.1';
  title: string;
  home_page_url: string;
  feed_url: string;
  description?: string;
  icon?: string;
  authors: Author[];
  language: Locale;
  items: JsonFeedItem[];
}

const filled = <K extends string>(key: K, value: string | null | undefined) =>
  (value ? { [key]: value } : {}) as Partial<Record<K, string>>;

const authorOf = ({ name, url }: FeedItem['authors'][number]): Author => ({ name, ...filled('url', url) });

/** The format asks for content; what stands here is what lists show. */
const itemOf = (item: FeedItem, language: Locale): JsonFeedItem => ({
  ...{ id: item.id, url: item.url, title: item.title, language },
  ...filled('summary', item.summary),
  content_text: item.summary || item.title,
  ...filled('image', item.image),
  ...{ date_published: item.publishedAt, date_modified: item.updatedAt },
  ...(item.authors.length > 0 ? { authors: item.authors.map(authorOf) } : {}),
  ...(item.topics.length > 0 ? { tags: item.topics.map(({ title }) => title) } : {}),
});

/** `address` is where this feed is read, with scheme and host. */
export function composeJsonFeed({ image, items, locale, site }: Feed, address: string): JsonFeed {
  const { attribution, name, tagline } = site;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: name,
    home_page_url: siteUrl(site, '/'),
    feed_url: address,
    ...filled('description', tagline),
    ...filled('icon', image),
    authors: [{ name: attribution?.publisher || name, url: siteUrl(site, '/') }],
    language: locale,
    items: items.map((item) => itemOf(item, locale)),
  };
}
