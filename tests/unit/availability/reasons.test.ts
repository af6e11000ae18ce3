/** What visitors read: a whole sentence about their place, in English and Spanish. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Locale } from '../../../collections/locales.js';
import { checkPlace } from '../../../src/availability/check.js';
import { type ReasonCode, reasonCodes } from '../../../src/availability/checkAnswer.js';
import type { Counties, Entry, Status } from '../../../src/availability/entry.js';
import type { AskedPlace } from '../../../src/availability/foundPlace.js';
import { countyTable, zipTable } from '../../../src/census/census.js';
import { anyEntry, entryWith } from './randomEntries.js';

const tables = { counties: countyTable(), zips: zipTable() };
const at = '2026-06-01T00:00:00.000Z';
const services = [{ id: 'one', slug: 'at-home', name: 'At-home program', site: 'brightpath' }];

const ask = (entries: Entry[], place: AskedPlace, locale?: Locale) =>
  checkPlace({ entries, services, place, tables, at, locale });

const all: Counties = { mode: 'all', list: [] };
const only = (...list: string[]): Counties => ({ mode: 'only', list });
const except = (...list: string[]): Counties => ({ mode: 'except', list });

const entry = (state: string, counties = all, status: Status = 'available') =>
  entryWith({ state, counties, status });

type Case = [ReasonCode, Entry[], AskedPlace, en: string, es: string];

const cases: Case[] = [
  [
    'available',
    [entry('FL')],
    { zip: '33040' },
    'Available in all of ZIP code 33040.',
    'Disponible en todo el código postal 33040.',
  ],
  [
    'partly-available',
    [entry('MS', only('28059', '28039'))],
    { zip: '39573' },
    'Available in part of ZIP code 39573: in George County and Jackson County.',
    'Disponible en parte del código postal 39573: en los condados de George y Jackson.',
  ],
  [
    'partly-available',
    [entry('KY')],
    { zip: '42223' },
    'Available in part of ZIP code 42223: in Christian County (Kentucky).',
    'Disponible en parte del código postal 42223: en el condado de Christian (Kentucky).',
  ],
  [
    'partly-available',
    [entry('VA')],
    { zip: '20135' },
    'Available in part of ZIP code 20135: in Clarke County (Virginia) and Loudoun County (Virginia).',
    'Disponible en parte del código postal 20135: en el condado de Clarke (Virginia) y el condado de Loudoun (Virginia).',
  ],
  [
    'not-offered',
    [entry('FL', except('12087'))],
    { county: '12087' },
    'Not offered in Monroe County, Florida, at present.',
    'No se ofrece en el condado de Monroe (Florida) por ahora.',
  ],
  [
    'available',
    [entry('FL', except('12087'))],
    { county: '12086' },
    'Available in Miami-Dade County, Florida.',
    'Disponible en el condado de Miami-Dade (Florida).',
  ],
  [
    'available',
    [entry('DC')],
    { county: '11001' },
    'Available in the District of Columbia.',
    'Disponible en el Distrito de Columbia.',
  ],
  [
    'available',
    [entry('NJ')],
    { state: 'NJ' },
    'Available in all of New Jersey.',
    'Disponible en cualquier parte de Nueva Jersey.',
  ],
  [
    'available',
    [entry('DC')],
    { state: 'DC' },
    'Available in all of the District of Columbia.',
    'Disponible en cualquier parte del Distrito de Columbia.',
  ],
  [
    'partly-available',
    [entry('FL', except('12087'))],
    { state: 'FL' },
    'Available in part of Florida: in all counties but Monroe County.',
    'Disponible en parte de Florida: en todos los condados menos el condado de Monroe.',
  ],
  [
    'partly-available',
    [entry('VI', only('78010'))],
    { state: 'VI' },
    'Available in part of the U.S. Virgin Islands: in St. Croix Island.',
    'Disponible en parte de las Islas Vírgenes de los Estados Unidos: en la isla de St. Croix.',
  ],
  [
    'not-offered',
    [entry('NJ')],
    { state: 'TX' },
    'Not offered in Texas at present.',
    'No se ofrece en Texas por ahora.',
  ],
  [
    'not-offered',
    [entry('TX', all, 'unavailable')],
    { state: 'TX' },
    'Not offered in Texas at present.',
    'No se ofrece en Texas por ahora.',
  ],
  [
    'waitlist',
    [entry('NJ', all, 'waitlist')],
    { state: 'NJ' },
    'There is a waiting list in New Jersey.',
    'Hay una lista de espera en Nueva Jersey.',
  ],
  [
    'waitlist',
    [entry('FL', only('12087'), 'waitlist')],
    { state: 'FL' },
    'There is a waiting list in part of Florida: in Monroe County.',
    'Hay una lista de espera en parte de Florida: en el condado de Monroe.',
  ],
  [
    'coming-soon',
    [entry('NY', all, 'coming-soon')],
    { state: 'NY' },
    'Coming soon in New York.',
    'Próximamente en Nueva York.',
  ],
  [
    'paused',
    [entry('NJ', all, 'paused')],
    { state: 'NJ' },
    'Paused in New Jersey at present.',
    'En pausa en Nueva Jersey por ahora.',
  ],
  [
    'paused',
    [entry('MS', only('28059', '28039'), 'paused')],
    { zip: '39573' },
    'Paused in part of ZIP code 39573 at present: in George County and Jackson County.',
    'En pausa en parte del código postal 39573 por ahora: en los condados de George y Jackson.',
  ],
  [
    'zip-without-area',
    [entry('FL', except('12087'))],
    { zip: '32007' },
    'ZIP code 32007 has no area of its own (a PO box or a single building), and the service is offered in part of Florida only. Ask for the county.',
    'El código postal 32007 no tiene un área propia (es de un apartado postal o de un solo edificio), y el servicio se ofrece solo en parte de Florida. Pregunte por el condado.',
  ],
  [
    'available',
    [entry('FL')],
    { zip: '32007' },
    'Available in all of Florida, so also in ZIP code 32007.',
    'Disponible en cualquier parte de Florida y, por tanto, también en el código postal 32007.',
  ],
  [
    'not-offered',
    [],
    { zip: '32007' },
    'Not offered in ZIP code 32007 at present.',
    'No se ofrece en el código postal 32007 por ahora.',
  ],
];

describe('the reason of an answer', () => {
  it.each(cases)('is %s %#', (reasonCode, entries, place, en, es) => {
    expect(ask(entries, place)).toMatchObject({ reason: en, reasonCode });
    expect(ask(entries, place, 'es')).toMatchObject({ reason: es, reasonCode });
  });

  it('has a case for every code', () => {
    expect(new Set(cases.map(([code]) => code))).toEqual(new Set(reasonCodes));
  });

  it('is a sentence, and never of licenses, whatever is asked', () => {
    const anyPlace = fc.constantFrom(
      { zip: '33040' },
      { zip: '32007' },
      { county: '12087' },
      { state: 'FL' },
    );
    fc.assert(
      fc.property(
        fc.array(anyEntry(['FL'])),
        anyPlace,
        fc.constantFrom('en', 'es'),
        (entries, place, locale) => {
          const { reason = '' } = ask(entries, place, locale) ?? {};
          expect(reason).toMatch(/^\p{Lu}[^{}[\]]*[^ ]\.$/u);
          expect(reason).not.toMatch(/licen[cs]|undefined|null|NaN| {2}|: \.|de el | a el /i);
        },
      ),
    );
  });
});

describe('several services', () => {
  const two = [...services, { id: 'two', slug: 'clinic', name: 'In the clinic', site: 'brightpath' }];

  it('answer as the best of them, and change with the first of them', () => {
    const waiting = { ...entry('NJ', all, 'waitlist'), effectiveTo: '2026-07-01T00:00:00.000Z' };
    const period = { effectiveFrom: '2026-05-01T00:00:00.000Z', effectiveTo: '2026-08-01T00:00:00.000Z' };
    const offered = { ...entry('NJ'), serviceId: 'two', ...period };
    const answer = checkPlace({
      entries: [waiting, offered],
      services: two,
      place: { state: 'NJ' },
      tables,
      at,
    });
    expect(answer).toMatchObject({
      available: 'yes',
      status: 'available',
      reason: 'Available in all of New Jersey.',
      effectiveFrom: '2026-05-01T00:00:00.000Z',
      nextChangeAt: '2026-07-01T00:00:00.000Z',
      services: [
        { id: 'one', available: 'no', status: 'waitlist', effectiveFrom: null },
        { id: 'two', available: 'yes', status: 'available', nextChangeAt: '2026-08-01T00:00:00.000Z' },
      ],
    });
  });

  it('that are none answer no', () => {
    const answer = checkPlace({ entries: [], services: [], place: { state: 'NJ' }, tables, at });
    expect(answer).toMatchObject({
      available: 'no',
      reason: 'Not offered in New Jersey at present.',
      services: [],
    });
  });
});

describe('the public note', () => {
  it('is that of the entries that decide', () => {
    const noted = (state: string, publicNote: string, counties = all) => ({
      ...entry(state, counties),
      publicNote,
    });
    const entries = [noted('KY', 'By video only.'), noted('TN', 'Evenings too.')];
    const [service] = ask(entries, { zip: '42223' })?.services ?? [];
    expect(service?.publicNote?.split('\n').sort()).toEqual(['By video only.', 'Evenings too.']);
    expect(ask(entries, { state: 'KY' })?.services[0]?.publicNote).toBe('By video only.');
    expect(ask(entries, { state: 'TX' })?.services[0]?.publicNote).toBeNull();
  });
});
