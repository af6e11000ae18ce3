/** A whole page as an HTML document: semantic, escaped, with the class names of formats/class-names.md. */
import { escapeHtml } from '../../../collections/blocks/fieldValues.js';
import { safeUrl } from '../../../collections/blocks/safeUrl.js';
import type { PageAnswer } from '../composePage.js';
import { addressOf, type Part, type Run } from './part.js';
import { pageWords } from './words.js';

/** What cannot be told from the parts alone. */
export interface HtmlParts {
  body: string;
  rich: (richText: unknown) => string;
  /** The picture with this id, as figures show it. */
  image: (id: string) => string;
}

const broken = (text: string) => escapeHtml(text).replaceAll('\n', '<br>');

function run(each: Run): string {
  const { moment, text } = each;
  const words = broken(text);
  const url = addressOf(each);
  if (url !== undefined) return `<a href="${escapeHtml(url)}">${words}</a>`;
  return moment === undefined ? words : `<time datetime="${escapeHtml(moment)}">${words}</time>`;
}

const line = (words: readonly Run[]) => words.map(run).join('');

function write(part: Part, parts: HtmlParts): string {
  switch (part.is) {
    case 'heading':
      return `<h${part.level}${part.level === 1 ? ' class="fr-page-title"' : ''}>${line(part.words)}</h${part.level}>`;
    case 'paragraph':
      return `<p class="fr-page-${part.name}">${line(part.words)}</p>`;
    case 'list': {
      const tag = part.isOrdered ? 'ol' : 'ul';
      const items = part.items.map((item) => `<li>${line(item)}</li>`).join('');
      return `<${tag} class="fr-page-${part.name}">${items}</${tag}>`;
    }
    case 'image':
      return parts.image(part.id);
    case 'disclaimer':
      return part.disclaimer.html;
    case 'section':
      return `<section class="fr-page-${part.name}">${writeAll(part.parts, parts)}</section>`;
    case 'rich':
      return parts.rich(part.richText);
    case 'body':
      return `<div class="fr-page-body">${parts.body}</div>`;
  }
}

const writeAll = (order: readonly Part[], parts: HtmlParts): string =>
  order.map((part) => write(part, parts)).join('');

/** JSON inside of a script: no text in it can end the script or begin another. */
const asScript = (data: unknown) => JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, unicodeEscape);
const unicodeEscape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The title of the document; that of a myth says that it is one, unless an editor gave it another for search engines. */
function titleOf({ page: { kind, locale, title }, seo }: PageAnswer): string {
  const shown = seo.title || title;
  return kind === 'misconception' && shown === title ? `${pageWords[locale].myth}: ${title}` : shown;
}

function head(answer: PageAnswer, isHidden: boolean): string {
  const { jsonLd, seo } = answer;
  const canonical = safeUrl(seo.canonical);
  return [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(titleOf(answer))}</title>`,
    seo.description ? `<meta name="description" content="${escapeHtml(seo.description)}">` : '',
    isHidden || seo.noIndex ? '<meta name="robots" content="noindex">' : '',
    canonical ? `<link rel="canonical" href="${escapeHtml(canonical)}">` : '',
    `<script type="application/ld+json">${asScript(jsonLd)}</script>`,
  ].join('');
}

/** `isHidden`: search engines are asked to leave it out, whatever the page says. */
export function writeHtml(
  answer: PageAnswer,
  order: readonly Part[],
  { isHidden, ...parts }: HtmlParts & { isHidden: boolean },
): string {
  const { kind, locale } = answer.page;
  const article = `<article class="fr-page fr-page-${kind}">${writeAll(order, parts)}</article>`;
  return (
    `<!doctype html><html lang="${locale}"><head>${head(answer, isHidden)}</head>` +
    `<body><main>${article}</main></body></html>\n`
  );
}
