/** A stored price in words: “from $250/month”, “desde $250 al mes”. Pure. */
import type { Locale } from '../../../collections/locales.js';
import { languageTags } from '../../availability/intl.js';
import type { Service } from '../../payload-types.js';

type Price = NonNullable<Service['price']>;

interface Words {
  free: string;
  from: (price: string) => string;
  startingAt: (price: string) => string;
  /** What follows the amount. */
  periods: Record<NonNullable<Price['period']>, string>;
}

const words: Record<Locale, Words> = {
  en: {
    free: 'free',
    from: (price) => `from ${price}`,
    startingAt: (price) => `starting at ${price}`,
    periods: { month: '/month', session: '/session', visit: '/visit', once: ' one time' },
  },
  es: {
    free: 'gratis',
    from: (price) => `desde ${price}`,
    startingAt: (price) => `a partir de ${price}`,
    periods: { month: ' al mes', session: ' por sesión', visit: ' por visita', once: ' por única vez' },
  },
};

const kept = new Map<string, Intl.NumberFormat>();

function moneyFormat(currency: string, locale: Locale): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const format =
    kept.get(key) ??
    new Intl.NumberFormat(languageTags[locale], {
      ...{ style: 'currency', currency, currencyDisplay: 'narrowSymbol' },
      // “$250” and “$249.50”
      trailingZeroDisplay: 'stripIfInteger',
    });
  kept.set(key, format);
  return format;
}

/**
 * The price in one of the wordings of `collections/values/price.ts`, in lower case; an amount of 0 is “free” in all of them.
 * Undefined when no amount is stored.
 */
export function priceWords(
  price: Price | null | undefined,
  { locale, wording }: { locale: Locale; wording: string },
): string | undefined {
  if (typeof price?.amount !== 'number') return undefined;
  const { free, from, periods, startingAt } = words[locale];
  if (price.amount === 0) return free;
  const amount = moneyFormat(price.currency ?? 'USD', locale).format(price.amount);
  const plain = price.period ? `${amount}${periods[price.period]}` : amount;
  const meant = wording === 'as-set' ? (price.qualifier ?? 'exact') : wording;
  if (meant === 'from') return from(plain);
  if (meant === 'startingAt' || meant === 'starting-at') return startingAt(plain);
  return meant === 'amount' ? amount : plain;
}
