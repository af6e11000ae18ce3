/** Words that try to be more than words, put into every field that people write, and found again in what is answered. */
import fc from 'fast-check';

/** What an attacker, or an accident, writes. All of it may be stored, and stays what it is. */
export const hostileWords = [
  '<script>alert(1)</script>',
  '</script><img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "' onmouseover='alert(1)",
  '<!-- --><b>x</b> ]]> --!> <![CDATA[ <?php ?> <!doctype html>',
  '&lt;b&gt; &amp;amp; &#60; &quot',
  '[a](javascript:alert(1)) ![b](data:text/html,x) <javascript:x> [c]: vbscript:x',
  '# no heading - no list 1. no number > no quote',
  '*a* _b_ **c** ~~d~~ `e` ``f`` \\* \\ | a | b |',
  ':::steps ::notice{slug=x} :price{service=x} :x[y]{z}',
  '](x) [ ] } { $& $1 $` $$ %3Cscript%3E \\u003cscript>',
  '=== --- *** +++ ||| ::: ``` ~~~',
  '\u2028a\u2029b\u00a0c\u200bd\ufeffe\u00ade',
  'e\u0301 \u05d0\u05d1 \u0627 \ud83d\ude42\u200d\u2642\ufe0f \u{10fffd}',
  '{{constructor.constructor("x")()}} #{x} <%= x %> __proto__',
  'java\tscript:alert(1) a\\',
];

/** What stands at the start or the end of a line is read as a mark of its own by some formats. */
const edges = [
  '',
  '- ',
  '# ',
  '> ',
  '1. ',
  ':::',
  '    ',
  '|',
  '---',
  '\\',
  '*',
  '+ ',
  '=',
  '~~~',
  '```',
  '[^1]: ',
];

/** One line of hostile words. */
export const hostileLine: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...edges),
    fc.oneof(
      fc.constantFrom(...hostileWords),
      fc
        .array(fc.constantFrom(...'<>&"\'`*_~[](){}#|\\!:-+=/ aé1.$^@\t'), { maxLength: 12 })
        .map((all) => all.join('')),
    ),
    fc.constantFrom(...edges),
  )
  .map((parts) => parts.join(''));

/** The names of fields that hold words of people; all others hold names, addresses and choices. */
const wordFields = new Set([
  ...[
    'title',
    'summary',
    'changeNote',
    'description',
    'name',
    'credentials',
    'honorific',
    'jobTitle',
    'tagline',
  ],
  ...['authors', 'publisher', 'label', 'eyebrow', 'heading', 'text', 'alt', 'caption', 'credit', 'hubTitle'],
  ...[
    'hours',
    'textLine',
    'consentText',
    'question',
    'term',
    'definition',
    'expansion',
    'myth',
    'by',
    'code',
  ],
  ...['license', 'fact', 'skipToContent', 'bio', 'about', 'note', 'publicNote', 'group'],
]);

/** Their fields of these names are choices. */
const hasNoWords = (value: object) =>
  'blockType' in value && ['aspect', 'definition'].includes(String(value.blockType));

/** Marks of letters and digits only: no format changes them. */
const marked = (number: number, words: string) => `qz${number}zq${words}zq${number}qz`;

interface Marked<T> {
  document: T;
  /** The words of each mark, by its number. */
  said: string[];
}

/**
 * A copy in which every field of words, at any depth, says the next words between marks of its own. Give `said` to go on
 * from another document.
 */
export function markedCopy<T>(
  document: T,
  words: (number: number) => string,
  said: string[] = [],
): Marked<T> {
  const say = () => {
    const number = said.length;
    said.push(words(number));
    return marked(number, said[number] ?? '');
  };
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy);
    if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, copy(each)]));
    if (typeof value !== 'object' || value === null || hasNoWords(value)) return value;
    const entries = Object.entries(value).map(([key, each]) => {
      const isSaid = typeof each === 'string' && each !== '' && wordFields.has(key);
      return [key, isSaid ? say() : copy(each)];
    });
    return Object.fromEntries(entries);
  };
  return { document: copy(document) as T, said };
}

interface Found {
  number: number;
  words: string;
}

/** Everything between marks, in the order in which it stands. */
export function foundIn(text: string): Found[] {
  return [...text.matchAll(/qz(\d+)zq([\s\S]*?)zq\1qz/g)].map(([, number, words = '']) => ({
    number: Number(number),
    words,
  }));
}
