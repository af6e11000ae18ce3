/** A license counts through the end of its last day where it is valid, whatever the clocks do that night. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { licenseInForce, licensePeriod } from '../../../src/availability/licenses.js';
import { states } from '../../../src/availability/states.js';

const license = (state: string, expiresOn: string | null, issuedOn: string | null = null) => ({
  id: 'license',
  state,
  issuedOn,
  expiresOn,
});

/** State, the last day as stored, and the instant at which it no longer counts. */
const ends: [string, string, string][] = [
  ['FL', '2026-12-31T12:00:00.000Z', '2027-01-01T05:00:00.000Z'],
  ['FL', '2026-12-31T00:00:00.000Z', '2027-01-01T05:00:00.000Z'],
  ['FL', '2026-12-31', '2027-01-01T05:00:00.000Z'],
  ['FL', '2026-06-30T12:00:00.000Z', '2026-07-01T04:00:00.000Z'],
  // the day on which clocks go forward, the day before, and those on which they go back
  ['NJ', '2026-03-08T12:00:00.000Z', '2026-03-09T04:00:00.000Z'],
  ['NJ', '2026-03-07T12:00:00.000Z', '2026-03-08T05:00:00.000Z'],
  ['NJ', '2026-11-01T12:00:00.000Z', '2026-11-02T05:00:00.000Z'],
  ['NJ', '2026-10-31T12:00:00.000Z', '2026-11-01T04:00:00.000Z'],
  ['CA', '2026-12-31T12:00:00.000Z', '2027-01-01T08:00:00.000Z'],
  ['AZ', '2026-06-30T12:00:00.000Z', '2026-07-01T07:00:00.000Z'],
  ['HI', '2026-06-30T12:00:00.000Z', '2026-07-01T10:00:00.000Z'],
  ['PR', '2026-06-30T12:00:00.000Z', '2026-07-01T04:00:00.000Z'],
  ['GU', '2026-12-31T12:00:00.000Z', '2026-12-31T14:00:00.000Z'],
  ['FL', '2028-02-29T12:00:00.000Z', '2028-03-01T05:00:00.000Z'],
  // any other time of day is the instant itself
  ['FL', '2026-12-31T17:30:00.000Z', '2026-12-31T17:30:00.000Z'],
  ['FL', '2026-12-31T12:00:00.001Z', '2026-12-31T12:00:00.001Z'],
  ['FL', '2026-12-31T12:30:00-05:00', '2026-12-31T17:30:00.000Z'],
];

describe('a license', () => {
  it.each(ends)('of %s stored as %s until counts up to %s', (state, expiresOn, until) => {
    const held = license(state, expiresOn);
    expect(licensePeriod(held)).toEqual({ effectiveFrom: null, effectiveTo: until });
    expect(licenseInForce(held, new Date(Date.parse(until) - 1).toISOString())).toBe(true);
    expect(licenseInForce(held, until)).toBe(false);
  });

  it.each(ends)('of %s stored as %s from counts whole on its first day', (state, issuedOn) => {
    const { effectiveFrom } = licensePeriod(license(state, null, issuedOn));
    const { effectiveTo } = licensePeriod(license(state, issuedOn));
    const hours = (Date.parse(effectiveTo ?? '') - Date.parse(effectiveFrom ?? '')) / 3_600_000;
    expect([0, 23, 24, 25]).toContain(hours);
    expect(licenseInForce(license(state, null, issuedOn), effectiveFrom ?? '')).toBe(true);
    const before = new Date(Date.parse(effectiveFrom ?? '') - 1).toISOString();
    expect(licenseInForce(license(state, null, issuedOn), before)).toBe(false);
  });

  it('without dates is always in force', () => {
    expect(licenseInForce(license('FL', null), '2026-01-01T00:00:00.000Z')).toBe(true);
  });

  it('in any state ends when the calendar on the wall there shows the next day', () => {
    const anyDay = fc.integer({ min: 0, max: 365 * 60 }).map((days) => Date.UTC(1990, 0, 1 + days, 12));
    fc.assert(
      fc.property(fc.constantFrom(...states), anyDay, ({ usps, zone }, noon) => {
        const { effectiveTo } = licensePeriod(license(usps, new Date(noon).toISOString()));
        const end = Date.parse(effectiveTo ?? '');
        const shown = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
        expect(shown.format(end - 1)).toBe(new Date(noon).toISOString().slice(0, 10));
        expect(shown.format(end)).toBe(new Date(noon + 24 * 3_600_000).toISOString().slice(0, 10));
      }),
      { numRuns: 2000 },
    );
  });
});
