/** Takes out of a page's content what is not its text, and says which of it a reader would miss. */
import type { Element, Nodes } from 'hast';
import { allOf, attribute, lineOfNode, wordsOf } from './elements.js';

/** No reader misses these. */
const silent = new Set([
  ...['script', 'style', 'noscript', 'template', 'link', 'meta', 'nav', 'footer', 'svg', 'canvas', 'dialog'],
  ...['input', 'select', 'textarea', 'label', 'fieldset', 'datalist', 'progress', 'meter', 'map', 'area'],
]);

const silentRoles = new Set(['navigation', 'banner', 'contentinfo', 'search', 'dialog', 'alertdialog']);

/** Readers see these, and Markdown cannot say them. */
const named: Record<string, string> = {
  aside: 'an aside',
  audio: 'a sound',
  button: 'a button',
  embed: 'embedded content',
  form: 'a form',
  iframe: 'embedded content',
  object: 'embedded content',
  video: 'a video',
};

/** Their words stay. */
const formats: Record<string, string> = {
  mark: 'highlighted words',
  sub: 'subscript',
  sup: 'superscript',
  u: 'underlined words',
};

const isHidden = (element: Element): boolean =>
  element.properties.hidden !== undefined ||
  attribute(element, 'ariaHidden') === 'true' ||
  /display:\s*none/i.test(attribute(element, 'style') ?? '');

function isSilent(element: Element, isTop: boolean): boolean {
  if (silent.has(element.tagName) || silentRoles.has(attribute(element, 'role') ?? '')) return true;
  // the header of the page; that of an article holds its title
  return isHidden(element) || (isTop && element.tagName === 'header');
}

/** Changes `content` in place. Answers what is to be told, with lines. */
export function leaveOut(content: Element): string[] {
  const notes: string[] = [];
  keepSigned(content);
  prune(content, content.tagName === 'body', notes);
  for (const [tag, name] of Object.entries(formats)) {
    const found = allOf(content, tag);
    for (const element of found) element.tagName = 'span';
    const [first] = found;
    if (first)
      notes.push(
        `line ${lineOfNode(first)}: ${name} (${found.length} in all): the words stay, the look goes`,
      );
  }
  return notes;
}

/** The footer of a quotation says whose words they are. */
function keepSigned(content: Element): void {
  for (const quotation of allOf(content, 'blockquote')) {
    for (const footer of allOf(quotation, 'footer')) footer.tagName = 'p';
  }
}

function prune(node: Element, isTop: boolean, notes: string[]): void {
  node.children = node.children.filter((child) => {
    if (child.type !== 'element') return child.type !== 'comment';
    if (isSilent(child, isTop)) return false;
    const name = named[child.tagName];
    if (name) notes.push(describe(child, name));
    else prune(child, isTop && isWrapper(child), notes);
    return !name;
  });
}

const isWrapper = ({ tagName }: Element): boolean => tagName === 'div';

function describe(element: Element, name: string): string {
  const words = wordsOf(element as Nodes) || attribute(element, 'src') || attribute(element, 'title') || '';
  const shown = words.length > 60 ? `${words.slice(0, 60)}…` : words;
  return `line ${lineOfNode(element)}: ${name}${shown ? ` (“${shown}”)` : ''}; left out`;
}
