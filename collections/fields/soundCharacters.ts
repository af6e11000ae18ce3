/** Which characters a text may hold, whatever field and door it comes through: those that every database and format keeps. */

import { MAX_CHARACTERS } from '../blocks/refusedContent.js';

/** The most characters of a document that Markdown has to escape: each costs a reader of it ten times as much as a word. */
const mostMarks = 100_000;

const marksIn = (text: string): number => text.match(/[[\]*_<>`~|\\&!]/g)?.length ?? 0;

const kinds: readonly [refused: RegExp, words: string][] = [
  // no database or format can write half of a pair
  [/\p{Surrogate}/u, 'half a character'],
  // SQLite ends a text at U+0000, XML cannot hold most of them, and terminals obey them
  [/(?![\t\n\r])\p{Cc}/u, 'a control character'],
  [/\p{Noncharacter_Code_Point}/u, 'what is no character'],
  // they would turn the words after them around as well, on the whole page
  [/[\u202a-\u202e\u2066-\u2069]/u, 'an invisible character that turns the direction of text'],
];

const isWrong = new RegExp(kinds.map(([refused]) => refused.source).join('|'), 'u');

const nameOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** As much of the text before a place as tells where it is. */
function wordsBefore(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - 40), index).replace(/^[\udc00-\udfff]/, '');
  return before.trim() === '' ? 'at the start' : `after “${before.replace(/\s+/g, ' ').trim()}”`;
}

/** Says in words which character has to go, or that the text is too long; null when all is well. */
export function characterProblem(text: string): string | null {
  if (text.length > MAX_CHARACTERS) return `This is longer than ${MAX_CHARACTERS} characters.`;
  const found = isWrong.exec(text);
  if (!found) return null;
  const [kind] = kinds.filter(([refused]) => refused.test(found[0])).map(([, words]) => words);
  return `This holds ${kind} (${nameOf(found[0])}) ${wordsBefore(text, found.index)}. Take it out.`;
}

const tooManyMarks = `With this, the document holds more than ${mostMarks} marks such as * [ < and |.`;

interface TextProblem {
  /** Of the field, as in `links.0.url`; a rich text is one field. */
  path: string;
  message: string;
}

/** As many as are told at once. */
const mostProblems = 20;

/** What is wrong with the texts of a document, in any of its fields and nodes. */
export function characterProblems(document: unknown): TextProblem[] {
  const problems: TextProblem[] = [];
  let marks = 0;
  // A list of what is left to look at, because recursion would end in texts of great depth.
  const left = [{ value: document, path: '', isRich: false }];
  for (let next = left.pop(); next && problems.length < mostProblems; next = left.pop()) {
    const { isRich, path, value } = next;
    marks += typeof value === 'string' ? marksIn(value) : 0;
    if (marks > mostMarks) return [...problems, { message: tooManyMarks, path }];
    const message = typeof value === 'string' ? characterProblem(value) : null;
    if (message) problems.push({ message, path });
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue;
    const inside = Object.entries(value).map(([key, each]) => {
      const isField = !isRich && key !== 'root';
      return { value: each, path: isField ? `${path}${path && '.'}${key}` : path, isRich: !isField };
    });
    left.push(...inside.reverse());
  }
  return problems;
}
