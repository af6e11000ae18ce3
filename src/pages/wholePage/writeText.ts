/** A whole page as plain text: an empty line between parts, addresses in brackets after the words that lead there. */
import { wellFormed } from '../../../collections/blocks/fieldValues.js';
import { addressOf, type Part, type Run } from './part.js';

/** What cannot be told from the parts alone. */
export interface TextParts {
  body: string;
  rich: (richText: unknown) => string;
}

function run(each: Run): string {
  const { text: words } = each;
  const url = addressOf(each);
  return url === undefined || url === words || url === `tel:${words}` ? words : `${words} (${url})`;
}

const line = (words: readonly Run[]) => words.map(run).join('');

function item(words: readonly Run[], mark: string): string {
  return mark + line(words).replace(/\n(?!\n|$)/g, `\n${' '.repeat(mark.length)}`);
}

function write(part: Part, parts: TextParts): string {
  switch (part.is) {
    case 'heading':
    case 'paragraph':
      return line(part.words);
    case 'list':
      return part.items.map((each, index) => item(each, part.isOrdered ? `${index + 1}. ` : '- ')).join('\n');
    case 'image':
      return part.alt;
    case 'disclaimer':
      return part.disclaimer.text;
    case 'section':
      return writeAll(part.parts, parts);
    case 'rich':
      return parts.rich(part.richText);
    case 'body':
      return parts.body;
  }
}

function writeAll(order: readonly Part[], parts: TextParts): string {
  return order
    .map((part) => write(part, parts))
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

/** One line break at its end. */
export const writeText = (order: readonly Part[], parts: TextParts): string =>
  wellFormed(`${writeAll(order, parts)}\n`);
