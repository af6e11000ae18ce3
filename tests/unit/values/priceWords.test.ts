/** How a stored price is said. */
import { describe, expect, it } from '@jest/globals';
import type { Locale } from '../../../collections/locales.js';
import { price as priceValue } from '../../../collections/values/price.js';
import { priceWords } from '../../../src/pages/values/priceWords.js';

const monthly = { amount: 250, currency: 'USD', period: 'month' } as const;
const say = (price: Parameters<typeof priceWords>[0], wording: string, locale: Locale = 'en') =>
  priceWords(price, { locale, wording });

describe('a price in words', () => {
  it.each([
    ['starting-at', 'starting at $250/month', 'a partir de $250 al mes'],
    ['from', 'from $250/month', 'desde $250 al mes'],
    ['plain', '$250/month', '$250 al mes'],
    ['amount', '$250', '$250'],
  ])('as %s is “%s” and “%s”', (wording, english, spanish) => {
    expect(say(monthly, wording)).toBe(english);
    expect(say(monthly, wording, 'es')).toBe(spanish);
  });

  it.each([
    ['exact', '$250/month'],
    ['from', 'from $250/month'],
    ['startingAt', 'starting at $250/month'],
  ] as const)('as set, qualified “%s”, is “%s”', (qualifier, words) => {
    expect(say({ ...monthly, qualifier }, 'as-set')).toBe(words);
  });

  it.each([
    ['session', '$90/session', '$90 por sesión'],
    ['visit', '$90/visit', '$90 por visita'],
    ['once', '$90 one time', '$90 por única vez'],
    [undefined, '$90', '$90'],
  ] as const)('per %s is “%s” and “%s”', (period, english, spanish) => {
    expect(say({ amount: 90, period }, 'plain')).toBe(english);
    expect(say({ amount: 90, period }, 'plain', 'es')).toBe(spanish);
  });

  it('has cents only where there are some, and thousands as people write them', () => {
    expect(say({ amount: 249.5 }, 'amount')).toBe('$249.50');
    expect(say({ amount: 1250 }, 'amount')).toBe('$1,250');
  });

  it('is free in every wording where it costs nothing', () => {
    for (const wording of Object.keys(priceValue.wordings)) {
      expect(say({ ...monthly, amount: 0 }, wording)).toBe('free');
      expect(say({ ...monthly, amount: 0 }, wording, 'es')).toBe('gratis');
    }
  });

  it('is not said where none is stored', () => {
    for (const price of [undefined, null, {}, { amount: null, currency: 'USD' as const }]) {
      expect(say(price, 'from')).toBeUndefined();
    }
  });

  it('is said in every wording that the editor offers, each time in other words or as one of them', () => {
    const said = Object.keys(priceValue.wordings).map((wording) =>
      say({ ...monthly, qualifier: 'from' }, wording),
    );
    expect(new Set(said).size).toBe(said.length - 1);
  });
});
