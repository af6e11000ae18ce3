/**
 * A saved page as front matter and Markdown. What stands around the text (scripts, navigation, footer, forms) is left out; what
 * stands in the text and has no Markdown form is named.
 */
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Root as MarkdownRoot } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Fields } from '../files/checkFields.js';
import { isMoment } from '../files/moments.js';
import { ImportProblem } from '../ImportProblem.js';
import { printMarkdown } from '../markdown/syntax.js';
import { allOf, attribute, firstOf, wordsOf } from './elements.js';
import { keepLinksSafe } from './keepLinksSafe.js';
import { leaveOut } from './leaveOut.js';
import { prepareTables, tableHandler } from './tables.js';

export interface HtmlPage {
  /** What the page says of itself, by the keys of front matter. */
  values: Fields;
  markdown: string;
  /** The page's own address. */
  canonical: string | undefined;
  /** Who wrote it, as the page says: known or not. */
  author: string | undefined;
  notes: string[];
}

/** @throws ImportProblem when there is no text, or something in it would be lost (a table with cells that span columns). */
export function readHtml(html: string): HtmlPage {
  const tree = fromHtml(html);
  const head = readHead(tree);
  const content = contentOf(tree);
  const heading = firstOf(content, 'h1');
  const isTitle = heading !== undefined && !saysSentenceBefore(content, heading);
  const title = isTitle ? wordsOf(heading) : (head.title ?? (heading && wordsOf(heading)));
  if (isTitle) removeFrom(content, heading);
  const notes = leaveOut(content);
  captionImages(content);
  prepareTables(content);
  keepLinksSafe(content, head.canonical, notes);
  const root = { type: 'root', children: content.children } as Root;
  const mdast = toMdast(root, { handlers: { table: tableHandler } }) as MarkdownRoot;
  if (textOf(mdast).trim() === '')
    throw new ImportProblem(['no text was found: no main, article or body with words']);
  const values = Object.entries({ ...head.values, title }).filter(([, value]) => value !== undefined);
  return {
    ...{ canonical: head.canonical, author: head.author, notes },
    values: Object.fromEntries(values),
    markdown: printMarkdown(mdast),
  };
}

interface Head {
  title: string | undefined;
  canonical: string | undefined;
  author: string | undefined;
  values: Fields;
}

function readHead(tree: Root): Head {
  const meta = (name: string) =>
    allOf(tree, 'meta')
      .filter((each) => [attribute(each, 'name'), attribute(each, 'property')].includes(name))
      .map((each) => attribute(each, 'content')?.trim())
      .find(Boolean);
  const title = firstOf(tree, 'title');
  const canonical = allOf(tree, 'link').find((each) =>
    attribute(each, 'rel')?.split(/\s+/).includes('canonical'),
  );
  const language = attribute(firstOf(tree, 'html'), 'lang')?.split(/[-_]/)[0]?.toLowerCase();
  return {
    title: meta('og:title') ?? (title ? wordsOf(title) : undefined),
    canonical: webAddress(attribute(canonical, 'href') ?? meta('og:url')),
    author: meta('author'),
    values: {
      summary: meta('description') ?? meta('og:description'),
      locale: language || undefined,
      publishedAt: [meta('article:published_time')].find((time) => time && isMoment(time)),
    },
  };
}

const webAddress = (address: string | undefined) =>
  address && /^https?:/.test(address) && URL.canParse(address) ? address : undefined;

/** The article when the page has one, else its main part, else everything. */
function contentOf(tree: Root): Element {
  const main = firstOf(tree, 'main') ?? allOf(tree, '*').find((each) => attribute(each, 'role') === 'main');
  const articles = allOf(main ?? tree, 'article').filter(({ children }) => children.length > 0);
  const [only] = articles;
  if (only && articles.length === 1) return only;
  const found = main ?? firstOf(tree, 'body');
  if (!found) throw new ImportProblem(['this is no HTML page']);
  return found;
}

/** A category or a name may stand above the title; where whole sentences do, the heading is one of the text. */
function saysSentenceBefore(content: Element, heading: Element): boolean {
  const all = allOf(content, '*');
  return all
    .slice(0, all.indexOf(heading))
    .filter(({ tagName }) => tagName === 'p' || tagName === 'li')
    .some((element) => /[.!?…]["'”’)]*$/.test(wordsOf(element)));
}

function removeFrom(node: Nodes, unwanted: Element): void {
  if (!('children' in node)) return;
  const at = (node.children as Nodes[]).indexOf(unwanted);
  if (at !== -1) node.children.splice(at, 1);
  else for (const child of node.children) removeFrom(child as Nodes, unwanted);
}

/** What stands below an image becomes its title, which Markdown writes beside it. */
function captionImages(content: Element): void {
  for (const figure of allOf(content, 'figure')) {
    const [image, ...more] = allOf(figure, 'img');
    const caption = firstOf(figure, 'figcaption');
    if (!image || more.length > 0 || !caption) continue;
    image.properties.title = wordsOf(caption);
    removeFrom(figure, caption);
  }
}
