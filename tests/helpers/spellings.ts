/** Addresses as the world writes them: every parameter there is, in any order, encoded as each likes, right and wrong. */
import fc from 'fast-check';
import { allowList, type PublicSlug } from '../../src/public-api/allowList.js';

type Pair = readonly [name: string, value: string];

const texts = [
  ...[
    '',
    ' ',
    '0',
    '1',
    '2',
    '3',
    '7',
    '10',
    '010',
    '0010',
    '+1',
    '1.0',
    '101',
    '-1',
    'x',
    'true',
    'false',
    'True',
  ],
  ...[
    'en',
    'es',
    'EN',
    'fr',
    'none',
    'null',
    'undefined',
    'all',
    '*',
    'a,b',
    'b, a',
    ' a ',
    'a]',
    '[]',
    'a]=b',
    '\0',
    'é',
    '%',
  ],
];

/** Values that are right somewhere. */
const right: Record<string, readonly string[]> = {
  body: ['html', 'text', 'markdown,html', 'html, markdown', 'html,html', 'blocks', 'html,'],
  county: ['12087', '34003', '99999'],
  format: ['json', 'html', 'markdown', 'text', 'jsonld', 'oxford', 'list', 'short', 'table'],
  kind: ['article', 'faq'],
  modes: ['telehealth', 'telehealth,in-person', 'telehealth, in-person'],
  path: ['/resources/nothing', 'resources/x', '/blog/ketamine-therapy-steps'],
  phrase: ['free', 'a price', 'x'],
  service: ['consultation', 'at-home-program'],
  services: ['consultation', 'at-home-program', ''],
  site: ['brightpath', 'harbor-therapy'],
  state: ['FL', 'fl', 'Fl', 'NJ', 'XX', ''],
  topics: ['ptsd', 'ptsd,x', ''],
  zip: ['33040', '33040-1234', '330401234', '3304', '33040 '],
};

const oneValue = (name: string, usual: readonly string[] = []) =>
  fc.oneof(
    ...(right[name] ? [{ arbitrary: fc.constantFrom(...right[name]), weight: 6 }] : []),
    ...(usual.length > 0 ? [{ arbitrary: fc.constantFrom(...usual), weight: 6 }] : []),
    { arbitrary: fc.constantFrom(...texts), weight: right[name] ? 1 : 4 },
  );

const pairOf = (name: string, usual?: readonly string[]): fc.Arbitrary<Pair> =>
  oneValue(name, usual).map((value) => [name, value]);

const strange = fc.constantFrom<Pair>(
  ...([
    ['q', '1'],
    ['', 'x'],
    ['locale[]', 'en'],
    ['site[x]', 'a'],
    ['where', 'x'],
    ['select', 'x'],
  ] as const),
  ...([
    ['depth[x]', '1'],
    ['__proto__', 'x'],
    ['at', '2026-01-01T00:00Z'],
    ['position', '1'],
  ] as const),
  ...([
    ['draft', 'false'],
    ['select[]', 'slug'],
    ['where[or]', 'x'],
    ['where[and][0]', 'x'],
  ] as const),
);

const operators = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'exists',
  'greater_than',
  'less_than_equal',
  'like',
];
const places = ['', '', '', '[0]', '[1]', '[7]', '[10]', '[]', '[]', '[01]', '[200]', '[x]'];
const lists = ['a', 'b', 'a,b', 'b,a', 'b,,a', '', 'true', '2026-01-01', '7', 'ptsd', 'brightpath'];
const within = [
  '',
  '',
  '',
  '',
  '[and][0]',
  '[and][1]',
  '[or][0]',
  '[or][2]',
  '[or][0][and][0]',
  '[and]',
  '[AND][0]',
];

function conditionOf(slug: PublicSlug): fc.Arbitrary<Pair> {
  const fields = [...Object.keys(allowList[slug].filters), 'password', 'and', '__proto__', 'slug[x]'];
  const parts = [within, fields, operators, places, lists].map((each) => fc.constantFrom(...each));
  return fc
    .tuple(...parts)
    .map(([inside, field, operator, place, value]) => [
      `where${inside}[${field}][${operator}]${place}`,
      value ?? '',
    ]);
}

function selectedOf(slug: PublicSlug): fc.Arbitrary<Pair> {
  const names = ['id', ...allowList[slug].fields.slice(0, 5), 'password', 'constructor', '__proto__'];
  const below = fc.constantFrom('', '', '', '', '[x]', '[]', '[x][y]', '[x', 'x');
  return fc
    .tuple(fc.constantFrom(...names), below, fc.constantFrom('true', 'false', '', '1'))
    .map(([name, rest, value]) => [`select[${name}]${rest}`, value]);
}

/** Each character as it is or percent-encoded, a space also as a plus. */
function encode(text: string, plainly: readonly boolean[]): string {
  const write = (character: string, index: number) => {
    const isPlain = plainly[index % Math.max(1, plainly.length)] ?? true;
    if (character === ' ') return isPlain ? '+' : '%20';
    if (/[\w.~-]/.test(character) || (isPlain && /[[\],/:*]/.test(character))) {
      return isPlain ? character : `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
    }
    return encodeURIComponent(character);
  };
  return [...text].map(write).join('');
}

const written = (pairs: readonly Pair[], plainly: readonly boolean[]): string =>
  pairs.map(([name, value]) => `${encode(name, plainly)}=${encode(value, plainly)}`).join('&');

export interface Kind {
  /** Parameters that take one value. */
  names: readonly string[];
  /** Values that are right for them here. */
  usual?: Readonly<Record<string, readonly string[]>>;
  /** The collection whose conditions and fields may be named. */
  where?: PublicSlug;
  select?: PublicSlug;
}

const plain = fc.array(fc.boolean(), { minLength: 1, maxLength: 7 });

/** Pairs of names and values that somebody may ask with. */
export function pairsOf({ names, select, usual, where }: Kind): fc.Arbitrary<Pair[]> {
  const known =
    names.length > 0 ? [fc.constantFrom(...names).chain((name) => pairOf(name, usual?.[name]))] : [];
  const common = fc.oneof(
    ...known.map((arbitrary) => ({ arbitrary, weight: 20 })),
    ...(where ? [{ arbitrary: conditionOf(where), weight: 12 }] : []),
    ...(select ? [{ arbitrary: selectedOf(select), weight: 8 }] : []),
    { arbitrary: strange, weight: 1 },
  );
  // mostly each once, as people ask
  const once = fc.uniqueArray(common, { maxLength: 5, selector: ([name]) => name });
  return fc.oneof(
    { arbitrary: once, weight: 9 },
    { arbitrary: fc.array(common, { maxLength: 5 }), weight: 1 },
  );
}

/** What stands after the question mark. */
export const searchesOf = (kind: Kind): fc.Arbitrary<string> =>
  fc.tuple(pairsOf(kind), plain).map(([pairs, plainly]) => written(pairs, plainly));

/** The same in two orders, encoded in two ways. */
export const searchesTwice = (kind: Kind): fc.Arbitrary<[string, string]> =>
  pairsOf(kind)
    .chain((pairs) =>
      fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length }), plain, plain),
    )
    .map(([one, other, first, second]) => [written(one, first), written(other, second)]);

const oddNames = [
  ...['site', 'service', 'locale', 'phrase', '', 'where[slug][equals]', 'where%5Bslug%5D%5Bequals]'],
  ...[
    'where[slug][in]',
    'where[slug][in][0]',
    'where[slug][in][]',
    'where[slug][in][]',
    'where[slug][in][3]',
  ],
];
const oddParts = [
  'x',
  'en',
  '&',
  '=',
  '?',
  '#',
  '%',
  '%5D',
  '%ff',
  '%c3%a9',
  '[',
  ']',
  '[]',
  '+',
  ';',
  'é',
  ',',
  '%2C',
];

/** What no generator of questions would think of: characters that parsers read each in a way of its own. */
export const oddSearches: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...oddNames), fc.array(fc.constantFrom(...oddParts), { maxLength: 3 })), {
    maxLength: 3,
  })
  .map((pairs) => pairs.map(([name, parts]) => `${name}=${parts.join('')}`).join('&'));
