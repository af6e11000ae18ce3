/** Intl objects are slow to make: one of each for a language, made at first use. */
import type { Locale } from '../../collections/locales.js';

/** What Intl calls our languages. */
export const languageTags: Record<Locale, string> = { en: 'en-US', es: 'es-US' };

function keptPerLocale<T>(make: (tag: string) => T): (locale: Locale) => T {
  const kept = new Map<Locale, T>();
  return (locale) => {
    const found = kept.get(locale) ?? make(languageTags[locale]);
    kept.set(locale, found);
    return found;
  };
}

const listFormat = keptPerLocale((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }));

const numberFormat = keptPerLocale((tag) => new Intl.NumberFormat(tag));

const pluralRules = keptPerLocale((tag) => new Intl.PluralRules(tag));

/** Compares words as a dictionary of the language does. */
export const collator = keptPerLocale((tag) => new Intl.Collator(tag));

/** “Florida, Georgia, and New Jersey”, “Florida, Georgia e Illinois”. */
export const wordList = (locale: Locale, parts: Iterable<string>): string => listFormat(locale).format(parts);

/** “67”, “1,204”. */
export const numberWords = (locale: Locale, count: number): string => numberFormat(locale).format(count);

/** The form that goes with a number. */
export const plural = (locale: Locale, count: number, forms: { one: string; other: string }): string =>
  pluralRules(locale).select(count) === 'one' ? forms.one : forms.other;
