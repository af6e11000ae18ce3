/** The lines that readers of a format see, in order: paragraphs, items, rows of tables, and what stands between two line breaks. */
import type { Nodes as HtmlNodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';

/** Marks of lists, quotes and headings, as plain text and Markdown files have them. */
const marks = /^\s*(?:(?:[-*+>]|#{1,6}|\d+[.)])\s+)*/;
/** Plain text tells where a link leads. */
const address = / \((?:https?:|mailto:|tel:|\/)[^)\s]*\)/g;

/** What is said in plain text, line by line, without marks, addresses and empty lines. */
export function linesOfText(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(address, '').replace(marks, '').replace(/\s+/g, ' ').trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
}

const inLine = /^(a|abbr|b|cite|code|del|dfn|em|i|s|span|strong|sub|sup|time)$/;

function htmlText(node: HtmlNodes): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ');
  const inside = () => ('children' in node ? node.children.map((child) => htmlText(child as HtmlNodes)) : []);
  if (node.type !== 'element') return inside().join('');
  if (/^(head|script|style)$/.test(node.tagName)) return '';
  if (node.tagName === 'br') return '\n';
  if (node.tagName === 'tr')
    return `\n${inside()
      .join(' | ')
      .replace(/\s*\n\s*(?=\S)/g, ' / ')}\n`;
  if (node.tagName === 'pre') return `\n${preformatted(node)}\n`;
  return inLine.test(node.tagName) || /^t[dh]$/.test(node.tagName)
    ? inside().join('')
    : `\n${inside().join('')}\n`;
}

const preformatted = (node: HtmlNodes): string =>
  node.type === 'text'
    ? node.value
    : 'children' in node
      ? (node.children as HtmlNodes[]).map(preformatted).join('')
      : '';

export const linesOfHtml = (html: string): string[] => linesOfText(htmlText(fromHtml(html)));

function markdownText(node: Nodes): string {
  if (node.type === 'html') return node.value === '<br>' ? '\n' : '';
  if ('value' in node) return node.type === 'code' ? `\n${node.value}\n` : node.value;
  if (node.type === 'break') return '\n';
  const inside = 'children' in node ? node.children.map((child) => markdownText(child)) : [];
  if (node.type === 'tableRow') return `\n${inside.join(' | ').replace(/\s*\n\s*/g, ' / ')}\n`;
  return /^(paragraph|heading)$/.test(node.type) ? `\n${inside.join('')}\n` : inside.join('');
}

/** As any reader of Markdown with tables reads it. */
export function linesOfMarkdown(markdown: string): string[] {
  const extensions = [gfmStrikethrough(), gfmTable()];
  const mdastExtensions = [gfmStrikethroughFromMarkdown(), gfmTableFromMarkdown()];
  return linesOfText(markdownText(fromMarkdown(markdown, { extensions, mdastExtensions })));
}
