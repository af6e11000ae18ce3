/** A disclaimer as answers carry it: its clauses, its place, and why it stands there. Pure. */
import { escapeHtml, wellFormed } from '../../../collections/blocks/fieldValues.js';
import type { Attached, Placement, Reason } from '../../compliance/attachDisclaimers.js';
import type { Locale, LocalizedDisclaimer } from '../documents.js';

export interface AnsweredDisclaimer {
  id: string;
  slug: string;
  title: string;
  placement: Placement;
  /** The default locale where there is no whole translation. */
  locale: Locale;
  html: string;
  text: string;
  clauses: { key: string; text: string }[];
  because: Reason[];
}

const paragraph = (text: string) => `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;

const htmlOf = (texts: string[], { placement, slug }: { placement: string; slug: string }, lang: string) =>
  `<aside class="fr-disclaimer fr-disclaimer-${placement}" data-disclaimer="${escapeHtml(slug)}" lang="${lang}">` +
  `${texts.map(paragraph).join('')}</aside>`;

/** Clauses are paragraphs, in their order; line breaks inside of one stay. */
export function presentDisclaimer(attached: Attached<LocalizedDisclaimer>): AnsweredDisclaimer {
  const { because, disclaimer, placement } = attached;
  const { id, locale, slug, title } = disclaimer;
  const clauses = disclaimer.clauses.map(({ key, text }) => ({ key, text: wellFormed(text) }));
  const texts = clauses.map(({ text }) => text);
  const html = htmlOf(texts, { placement, slug }, locale);
  return { id, slug, title, placement, locale, html, text: texts.join('\n\n'), clauses, because };
}
