import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { states } from '../../../src/availability/states.js';
import { countyTable } from '../../../src/census/census.js';

const table = countyTable();
const counties = states.flatMap(({ usps }) => table.inState(usps)).sort((a, b) => (a.fips < b.fips ? -1 : 1));
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The table as a file, with the state that `stateOf` says. */
const asCsv = (stateOf: (state: string, fips: string) => string) =>
  `${['county_fips,state,name', ...counties.map(({ fips, state, name }) => `${fips},${stateOf(state, fips)},${name}`)].join('\n')}\n`;

describe('the county table', () => {
  it('gives back the committed file and, but for the state of three islands, the one that was given', () => {
    expect(sha256(asCsv((state) => state))).toBe(
      '9a8f09807fc90b46a4798194718bb7ba5bda04d6ffea3211496e29be6e374d11',
    );
    expect(sha256(asCsv((state, fips) => (fips.startsWith('78') ? 'PR' : state)))).toBe(
      'a6b50baf3c1cbddcc1b5c2fbca8d7e395f522b24e255650f386d366c436da077',
    );
  });

  it('has the counties of every state in the order of their FIPS codes, which begin with the state’s', () => {
    expect(counties).toHaveLength(3_232);
    for (const { usps, fips } of states) {
      const here = table.inState(usps);
      expect(here.length).toBeGreaterThan(0);
      expect(here.every((county) => county.state === usps && county.fips.startsWith(fips))).toBe(true);
      expect(here.map((county) => county.fips)).toEqual(
        [...new Set(here.map((county) => county.fips))].sort(),
      );
    }
  });

  it('finds a county by its FIPS code, and none by anything else', () => {
    expect(counties.every((county) => table.byFips(county.fips) === county)).toBe(true);
    expect(table.byFips('12087')).toEqual({ fips: '12087', state: 'FL', name: 'Monroe County' });
    for (const unknown of ['', '12', '12000', '1', '120870', '69085', '60030', '09110', 'constructor'])
      expect(table.byFips(unknown)).toBeUndefined();
    expect(table.inState('XX')).toEqual([]);
    expect(table.inState('constructor')).toEqual([]);
  });

  it.each([
    ['AK', 30],
    ['AS', 4],
    ['CT', 8],
    ['DC', 1],
    ['FL', 67],
    ['GU', 1],
    ['LA', 64],
    ['MP', 3],
    ['NJ', 21],
    ['PR', 78],
    ['TX', 254],
    ['VA', 133],
    ['VI', 3],
  ])('counts what the Census counts in %s: %i', (state, count) => {
    expect(table.inState(state)).toHaveLength(count);
  });

  it('names what each state calls its counties', () => {
    const kinds = new Map(states.map(({ usps, countyKind }) => [usps, countyKind]));
    const endings: Record<string, RegExp> = {
      county: / County$/,
      parish: / Parish$/,
      borough: / (Borough|Census Area|Municipality)$/,
      municipio: / Municipio$/,
      municipality: / Municipality$/,
      countyOrCity: / (County|[Cc]ity)$/,
      equivalent: / (District|Island)$/,
      single: /^(District of Columbia|Guam)$/,
    };
    for (const { name, state } of counties) expect(name).toMatch(endings[kinds.get(state) ?? ''] ?? /^$/);
    const cities = states.filter(({ usps }) => table.inState(usps).some(({ name }) => /[Cc]ity$/.test(name)));
    expect(cities.map(({ usps }) => usps)).toEqual(['MD', 'MO', 'NV', 'VA']);
  });
});
