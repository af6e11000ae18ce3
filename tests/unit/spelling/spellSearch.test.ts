/** One spelling for each question: held against the parsers themselves, with everything that people may write. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pageFormats } from '../../../src/pages/pageFormats.js';
import { pageParameters, pageSpellings, parsePageQuery } from '../../../src/pages/parsePageQuery.js';
import {
  parseResolveQuery,
  resolveParameters,
  resolveSpellings,
} from '../../../src/pages/resolve/parseResolveQuery.js';
import {
  listParameters,
  parseListQuery,
  parseManifestQuery,
  parseSiteQuery,
  siteParameters,
  siteSpellings,
} from '../../../src/pages/sites/parseSiteQuery.js';
import { allowList, type PublicSlug } from '../../../src/public-api/allowList.js';
import {
  availabilityParameters,
  availabilitySpellings,
  parseCheckQuery,
  parseCountiesQuery,
  parseMapQuery,
  parseSummaryQuery,
} from '../../../src/public-api/availability/parseAvailabilityQuery.js';
import { listSpelling } from '../../../src/public-api/query/listSpellings.js';
import { parametersOf, parseQuery, type Question } from '../../../src/public-api/query/parseQuery.js';
import type { Spelling } from '../../../src/spelling/spelling.js';
import { spellSearch } from '../../../src/spelling/spellSearch.js';
import { type Kind, oddSearches, searchesOf, searchesTwice } from '../../helpers/spellings.js';

interface Parser extends Kind {
  spellings: readonly Spelling[];
  /** What a query, which begins with a question mark if it says anything, means. */
  parse(search: string): unknown;
  /** What strangers may not ask: never spelled. */
  denied: readonly string[];
}

const past = ['at', 'position'];
const ofUrl =
  (parse: (search: URLSearchParams) => unknown): Parser['parse'] =>
  (search) =>
    parse(new URLSearchParams(search));

/** Sorts what is a set. */
function asSets(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) {
    const each = value.map((one) => asSets(one));
    return ['in', 'not_in', 'forms'].includes(name) ? [...new Set(each)].sort() : each;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asSets(inner, key)]));
}

function ofCollection(slug: PublicSlug, question: Question): Parser {
  const rules = allowList[slug];
  const names = parametersOf[question];
  const single = names.filter((name) => name !== 'where' && name !== 'select');
  return {
    names: single,
    usual: { sort: [rules.defaultSort, ...rules.sorts, rules.sorts.slice(0, 2).join(', ')] },
    ...(names.some((name) => name === 'where') ? { where: slug } : {}),
    ...(names.some((name) => name === 'select') ? { select: slug } : {}),
    spellings: [listSpelling(rules, question)],
    parse: (search) => parseQuery(rules, question, search),
    denied: ['where', 'select'],
  };
}

const parsers: Record<string, Parser> = {
  'a list of articles': ofCollection('articles', 'list'),
  'a list of sources': ofCollection('sources', 'list'),
  'an article': ofCollection('articles', 'document'),
  'a count of availability': ofCollection('availability', 'count'),
  'a page': {
    names: pageParameters,
    spellings: pageSpellings,
    parse: (search) => pageFormats.map((format) => parsePageQuery(new URLSearchParams(search), format)),
    denied: [...past, 'draft'],
  },
  disclaimers: {
    ...{ names: resolveParameters, spellings: resolveSpellings },
    ...{ parse: ofUrl(parseResolveQuery), denied: past },
  },
  'a site': {
    ...{ names: siteParameters, spellings: [siteSpellings.site] },
    ...{ parse: ofUrl(parseSiteQuery), denied: past },
  },
  'a manifest': {
    ...{ names: listParameters, spellings: [siteSpellings.manifest] },
    ...{ parse: ofUrl(parseManifestQuery), denied: past },
  },
  'a feed': {
    ...{ names: listParameters, spellings: [siteSpellings.list] },
    ...{ parse: ofUrl(parseListQuery), denied: past },
  },
  'a check': {
    ...{ names: availabilityParameters.check, spellings: [availabilitySpellings.check] },
    ...{ parse: ofUrl(parseCheckQuery), denied: past },
  },
  'a summary': {
    ...{ names: availabilityParameters.summary, spellings: [availabilitySpellings.summary] },
    ...{ parse: ofUrl(parseSummaryQuery), denied: past },
  },
  'a map': {
    ...{ names: availabilityParameters.map, spellings: [availabilitySpellings.map] },
    ...{ parse: ofUrl(parseMapQuery), denied: past },
  },
  counties: {
    ...{ names: availabilityParameters.counties, spellings: [availabilitySpellings.counties] },
    ...{ parse: ofUrl(parseCountiesQuery), denied: [] },
  },
};

const all = Object.entries(parsers);

/** What a search means; `refused` when the parser says that something is wrong with it. */
function meaningOf({ parse }: Parser, search: string): unknown {
  try {
    return asSets(parse(search === '' ? '' : `?${search}`));
  } catch {
    return 'refused';
  }
}

/** `FUZZ=20000` tries more. */
const numRuns = Number(process.env.FUZZ ?? 400);

describe.each(all)('the one spelling of %s', (_name, parser) => {
  it('asks what was asked', () => {
    let spelledCount = 0;
    fc.assert(
      fc.property(fc.oneof({ arbitrary: searchesOf(parser), weight: 9 }, oddSearches), (search) => {
        const spelled = spellSearch(parser.spellings, search);
        if (!spelled) return;
        spelledCount += 1;
        expect(meaningOf(parser, spelled.search)).toEqual(meaningOf(parser, search));
        expect(spellSearch(parser.spellings, spelled.search)).toEqual(spelled);
      }),
      { numRuns },
    );
    // a fifth of them or so; how many is chance
    expect(spelledCount).toBeGreaterThan(numRuns / 20);
  });

  it('is the same in whatever order it is asked, and however it is encoded', () => {
    fc.assert(
      fc.property(searchesTwice(parser), ([one, other]) => {
        const [first, second] = [one, other].map((each) => spellSearch(parser.spellings, each));
        expect(second).toEqual(first);
      }),
      { numRuns },
    );
  });

  it('has every parameter that strangers may give, and no other', () => {
    const spelled = new Set(parser.spellings.flatMap(({ parameters }) => Object.keys(parameters)));
    const allowed = parser.names.filter((name) => !parser.denied.includes(name));
    expect([...spelled].sort()).toEqual([...allowed].sort());
  });
});

const list = (search: string) => spellSearch([listSpelling(allowList.articles, 'list')], search)?.search;
const page = (search: string) => spellSearch(pageSpellings, search)?.search;

describe('what people write alike', () => {
  it.each([
    ['locale=en&limit=10&page=1&depth=0&pagination=true&sort=-publishedAt', ''],
    ['page=02&limit=5&', 'limit=5&page=2'],
    ['fallback-locale=es&site=brightpath', 'fallbackLocale=es&site=brightpath'],
    ['fallbackLocale=none', ''],
    ['sort=title,+slug', 'sort=title%2Cslug'],
    ['where%5Bslug%5D%5Bin%5D=b,a,b', 'where%5Bslug%5D%5Bin%5D=a%2Cb'],
    ['where[slug][in][0]=b&where[slug][in][1]=a', 'where%5Bslug%5D%5Bin%5D=a%2Cb'],
    ['where[slug][in][]=b&where[slug][in][]=a', 'where%5Bslug%5D%5Bin%5D=a%2Cb'],
    [
      'select[title]=1&select[seo][title]=true&select[body]=false',
      'select%5Bseo%5D=true&select%5Btitle%5D=true',
    ],
  ])('of a list: %s', (search, expected) => {
    expect(list(search)).toBe(expected);
  });

  it.each([
    ['format=json&body=html&modules=false', 'format=json'],
    ['modules=false', 'body=html'],
    ['body=text,html', 'body=html%2Ctext'],
    ['state=fl&locale=en', 'state=FL'],
  ])('of a page: %s', (search, expected) => {
    expect(page(search)).toBe(expected);
  });

  it.each([
    ['limit=5&limit=6', 'given twice'],
    ['draft=true', 'for signed-in people'],
    ['colour=red', 'unknown'],
    ['site=%ff', 'not UTF-8'],
    ['site=50%', 'malformed'],
    ['site=a?b', 'ends a query for some'],
    ['site=a]', 'ends a name for some'],
    ['select[password]=false&select[title]=true', 'a field that is not public'],
    [`where[slug][in]=${'a,'.repeat(101)}`, 'too many values'],
  ])('what only the parser can judge is left to it: %s (%s)', (search) => {
    expect(list(search)).toBeUndefined();
  });
});
