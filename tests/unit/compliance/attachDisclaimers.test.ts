/** Which disclaimers stand on a page, where, when and why. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  attachDisclaimers,
  type DisclaimerRow,
  demandsOf,
  type RuleRow,
} from '../../../src/compliance/attachDisclaimers.js';
import { isEffective, nextChangeAt } from '../../../src/compliance/effectiveDates.js';
import type { PageProperties } from '../../../src/compliance/pageProperties.js';

const page: PageProperties = {
  site: 'brightpath',
  kind: 'article',
  services: [],
  modes: [],
  topics: ['ptsd'],
  states: ['FL'],
  offersFree: false,
  showsPrice: false,
  text: '',
};
const noon = '2026-06-01T12:00:00.000Z';

const rule = (change: Partial<RuleRow> = {}): RuleRow => ({
  slug: 'heavy-topics',
  match: 'all',
  conditions: [{ property: 'topic', operator: 'includes', value: 'ptsd' }],
  severity: 'warn',
  effect: { kind: 'attachDisclaimer', disclaimer: 'crisis' },
  source: { title: 'House rule' },
  ...change,
});
const disclaimer = (change: Partial<DisclaimerRow> = {}): DisclaimerRow => ({
  id: 'crisis',
  placement: 'footer',
  ...change,
});

const attach = (rules: RuleRow[], disclaimers: DisclaimerRow[] = [disclaimer()], at = noon) =>
  attachDisclaimers(demandsOf(rules, page), disclaimers, at);

describe('a disclaimer', () => {
  it('stands where its rule says, with the reason', () => {
    const attached = attach([
      rule({ effect: { kind: 'attachDisclaimer', disclaimer: 'crisis', placement: 'besideClaim' } }),
    ]);
    expect(attached).toEqual([
      {
        disclaimer: disclaimer(),
        placement: 'besideClaim',
        severity: 'warn',
        because: [
          {
            rule: 'heavy-topics',
            source: { title: 'House rule', url: null },
            properties: [{ property: 'topic', operator: 'includes', value: 'ptsd' }],
          },
        ],
      },
    ]);
  });

  it('stands at its own place when the rule names none', () => {
    expect(attach([rule()]).map(({ placement }) => placement)).toEqual(['footer']);
  });

  it('stands once for two rules, with both reasons and the stricter severity', () => {
    const [only, ...others] = attach([rule(), rule({ slug: 'second', severity: 'block' })]);
    expect(others).toEqual([]);
    expect(only?.severity).toBe('block');
    expect(only?.because.map((reason) => reason.rule)).toEqual(['heavy-topics', 'second']);
  });

  it('stands in both places when two rules ask for different ones', () => {
    const elsewhere = rule({
      slug: 'second',
      effect: { kind: 'attachDisclaimer', disclaimer: 'crisis', placement: 'besideClaim' },
    });
    expect(attach([rule(), elsewhere]).map(({ placement }) => placement)).toEqual(['besideClaim', 'footer']);
  });

  const dates: [string, number, Partial<RuleRow>, Partial<DisclaimerRow>][] = [
    ['a rule that begins now', 1, { effectiveFrom: noon }, {}],
    ['a rule that begins later', 0, { effectiveFrom: '2026-06-01T12:00:00.001Z' }, {}],
    ['a rule that ends now', 0, { effectiveTo: noon }, {}],
    ['a rule that ends later, said in another zone', 1, { effectiveTo: '2026-06-01T13:30:00+01:00' }, {}],
    ['a disclaimer that begins later', 0, {}, { effectiveFrom: '2026-06-02T00:00:00.000Z' }],
    ['a disclaimer that has ended', 0, {}, { effectiveTo: '2026-05-31T00:00:00.000Z' }],
  ];
  it.each(dates)('%s: attached %i times', (_name, count, ruleDates, disclaimerDates) => {
    expect(attach([rule(ruleDates)], [disclaimer(disclaimerDates)])).toHaveLength(count);
  });

  const silent: [string, RuleRow['effect']][] = [
    ['a rule that forbids a phrase', { kind: 'forbidPhrase' }],
    ['a rule that requires a field', { kind: 'requireField', disclaimer: 'crisis' }],
    ['a rule without a disclaimer', { kind: 'attachDisclaimer', disclaimer: null }],
    ['a rule whose disclaimer is not public', { kind: 'attachDisclaimer', disclaimer: 'draft' }],
  ];
  it.each(silent)('%s attaches none', (_name, effect) => {
    expect(attach([rule({ effect })])).toEqual([]);
  });
});

const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
const dated = fc.record({
  effectiveFrom: fc.option(moment.map((date) => date.toISOString())),
  effectiveTo: fc.option(moment.map((date) => date.toISOString())),
});

describe('the laws of dates', () => {
  it('between a moment and the next change nothing begins or ends', () => {
    fc.assert(
      fc.property(fc.array(dated, { maxLength: 6 }), moment, moment, (all, one, other) => {
        const at = one.toISOString();
        const next = nextChangeAt(all, at);
        const later = other.toISOString();
        if (later < at || (next !== null && later >= next)) return;
        expect(all.map((each) => isEffective(each, later))).toEqual(all.map((each) => isEffective(each, at)));
      }),
    );
  });
});
