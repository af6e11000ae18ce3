/** Reads HTML, Markdown and plain text as their readers do: the words, and what else is there. */
import type { Nodes as HtmlNodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';

/** How often each kind of thing is in a tree. */
function counted(names: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

export interface Read {
  words: string;
  kinds: Record<string, number>;
}

export function readHtml(html: string): Read {
  const kinds: string[] = [];
  const visit = (node: HtmlNodes): string => {
    if (node.type === 'text') return node.value;
    if (node.type === 'element') {
      const { href, src, ...other } = node.properties;
      kinds.push(`${node.tagName} ${Object.keys(other).sort()} ${href ?? ''} ${src ?? ''}`);
    } else if (node.type !== 'root') kinds.push(node.type);
    const said =
      node.type === 'element' ? [node.properties.alt, node.properties.title, node.properties.content] : [];
    const inside = 'children' in node ? node.children.map((child) => visit(child as HtmlNodes)) : [];
    return [...said.filter((each) => typeof each === 'string'), ...inside].join(' ');
  };
  const words = visit(fromHtml(html.replace(/<script type="application\/ld\+json">.*?<\/script>/s, '')));
  return { words, kinds: counted(kinds.filter((kind) => !/^(br|p) /.test(kind))) };
}

/** As readers on GitHub and elsewhere read it: they know nothing of our blocks. */
export function readMarkdown(markdown: string): Read {
  const kinds: string[] = [];
  const visit = (node: Nodes): string => {
    const url = 'url' in node ? node.url : '';
    kinds.push(`${node.type}${node.type === 'html' ? ` ${node.value}` : ''} ${url}`);
    const said = [('alt' in node && node.alt) || '', ('title' in node && node.title) || ''];
    const inside = 'children' in node ? node.children.map((child) => visit(child)) : [];
    const joined = node.type === 'paragraph' || node.type === 'heading' ? inside.join('') : inside.join(' ');
    return `${said.join(' ')}${'value' in node ? node.value : joined}`;
  };
  const tree = fromMarkdown(markdown, {
    extensions: [gfmStrikethrough(), gfmTable()],
    mdastExtensions: [gfmStrikethroughFromMarkdown(), gfmTableFromMarkdown()],
  });
  const words = visit(tree);
  return { words, kinds: counted(kinds.filter((kind) => !/^(text|break|paragraph) /.test(kind))) };
}

export const wholeFormats = ['html', 'markdown', 'text'] as const;

export const readers: Record<(typeof wholeFormats)[number], (text: string) => Read> = {
  html: readHtml,
  markdown: readMarkdown,
  text: (words) => ({ words, kinds: {} }),
};

/** Blanks at edges, and how many there are, show nowhere. */
export const shown = (words: string) => words.replace(/\s+/g, ' ').trim();

/** Every text of an answer but HTML, and addresses, which are made of words and are none. */
export function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    /^(html|anchor|url|@id)$/.test(key) ? [] : stringsOf(each),
  );
}
