// Random entries over real counties, and a naive account of what they cover: plain sets of FIPS codes, county by county.
import fc from 'fast-check';
import {
  type Counties,
  countyModes,
  type Entry,
  type License,
  statuses,
} from '../../../src/availability/entry.js';
import { countyTable } from '../../../src/census/census.js';

/** From one county to sixty-seven. */
export const someStates = ['DC', 'DE', 'HI', 'RI', 'CT', 'FL', 'VI'];

export const codesOf = (state: string): string[] =>
  countyTable()
    .inState(state)
    .map(({ fips }) => fips);

/** Lists may hold codes of other states; such an entry can be stored by other doors. */
export const anyCounties = (state: string): fc.Arbitrary<Counties> =>
  fc.record({
    mode: fc.constantFrom(...countyModes),
    list: fc.oneof(
      fc.subarray([...codesOf(state), '48001', '12000']),
      fc.constant(codesOf(state)),
      fc.constant(codesOf(state).slice(1)),
    ),
  });

export const anyPlaces = (among = someStates): fc.Arbitrary<{ state: string; counties: Counties }> =>
  fc
    .constantFrom(...among)
    .chain((state) => fc.record({ state: fc.constant(state), counties: anyCounties(state) }));

/** What it covers, one by one. */
export function naively({ counties, state }: { state: string; counties: Counties }): Set<string> {
  const { list, mode } = counties;
  return new Set(
    codesOf(state).filter((fips) => mode === 'all' || list.includes(fips) === (mode === 'only')),
  );
}

const start = Date.UTC(2026, 0, 1);
const week = 7 * 24 * 3_600_000;

/** Few enough that periods often meet: some on the hour, some days stored as midnight or noon. */
export const anyMoment: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom(0, 5, 12, 23))
  .map(([weeks, hours]) => new Date(start + weeks * week + hours * 3_600_000).toISOString());

const anyDates = fc
  .tuple(fc.option(anyMoment), fc.option(anyMoment))
  .map(([one, other]) => (one && other && one > other ? [other, one] : [one, other]));

export const anyLicense = (state: string): fc.Arbitrary<License> =>
  fc.record({ id: fc.uuid(), state: fc.constant(state), dates: anyDates }).map(({ dates, ...license }) => {
    const [issuedOn = null, expiresOn = null] = dates;
    return { ...license, issuedOn, expiresOn };
  });

export const anyEntry = (among = someStates, services = ['one', 'two']): fc.Arbitrary<Entry> =>
  anyPlaces(among).chain(({ counties, state }) =>
    fc
      .record({
        id: fc.uuid(),
        serviceId: fc.constantFrom(...services),
        state: fc.constant(state),
        status: fc.oneof(fc.constant('available' as const), fc.constantFrom(...statuses)),
        counties: fc.constant(counties),
        dates: anyDates,
        licenses: fc.array(anyLicense(state), { maxLength: 3 }),
        reviewedAt: fc.option(anyMoment),
        publicNote: fc.option(fc.constantFrom('By video only.', 'Evenings too.')),
      })
      .map(({ dates, ...entry }) => {
        const [effectiveFrom = null, effectiveTo = null] = dates;
        return { ...entry, effectiveFrom, effectiveTo };
      }),
  );

/** An entry that says what it is told, in force at any time and resting on a license that never ends. */
export function entryWith(said: Partial<Entry> = {}): Entry {
  const state = said.state ?? 'FL';
  return {
    id: `${said.serviceId ?? 'one'} ${state}`,
    serviceId: 'one',
    state,
    status: 'available',
    counties: { mode: 'all', list: [] },
    effectiveFrom: null,
    effectiveTo: null,
    licenses: [{ id: 'license', state, issuedOn: null, expiresOn: null }],
    reviewedAt: null,
    publicNote: null,
    ...said,
  };
}
