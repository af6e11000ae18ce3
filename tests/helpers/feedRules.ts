/** What the specifications of sitemaps, Atom and JSON Feed ask for, as lists of what is wrong with a document. */
import { childrenNamed, parseXml, textsOf, type XmlElement } from './xmlTree.js';

/** RFC 3339, which both W3C dates with a time and Atom dates are. */
const date = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const isDate = (value: unknown) => date.test(String(value)) && !Number.isNaN(Date.parse(String(value)));

function isUrl(value: unknown): boolean {
  try {
    return /^https?:$/.test(new URL(String(value)).protocol) && !/[\s<>"]/.test(String(value));
  } catch {
    return false;
  }
}

type Check = [isRight: boolean, problem: string];
const problemsIn = (checks: Check[]): string[] =>
  checks.filter(([isRight]) => !isRight).map(([, said]) => said);
const once = (element: XmlElement, name: string): boolean => childrenNamed(element, name).length === 1;
const known = (element: XmlElement, names: string[]): Check[] =>
  element.children.map(({ name }) => [names.includes(name), `${element.name} has ${name}`]);

/** https://www.sitemaps.org/protocol.html; every address is of the host given. */
export function sitemapProblems(xml: string, host: string): string[] {
  const root = parseXml(xml);
  const urls = childrenNamed(root, 'url');
  const locs = urls.flatMap((url) => textsOf(url, 'loc'));
  return problemsIn([
    [root.name === 'urlset', 'the root is no urlset'],
    [root.namespace === 'http://www.sitemaps.org/schemas/sitemap/0.9', 'another namespace'],
    ...known(root, ['url']),
    [urls.length <= 50_000, 'too many addresses'],
    [Buffer.byteLength(xml) <= 50 * 1024 * 1024, 'too large'],
    ...urls.flatMap((url): Check[] => [
      [once(url, 'loc'), 'not one loc'],
      ...known(url, ['loc', 'lastmod', 'changefreq', 'priority']),
      ...textsOf(url, 'lastmod').map((moment): Check => [isDate(moment), `lastmod ${moment}`]),
    ]),
    ...locs.flatMap((loc): Check[] => [
      [isUrl(loc) && new URL(loc).host === host && new URL(loc).href === loc, `loc ${loc}`],
      [loc.length < 2048, `loc of ${loc.length} characters`],
    ]),
    [new Set(locs).size === locs.length, 'an address twice'],
  ]);
}

const isIri = (value: string | undefined) => value !== undefined && URL.canParse(value);

const personProblems = (person: XmlElement): Check[] => [
  [once(person, 'name') && textsOf(person, 'name')[0] !== '', 'a person without a name'],
  ...known(person, ['name', 'uri', 'email']),
  ...textsOf(person, 'uri').map((uri): Check => [isIri(uri), `uri ${uri}`]),
];

const commonToAtom = (element: XmlElement): Check[] => [
  ...['id', 'title', 'updated'].map(
    (name): Check => [once(element, name), `${element.name} has not one ${name}`],
  ),
  [isIri(textsOf(element, 'id')[0]), `id ${textsOf(element, 'id')[0]}`],
  ...['updated', 'published'].flatMap((name) =>
    textsOf(element, name).map((moment): Check => [isDate(moment), `${name} ${moment}`]),
  ),
  ...childrenNamed(element, 'author').flatMap(personProblems),
  ...childrenNamed(element, 'link').map(
    (link): Check => [isIri(link.attributes.href), `link ${link.attributes.href}`],
  ),
  ...childrenNamed(element, 'category').map(
    (each): Check => [Boolean(each.attributes.term), 'a category without a term'],
  ),
];

const alternates = (element: XmlElement) =>
  childrenNamed(element, 'link').filter(({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate');

/** RFC 4287, 4.1. */
export function atomProblems(xml: string): string[] {
  const feed = parseXml(xml);
  const entries = childrenNamed(feed, 'entry');
  const inFeed = ['author', 'category', 'contributor', 'generator', 'icon', 'id', 'link', 'logo', 'rights'];
  const inEntry = [
    'author',
    'category',
    'content',
    'contributor',
    'id',
    'link',
    'published',
    'rights',
    'source',
  ];
  const ids = entries.flatMap((entry) => textsOf(entry, 'id'));
  return problemsIn([
    [feed.name === 'feed' && feed.namespace === 'http://www.w3.org/2005/Atom', 'no Atom feed'],
    ...known(feed, [...inFeed, 'subtitle', 'title', 'updated', 'entry']),
    ...commonToAtom(feed),
    [alternates(feed).length <= 1, 'several alternates'],
    [
      childrenNamed(feed, 'author').length > 0 ||
        entries.every((each) => childrenNamed(each, 'author').length > 0),
      'nobody wrote it',
    ],
    ...entries.flatMap((entry): Check[] => [
      ...known(entry, [...inEntry, 'summary', 'title', 'updated']),
      ...commonToAtom(entry),
      [
        childrenNamed(entry, 'content').length > 0 || alternates(entry).length === 1,
        'an entry leads nowhere',
      ],
      [childrenNamed(entry, 'summary').length <= 1, 'two summaries'],
    ]),
    [new Set(ids).size === ids.length, 'an entry twice'],
  ]);
}

type Fields = Record<string, unknown>;

const unknownFields = (object: Fields, names: string[]): Check[] =>
  Object.keys(object).map((name) => [names.includes(name), `has ${name}`]);
const optional = (object: Fields, names: string[], isRight: (value: unknown) => boolean): Check[] =>
  names.map((name) => [
    object[name] === undefined || isRight(object[name]),
    `${name} ${String(object[name])}`,
  ]);
const isText = (value: unknown) => typeof value === 'string' && value !== '';

const authorProblems = (authors: unknown): Check[] =>
  ((authors ?? []) as Fields[]).flatMap((author) => [
    ...unknownFields(author, ['name', 'url', 'avatar']),
    [isText(author.name) || isUrl(author.url), 'an empty author'] as Check,
    ...optional(author, ['url', 'avatar'], isUrl),
  ]);

/** https://www.jsonfeed.org/version/1.1/ */
export function jsonFeedProblems(feed: Fields): string[] {
  const items = feed.items as Fields[];
  return problemsIn([
    [feed.version === 'https://jsonfeed.org/version/1.1', 'another version'],
    [isText(feed.title) && Array.isArray(items), 'without title or items'],
    ...unknownFields(
      feed,
      ['version', 'title', 'home_page_url', 'feed_url', 'description', 'user_comment'].concat([
        'next_url',
        'icon',
        'favicon',
        'authors',
        'language',
        'expired',
        'hubs',
        'items',
      ]),
    ),
    ...optional(feed, ['home_page_url', 'feed_url', 'icon', 'favicon'], isUrl),
    ...optional(feed, ['description', 'language'], isText),
    ...authorProblems(feed.authors),
    ...items.flatMap((item): Check[] => [
      ...unknownFields(
        item,
        ['id', 'url', 'external_url', 'title', 'content_html', 'content_text', 'summary'].concat([
          'image',
          'banner_image',
          'date_published',
          'date_modified',
          'authors',
          'tags',
          'language',
        ]),
      ),
      [isText(item.id), 'an item without an id'],
      [isText(item.content_html) || isText(item.content_text), 'an item without content'],
      ...optional(item, ['url', 'image'], isUrl),
      ...optional(item, ['title', 'summary', 'language'], isText),
      ...optional(item, ['date_published', 'date_modified'], isDate),
      ...authorProblems(item.authors),
      ...((item.tags ?? []) as unknown[]).map((tag): Check => [isText(tag), 'an empty tag']),
    ]),
    [new Set(items.map(({ id }) => id)).size === items.length, 'an item twice'],
  ]);
}
