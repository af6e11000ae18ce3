/**
 * Markdown of the house as every reader of Markdown understands it: blocks stand as headings, lists, quotations and tables,
 * with the words that HTML and plain text give them. Pure.
 */
import type {
  BlockContent,
  DefinitionContent,
  Heading,
  Paragraph,
  PhrasingContent,
  RootContent,
} from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { safeUrl } from '../../../collections/blocks/safeUrl.js';
import type { Locale } from '../../../collections/locales.js';
import { parseMarkdown, printMarkdown } from '../../import/markdown/syntax.js';
import { type PageWords, pageWords } from './words.js';

type Flow = BlockContent | DefinitionContent;

/** A block that has been opened: what stands in its brackets, its attributes and its content. */
interface Opened {
  label: PhrasingContent[];
  attributes: Record<string, string | null | undefined>;
  content: Flow[];
  words: PageWords;
}

const text = (value: string): PhrasingContent => ({ type: 'text', value });

const paragraph = (children: PhrasingContent[]): Paragraph[] =>
  children.length > 0 ? [{ type: 'paragraph', children }] : [];

/** Headings of blocks are of level 3, those of the text in them smaller. */
const isTitle = (node: Flow): node is Heading => node.type === 'heading' && node.depth === 3;

const usual = ({ content, label }: Opened): Flow[] => [...paragraph(label), ...content];

function steps({ content }: Opened): Flow[] {
  let number = 0;
  return content.map((node) => {
    if (!isTitle(node)) return node;
    number += 1;
    return { ...node, children: [text(`${number}. `), ...node.children] };
  });
}

/** A myth is never said without the word that marks it, nor its fact. */
function myths({ content, words }: Opened): Flow[] {
  return content.flatMap((node, index): Flow[] => {
    if (isTitle(node)) return [{ ...node, children: [text(`${words.myth}: `), ...node.children] }];
    const before = content[index - 1];
    if (before === undefined || !isTitle(before)) return [node];
    if (node.type !== 'paragraph') return [...paragraph([text(`${words.fact}:`)]), node];
    return [{ ...node, children: [text(`${words.fact}: `), ...node.children] }];
  });
}

function exercise({ attributes, content, label, words }: Opened): Flow[] {
  const time = attributes.minutes ? [text(` (${words.minutes(Number(attributes.minutes))})`)] : [];
  return [...paragraph([...label, ...time]), ...content];
}

function quotation({ attributes, content, label }: Opened): Flow[] {
  const url = safeUrl(attributes.url ?? '');
  const by: PhrasingContent[] = url === undefined ? label : [{ type: 'link', url, children: label as never }];
  return [
    { type: 'blockquote', children: content },
    ...paragraph(label.length > 0 ? [text('— '), ...by] : []),
  ];
}

const writers: Readonly<Record<string, (opened: Opened) => Flow[]>> = { exercise, myths, quotation, steps };

function openedOf({ attributes, children }: ContainerDirective, words: PageWords): Opened {
  const [first, ...more] = children;
  const isLabelled = first?.type === 'paragraph' && first.data?.directiveLabel === true;
  return {
    label: isLabelled ? first.children : [],
    attributes: attributes ?? {},
    content: flowOf(isLabelled ? more : children, words),
    words,
  };
}

function flowOf<T extends RootContent>(nodes: readonly T[], words: PageWords): Flow[] {
  return nodes.flatMap((node): Flow[] => {
    if (node.type === 'containerDirective') {
      const write = Object.hasOwn(writers, node.name) ? writers[node.name] : undefined;
      return (write ?? usual)(openedOf(node, words));
    }
    if (node.type === 'list') {
      const children = node.children.map((item) => ({ ...item, children: flowOf(item.children, words) }));
      return [{ ...node, children }];
    }
    return [
      node.type === 'blockquote' ? { ...node, children: flowOf(node.children, words) } : (node as Flow),
    ];
  });
}

/** Says the same; what places documents has been said in words before (forReaders.ts). */
export function withoutBlocks(markdown: string, locale: Locale): string {
  if (!markdown.includes(':::')) return markdown;
  const { children } = parseMarkdown(markdown);
  return printMarkdown({ type: 'root', children: flowOf(children, pageWords[locale]) });
}
