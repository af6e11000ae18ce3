/** A whole page as Markdown: what stands around the text is escaped by the printer of the dialect, the text is as it is. */
import type { BlockContent, ListItem, PhrasingContent } from 'mdast';
import { wellFormed } from '../../../collections/blocks/fieldValues.js';
import { printMarkdown } from '../../import/markdown/syntax.js';
import { addressOf, type Part, type Run } from './part.js';

/** What cannot be told from the parts alone. */
export interface MarkdownParts {
  body: string;
  rich: (richText: unknown) => Promise<string>;
}

/** Text with its line breaks; spaces at the ends of lines show nowhere. */
function broken(text: string): PhrasingContent[] {
  const lines = wellFormed(text).split(/[^\S\n]*\n[^\S\n]*/);
  return lines.flatMap((value, index): PhrasingContent[] => [
    ...(index === 0 ? [] : [{ type: 'break' } as const]),
    ...(value === '' ? [] : [{ type: 'text', value } as const]),
  ]);
}

function run(each: Run): PhrasingContent[] {
  const { text } = each;
  const url = addressOf(each);
  return url === undefined ? broken(text) : [{ type: 'link', url, children: broken(text) as never }];
}

/** Empty lines inside of a text begin a new paragraph: Markdown knows no two breaks in a row. */
function paragraphs(words: readonly Run[]): BlockContent[] {
  const [only] = words;
  const texts = words.length === 1 && only && !only.href ? only.text.trim().split(/\n\s*\n/) : null;
  const lines = texts ? texts.map((text) => [{ text }]) : [words];
  return lines.map((each) => ({ type: 'paragraph', children: each.flatMap(run) }));
}

function listOf({ isOrdered, items }: Part & { is: 'list' }): BlockContent {
  const children = items.map(
    (item): ListItem => ({
      ...{ type: 'listItem', spread: false },
      children: paragraphs(item),
    }),
  );
  return { type: 'list', ordered: isOrdered, start: isOrdered ? 1 : null, spread: false, children };
}

function nodesOf(part: Exclude<Part, { is: 'body' | 'rich' | 'section' }>): BlockContent[] {
  switch (part.is) {
    case 'heading':
      return [{ type: 'heading', depth: part.level, children: part.words.flatMap(run) }];
    case 'paragraph':
      return paragraphs(part.words);
    case 'list':
      return [listOf(part)];
    case 'image': {
      const url = addressOf({ text: '', href: part.url });
      const image = { type: 'image', url: url ?? '', alt: wellFormed(part.alt) } as const;
      return url ? [{ type: 'paragraph', children: [image] }] : [];
    }
    case 'disclaimer': {
      const clauses = part.disclaimer.clauses.flatMap(({ text }) => paragraphs([{ text }]));
      return [{ type: 'blockquote', children: clauses }];
    }
  }
}

async function write(part: Part, parts: MarkdownParts): Promise<string> {
  if (part.is === 'body') return parts.body;
  if (part.is === 'rich') return parts.rich(part.richText);
  if (part.is === 'section') return writeAll(part.parts, parts);
  return printMarkdown({ type: 'root', children: nodesOf(part) });
}

async function writeAll(order: readonly Part[], parts: MarkdownParts): Promise<string> {
  const texts: string[] = [];
  for (const part of order) texts.push((await write(part, parts)).trimEnd());
  return texts.filter((text) => text !== '').join('\n\n');
}

/** One line break at its end. */
export async function writeMarkdown(order: readonly Part[], parts: MarkdownParts): Promise<string> {
  return `${await writeAll(order, parts)}\n`;
}
