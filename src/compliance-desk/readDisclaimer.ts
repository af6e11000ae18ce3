/** A disclaimer of a body, as pages read disclaimers: its new texts in one language, those that are public in the others. */
import type { Locale } from '../../collections/locales.js';
import { defaultLocale, locales } from '../../collections/locales.js';
import type { LocalizedDisclaimer } from '../pages/documents.js';
import type { Disclaimer } from '../payload-types.js';
import { idIn, idsIn, momentIn, type Part, partsIn, textIn, wordIn } from './readFields.js';
import { placements } from './readRule.js';

const mostClauses = 100;

/** One text for each language in which there is one. */
export type Texts = Partial<Record<Locale, string | null>>;

/** What is public of a disclaimer, in all languages. */
export interface PublicTexts {
  title: Texts;
  /** By the id of the row. */
  clauses: ReadonlyMap<string, Texts>;
}

/** Undefined where it has no title in the language, or a clause without a text. */
export type InLocales = Partial<Record<Locale, LocalizedDisclaimer>>;

interface Clause {
  id: string | null;
  key: string;
  text: string;
}

const clausesIn = (part: Part): Clause[] =>
  partsIn(part, 'clauses', mostClauses).map((row) => ({
    id: idIn(row, 'id'),
    key: textIn(row, 'key'),
    text: textIn(row, 'text'),
  }));

/** In the language that is edited the given text, in any other the one that is public. */
function clausesFor(clauses: readonly Clause[], before: PublicTexts | null, other: Locale | null): Clause[] {
  if (other === null) return [...clauses];
  return clauses.map((clause) => ({ ...clause, text: before?.clauses.get(clause.id ?? '')?.[other] ?? '' }));
}

/** The disclaimer of this id in every language in which it would be public. `before` is null for one that is not public. */
export function readDisclaimer(
  part: Part,
  { before, id, locale }: { before: PublicTexts | null; id: string; locale: Locale },
): InLocales {
  const clauses = clausesIn(part);
  const shared = {
    id,
    slug: textIn(part, 'slug') || 'this-disclaimer',
    placement: part.fields.placement === undefined ? 'footer' : wordIn(part, 'placement', placements),
    sites: idsIn(part, 'sites'),
    effectiveFrom: momentIn(part, 'effectiveFrom'),
    effectiveTo: momentIn(part, 'effectiveTo'),
  } as const;
  const own = textIn(part, 'title');
  const inLocale = (each: Locale): LocalizedDisclaimer | undefined => {
    const title = each === locale ? own : before?.title[each];
    const texts = clausesFor(clauses, before, each === locale ? null : each);
    if (!title || texts.some(({ text }) => !text)) return undefined;
    // pages read neither of its times
    return { ...shared, title, clauses: texts, locale: each } as LocalizedDisclaimer;
  };
  return Object.fromEntries(locales.map((each) => [each, inLocale(each)]));
}

/** As a page in this language shows it: what has no whole translation is in the default language. */
export const shownIn = (found: InLocales, locale: Locale): LocalizedDisclaimer | undefined =>
  found[locale] ?? found[defaultLocale];

const isTexts = (value: unknown): value is Texts => typeof value === 'object' && value !== null;

/** From a row with all its languages. */
export function publicTextsOf(row: Disclaimer): PublicTexts {
  const textsOf = (value: unknown): Texts => (isTexts(value) ? value : {});
  const rows = (row.clauses ?? []).map(({ id, text }) => [String(id ?? ''), textsOf(text)] as const);
  return { title: textsOf(row.title), clauses: new Map(rows) };
}
