/** The wordings of the availability block; the sentences themselves are tested in tests/unit/availability. */
import { describe, expect, it } from '@jest/globals';
import type { Entry, Status } from '../../../src/availability/entry.js';
import { availabilityWords } from '../../../src/pages/availabilityWords.js';

const entry = (state: string, status: Status = 'available'): Entry => ({
  ...{ id: state, serviceId: 'service', state, status, counties: { mode: 'all', list: [] }, licenses: [] },
  ...{ effectiveFrom: null, effectiveTo: null, reviewedAt: null, publicNote: null },
});
const both = [entry('NJ'), entry('FL')];

describe('where a service is offered, inside a page', () => {
  it('is said in the wording of the block', () => {
    expect(availabilityWords(both, { format: 'ampersand', locale: 'en' })).toBe('Florida & New Jersey');
    expect(availabilityWords(both, { format: 'counties', locale: 'es' })).toBe(
      'Florida (los 67 condados) y Nueva Jersey (los 21 condados)',
    );
  });

  it('names the states in the order of the site', () => {
    expect(availabilityWords(both, { format: 'oxford', locale: 'en', order: ['NJ'] })).toBe(
      'New Jersey and Florida',
    );
  });

  it('is not said at all where nothing is available', () => {
    const words = availabilityWords([entry('FL', 'waitlist')], { format: 'oxford', locale: 'en' });
    expect(words).toBeUndefined();
  });
});
