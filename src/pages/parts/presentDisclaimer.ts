/** A disclaimer as answers carry it: its clauses, its place, and why it stands there. Pure. */
import { escapeHtml, wellFormed } from '../../../collections/blocks/fieldValues.js';
import type { Locale } from '../../../collections/locales.js';
import type { Attached, Placement, Reason } from '../../compliance/attachDisclaimers.js';
import type { LocalizedDisclaimer } from '../documents.js';
import { revisionOf } from '../revision.js';

export interface AnsweredDisclaimer {
  id: string;
  slug: string;
  title: string;
  /** Equal for equal wording in one language: 16 hexadecimal digits. */
  version: string;
  placement: Placement;
  /** The default locale where there is no whole translation. */
  locale: Locale;
  html: string;
  text: string;
  clauses: { key: string; text: string }[];
  because: Reason[];
}

const paragraph = (text: string) => `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;

const classNames: Record<Placement, string> = {
  besideClaim: 'fr-disclaimer-beside-claim',
  beforeCallToAction: 'fr-disclaimer-before-call-to-action',
  footer: 'fr-disclaimer-footer',
};

function htmlOf(
  texts: string[],
  { disclaimer: { locale, slug }, placement }: Attached<LocalizedDisclaimer>,
): string {
  const names = `fr-disclaimer ${classNames[placement]}`;
  const opening = `<aside class="${names}" data-disclaimer="${escapeHtml(slug)}" lang="${locale}" role="note">`;
  return `${opening}${texts.map(paragraph).join('')}</aside>`;
}

/** Clauses are paragraphs, in their order; line breaks inside of one stay. */
export function presentDisclaimer(attached: Attached<LocalizedDisclaimer>): AnsweredDisclaimer {
  const { because, disclaimer, placement } = attached;
  const { id, locale, slug, title } = disclaimer;
  const clauses = disclaimer.clauses.map(({ key, text }) => ({ key, text: wellFormed(text) }));
  const texts = clauses.map(({ text }) => text);
  const html = htmlOf(texts, attached);
  const version = revisionOf({ locale, clauses }).slice(0, 16);
  return { id, slug, title, version, placement, locale, html, text: texts.join('\n\n'), clauses, because };
}
