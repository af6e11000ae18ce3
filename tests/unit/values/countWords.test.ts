/** Counts in words. How counties are added up is tested in tests/unit/availability. */
import { describe, expect, it } from '@jest/globals';
import type { Counties, Entry } from '../../../src/availability/entry.js';
import {
  countyCountWords,
  serviceCountWords,
  stateCountWords,
} from '../../../src/pages/values/countWords.js';

const all: Counties = { mode: 'all', list: [] };
const entry = (state: string, counties = all, status: Entry['status'] = 'available'): Entry => ({
  ...{ id: state, serviceId: 'service', state, status, counties, licenses: [] },
  ...{ effectiveFrom: null, effectiveTo: null, reviewedAt: null, publicNote: null },
});
const withoutMonroe: Counties = { mode: 'except', list: ['12087'] };
const noun = { locale: 'en', wording: 'noun' } as const;
const ofAll = { locale: 'en', wording: 'of-all' } as const;

describe('a count in words', () => {
  it('of states', () => {
    expect(stateCountWords([entry('FL'), entry('NJ'), entry('GA', all, 'waitlist')], noun)).toBe('2 states');
    expect(stateCountWords([entry('FL')], noun)).toBe('1 state');
    expect(stateCountWords([entry('FL')], { locale: 'es', wording: 'noun' })).toBe('1 estado');
    expect(stateCountWords([entry('FL'), entry('NJ')], { locale: 'es', wording: 'number' })).toBe('2');
    expect(stateCountWords([], noun)).toBe('0 states');
  });

  it('calls no territory a state', () => {
    expect(stateCountWords([entry('FL'), entry('PR')], noun)).toBe('2 states and territories');
  });

  it('of counties, whole and in part', () => {
    expect(countyCountWords([entry('FL'), entry('NJ')], noun)).toBe('88 counties');
    expect(countyCountWords([entry('FL', withoutMonroe)], ofAll)).toBe('66 of 67 counties');
    expect(countyCountWords([entry('FL')], ofAll)).toBe('all 67 counties');
    expect(countyCountWords([entry('FL')], { locale: 'es', wording: 'of-all' })).toBe('los 67 condados');
  });

  it('of the counties of one state', () => {
    const both = [entry('FL', withoutMonroe), entry('NJ')];
    expect(countyCountWords(both, noun, 'FL')).toBe('66 counties');
    expect(countyCountWords(both, ofAll, 'NJ')).toBe('all 21 counties');
    expect(countyCountWords(both, ofAll, 'GA')).toBe('0 of 159 counties');
  });

  it('calls counties what their states call them', () => {
    expect(countyCountWords([entry('LA')], noun)).toBe('64 parishes');
    expect(countyCountWords([entry('LA'), entry('FL')], noun)).toBe('131 counties');
    expect(countyCountWords([], ofAll)).toBe('0 counties');
  });

  it('of services', () => {
    expect(serviceCountWords(1, noun)).toBe('1 service');
    expect(serviceCountWords(3, { locale: 'es', wording: 'noun' })).toBe('3 servicios');
  });
});
