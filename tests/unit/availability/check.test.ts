/** Is it offered at a place? Held against a naive account of the Census file, county by county. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkPlace } from '../../../src/availability/check.js';
import type { CheckAnswer } from '../../../src/availability/checkAnswer.js';
import { type Entry, type Status, statuses } from '../../../src/availability/entry.js';
import type { AskedPlace } from '../../../src/availability/foundPlace.js';
import { isInForce } from '../../../src/availability/periods.js';
import { states } from '../../../src/availability/states.js';
import { countyTable, zipTable } from '../../../src/census/census.js';
import { anyEntry, anyMoment, codesOf, entryWith, naively } from './randomEntries.js';
import { type RawPart, rawZips } from './rawZips.js';

const tables = { counties: countyTable(), zips: zipTable() };
const zips = rawZips();
const serviceOf = (id: string) => ({ id, slug: id, name: `Service ${id}`, site: 'brightpath' });
const services = ['one', 'two'].map(serviceOf);

/** The best status of a service in a county, as plain loops find it. */
function naiveStatus(entries: readonly Entry[], serviceId: string, fips: string, at: string): Status {
  const held = entries.filter(
    (entry) => entry.serviceId === serviceId && isInForce(entry, at) && naively(entry).has(fips),
  );
  return statuses.find((status) => held.some((entry) => entry.status === status)) ?? 'unavailable';
}

function naiveAnswer(found: readonly Status[], isArea = true): string {
  if (found.every((status) => status === 'available')) return 'yes';
  if (!found.includes('available')) return 'no';
  return isArea ? 'partly' : 'unknown';
}

function answered(answer: CheckAnswer | undefined): CheckAnswer {
  if (answer === undefined) throw new Error('The place was not found.');
  return answer;
}

const best = (answers: string[]) =>
  ['yes', 'partly', 'unknown', 'no'].find((answer) => answers.includes(answer));

const around = ['DE', 'MD', 'NJ', 'PA', 'CT', 'RI', 'MA', 'MS', 'AL'];
const prefixes = new Set(states.filter(({ usps }) => around.includes(usps)).map(({ fips }) => fips));
const dividedZips = [...zips].filter(
  ([, parts]) => parts.length > 1 && parts.every(({ fips }) => prefixes.has(fips.slice(0, 2))),
);
const overBorders = dividedZips.filter(
  ([, parts]) => new Set(parts.map(({ fips }) => fips.slice(0, 2))).size > 1,
);

const anyEntries = fc.array(anyEntry(around), { maxLength: 25 });

function isAsRaw(
  { counties, services: judged }: CheckAnswer,
  parts: readonly RawPart[],
  expected: Status[][],
) {
  const land = parts.reduce((sum, part) => sum + part.land, 0);
  const shown = new Map(counties.map((county) => [county.fips, county]));
  expect(shown.size).toBe(parts.length);
  parts.forEach((part, index) => {
    const county = shown.get(part.fips);
    const found = expected.map((each) => each[index]);
    expect(county?.share).toBeCloseTo(part.land / land, 9);
    expect(county?.status).toBe(statuses.find((status) => found.includes(status)));
    expect(county?.available).toBe(found.includes('available'));
    for (const [which, service] of judged.entries()) {
      expect(service.counties.find(({ fips }) => fips === part.fips)?.status).toBe(expected[which]?.[index]);
    }
  });
}

describe('a ZIP area', () => {
  it('is answered as county by county, over several counties and states', () => {
    const anyZip = fc.oneof(fc.constantFrom(...dividedZips), fc.constantFrom(...overBorders));
    fc.assert(
      fc.property(anyEntries, anyZip, anyMoment, (entries, [zip, parts], at) => {
        const answer = answered(checkPlace({ entries, services, place: { zip }, tables, at }));
        const expected = services.map(({ id }) =>
          parts.map(({ fips }) => naiveStatus(entries, id, fips, at)),
        );
        const each = expected.map((found) => naiveAnswer(found));
        expect(answer.services.map(({ available }) => available)).toEqual(each);
        expect(answer.available).toBe(best(each));
        isAsRaw(answer, parts, expected);
      }),
      { numRuns: 300 },
    );
  });

  it('of which there are 33,791, is answered right, each of them', () => {
    const entries = states.map(({ usps }, index) => {
      const list = codesOf(usps).filter((_, county) => county % 3 !== index % 3);
      const mode = index % 2 === 0 ? ('only' as const) : ('except' as const);
      return entryWith({
        state: usps,
        counties: index % 5 === 0 ? { mode: 'all', list: [] } : { mode, list },
      });
    });
    const covered = new Set(entries.flatMap((entry) => [...naively(entry)]));
    const at = '2026-01-01T00:00:00.000Z';
    let wrong = 0;
    for (const [zip, parts] of zips) {
      const question = { entries, services: services.slice(0, 1), place: { zip }, tables, at };
      const { available, counties } = answered(checkPlace(question));
      const found = parts.map(({ fips }) => (covered.has(fips) ? 'available' : 'unavailable'));
      if (available !== naiveAnswer(found) || counties.length !== parts.length) wrong += 1;
    }
    expect(zips.size).toBe(33_791);
    expect(wrong).toBe(0);
  });
});

describe('a ZIP code that is no ZIP area', () => {
  it('is answered by its state, and not known where that is covered in part', () => {
    fc.assert(
      fc.property(fc.array(anyEntry(['FL'])), anyMoment, (entries, at) => {
        const answer = answered(checkPlace({ entries, services, place: { zip: '32007' }, tables, at }));
        const each = services.map(({ id }) =>
          naiveAnswer(
            codesOf('FL').map((fips) => naiveStatus(entries, id, fips, at)),
            false,
          ),
        );
        expect(answer.services.map(({ available }) => available)).toEqual(each);
        expect(answer.available).toBe(best(each));
        expect(answer.counties).toEqual([]);
        expect(answer.status === null).toBe(answer.available === 'unknown');
      }),
    );
  });
});

describe('a county and a state', () => {
  it('are answered as county by county', () => {
    const anyState = fc.constantFrom('DE', 'RI', 'CT');
    fc.assert(
      fc.property(fc.array(anyEntry(['DE', 'RI', 'CT'])), anyState, anyMoment, (entries, state, at) => {
        const answer = answered(checkPlace({ entries, services, place: { state }, tables, at }));
        const expected = services.map(({ id }) =>
          codesOf(state).map((fips) => naiveStatus(entries, id, fips, at)),
        );
        const each = expected.map((found) => naiveAnswer(found));
        expect(answer.services.map(({ available }) => available)).toEqual(each);
        expect(answer.counties.length).toBe(answer.available === 'partly' ? codesOf(state).length : 0);
        for (const { available, fips, share, status } of answer.counties) {
          const inCounty = answered(checkPlace({ entries, services, place: { county: fips }, tables, at }));
          expect(inCounty).toMatchObject({ available: available ? 'yes' : 'no', status });
          expect(inCounty.counties).toEqual([
            { ...tables.counties.byFips(fips), share: 1, available, status },
          ]);
          expect(share).toBeNull();
        }
      }),
    );
  });

  it('that no table knows are not found', () => {
    const at = '2026-01-01T00:00:00.000Z';
    for (const place of [{ zip: '00000' }, { county: '12000' }, { state: 'XX' }]) {
      expect(checkPlace({ entries: [], services, place, tables, at })).toBeUndefined();
    }
  });
});

describe('the next change of an answer', () => {
  it('is not one elsewhere in the state', () => {
    const counties = { mode: 'except' as const, list: ['12087'] };
    const entries = [entryWith({ counties, effectiveTo: '2026-07-01T00:00:00.000Z' })];
    const next = (place: AskedPlace) =>
      answered(checkPlace({ entries, services, place, tables, at: '2026-06-01T00:00:00.000Z' })).nextChangeAt;
    expect(next({ county: '12087' })).toBeNull();
    expect(next({ county: '12086' })).toBe('2026-07-01T00:00:00.000Z');
    expect(next({ state: 'FL' })).toBe('2026-07-01T00:00:00.000Z');
  });

  it('comes no later than the answer is another', () => {
    const anyZip = fc.constantFrom(...overBorders.map(([zip]) => zip));
    fc.assert(
      fc.property(anyEntries, anyZip, anyMoment, anyMoment, (entries, zip, at, later) => {
        const ask = (moment: string) =>
          answered(checkPlace({ entries, services, place: { zip }, tables, at: moment }));
        const { nextChangeAt, ...now } = ask(at);
        expect(nextChangeAt === null || nextChangeAt > at).toBe(true);
        if (later < at || (nextChangeAt !== null && nextChangeAt <= later)) return;
        expect(ask(later)).toEqual({ ...now, nextChangeAt });
      }),
    );
  });
});
