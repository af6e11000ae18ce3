// Sizes and depths that no text has but an attack: refused before the parser spends minutes or its whole stack on them.
import { MAX_CHARACTERS } from '../../../collections/blocks/refusedContent.js';
import { MarkdownError } from './MarkdownError.js';

// Far above what any place allows; the exact limit is kept on the tree, where code blocks are told from quotes.
const MAX_MARKS = 500;

const CONTAINER_MARKS = /^(?:[ \t]*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))+/;

/** Refuses Markdown that is too long or too deeply nested to be worth parsing. */
export function refuseExcess(markdown: string): void {
  if (markdown.length > MAX_CHARACTERS) {
    throw new MarkdownError(`the text is longer than ${MAX_CHARACTERS.toLocaleString('en')} characters`);
  }
  let blocks = 0;
  markdown.split(/\r\n|[\r\n]/).forEach((line, index) => {
    const marks = CONTAINER_MARKS.exec(line)?.[0].match(/>|[-+*]|\d+/g)?.length ?? 0;
    if (/^[\s>]*:::/.test(line)) blocks += 1;
    if (marks > MAX_MARKS)
      throw new MarkdownError(`more than ${MAX_MARKS} quotes or lists in one line`, index + 1);
    if (blocks > MAX_MARKS * 2) throw new MarkdownError(`more than ${MAX_MARKS} blocks`, index + 1);
  });
}
