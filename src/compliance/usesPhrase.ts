/** Finds a phrase in a text as a reader would: whole words, whatever the case, line breaks and kind of quotes. */

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\u00ad/g, '')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

const wordCharacter = '[\\p{L}\\p{N}\\p{M}]';
const startsAsWord = new RegExp(`^${wordCharacter}`, 'u');
const endsAsWord = new RegExp(`${wordCharacter}$`, 'u');

/** The phrase as an expression that matches whole words; an end that is no letter (“100%”) may stand against anything. */
function expressionOf(phrase: string): RegExp {
  const literal = phrase.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const before = startsAsWord.test(phrase) ? `(?<!${wordCharacter})` : '';
  const after = endsAsWord.test(phrase) ? `(?!${wordCharacter})` : '';
  return new RegExp(`${before}${literal}${after}`, 'u');
}

/** Many phrases are sought in one text, one after the other: the last one is kept as it is compared. */
let last = { text: '', plain: '' };

function plainOnce(text: string): string {
  if (last.text !== text) last = { text, plain: plain(text) };
  return last.plain;
}

/** True when `text` says `phrase` in whole words: “cure” is in “A cure?”, not in “secure”. An empty phrase is nowhere. */
export function usesPhrase(text: string, phrase: string): boolean {
  const sought = plain(phrase);
  return sought !== '' && expressionOf(sought).test(plainOnce(text));
}
