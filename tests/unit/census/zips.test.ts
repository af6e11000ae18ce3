import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { states } from '../../../src/availability/states.js';
import { countyTable, zipTable } from '../../../src/census/census.js';

interface ZipCode {
  zip: string;
  state: string;
  city: string;
}

const { codes } = createRequire(import.meta.url)('zipcodes/lib/codes.js') as {
  codes: Record<string, ZipCode>;
};
const zips = zipTable();
const counties = countyTable();
const everyCode = Array.from({ length: 100_000 }, (_, number) => String(number).padStart(5, '0'));
const areas = everyCode.flatMap((zip) => {
  const parts = zips.partsOf(zip);
  return parts ? [{ zip, parts }] : [];
});
const statesOf = (zip: string) => [
  ...new Set(zips.partsOf(zip)?.map(({ fips }) => counties.byFips(fips)?.state)),
];

describe('ZIP areas', () => {
  it('give back the file of the Census, byte for byte', () => {
    const lines = areas.flatMap(({ zip, parts }) =>
      [...parts]
        .sort((a, b) => b.landArea - a.landArea || Number(a.fips) - Number(b.fips))
        .map(({ fips, landArea }) => `${zip},${fips},${landArea}\n`),
    );
    const text = ['zcta,county_fips,land_m2\n', ...lines].join('');
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      '0b1dfb03346dc0e7cc13db555123377eb049bbe03d124fcabca1ca3bc8e8c8f8',
    );
  });

  it('are 33,791 in 46,960 parts, 7 of them without land', () => {
    const parts = areas.flatMap((area) => area.parts);
    expect(areas).toHaveLength(33_791);
    expect(parts).toHaveLength(46_960);
    expect(parts.filter(({ landArea }) => landArea === 0)).toHaveLength(7);
    expect(parts.reduce((sum, { landArea }) => sum + landArea, 0)).toBe(7_314_967_226_815);
    expect(areas.every((area) => area.parts.some(({ landArea }) => landArea > 0))).toBe(true);
  });

  it('have parts in counties that the county table knows, each once, in the order of FIPS codes', () => {
    const met = new Set<string>();
    for (const { parts } of areas) {
      const fips = parts.map((part) => part.fips);
      expect(fips).toEqual([...new Set(fips)].sort());
      for (const each of fips) met.add(each);
    }
    const known = states.flatMap(({ usps }) => counties.inState(usps).map(({ fips }) => fips));
    expect([...met].sort()).toEqual(known.sort());
  });

  it.each([
    ['57717', ['MT', 'SD', 'WY']],
    ['82082', ['CO', 'NE', 'WY']],
    ['86514', ['AZ', 'NM', 'UT']],
    ['42223', ['KY', 'TN']],
    ['00802', ['VI']],
    ['96799', ['AS']],
  ])('of %s lie in %j', (zip, expected) => {
    expect(statesOf(zip).sort()).toEqual(expected);
  });

  it('cross a state line 137 times', () => {
    expect(areas.filter(({ zip }) => statesOf(zip).length > 1)).toHaveLength(137);
  });

  it('answer a part that is all water', () => {
    expect(zips.partsOf('55313')).toEqual([
      { fips: '27053', landArea: 0 },
      { fips: '27171', landArea: 279_048_950 },
    ]);
  });
});

describe('ZIP codes that are no ZIP area', () => {
  it('have the state that the zipcodes package knows, and none outside of our states', () => {
    const ours = new Set(states.map(({ usps }) => usps));
    const expected = (zip: string) => {
      const code = codes[zip];
      if (!code || zips.partsOf(zip) || !ours.has(code.state) || code.city === 'Parcel Return Service')
        return;
      return code.state;
    };
    const wrong = everyCode.filter((zip) => zips.stateOfOther(zip) !== expected(zip));
    expect(wrong).toEqual([]);
    expect(everyCode.filter((zip) => zips.stateOfOther(zip))).toHaveLength(8_101);
  });

  it.each([
    ['00501', 'NY', 'the tax office in Holtsville'],
    ['20500', 'DC', 'the White House'],
    ['33231', 'FL', 'post office boxes in Miami'],
    ['00803', 'VI', 'post office boxes in St. Thomas'],
  ])('%s is in %s: %s', (zip, state) => {
    expect(zips.partsOf(zip)).toBeUndefined();
    expect(zips.stateOfOther(zip)).toBe(state);
  });

  it.each([
    ['09002', 'a military address in Europe'],
    ['34001', 'a military address in the Americas'],
    ['96201', 'a military address in the Pacific'],
    ['96939', 'Palau'],
    ['56901', 'the Parcel Return Service'],
    ['00000', 'no ZIP code at all'],
    ['99999', 'no ZIP code at all'],
  ])('%s is in no state: %s', (zip) => {
    expect(zips.partsOf(zip)).toBeUndefined();
    expect(zips.stateOfOther(zip)).toBeUndefined();
  });

  it('agree with ZIP areas on the state wherever both know one', () => {
    const both = areas.filter(({ zip }) => codes[zip]);
    expect(both).toHaveLength(33_786);
    expect(both.filter(({ zip }) => !statesOf(zip).includes(codes[zip]?.state))).toEqual([]);
  });
});

describe('what is not five digits', () => {
  it('is answered with nothing', () => {
    const others = fc.oneof(
      fc.string().filter((text) => !/^\d{5}$/.test(text)),
      fc.constantFrom(
        '',
        '601',
        '006010',
        '00601-1234',
        ' 00601',
        '00601\n',
        '0060１',
        '1e4',
        '-0601',
        '+0601',
      ),
    );
    fc.assert(
      fc.property(others, (text) => {
        expect(zips.partsOf(text)).toBeUndefined();
        expect(zips.stateOfOther(text)).toBeUndefined();
      }),
    );
  });
});
