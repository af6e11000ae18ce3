/** Counties are found by what people write. */
import { describe, expect, it } from '@jest/globals';
import { states } from '../../../src/availability/states.js';
import { findCounty } from '../../../src/availability-desk/findCounty.js';
import { countyTable } from '../../../src/census/census.js';

const table = countyTable();
const find = (text: string, state: string) => findCounty(text, state, table);
const plain = (text: string) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

describe('a county', () => {
  it('is found by its whole name, in any case and without accents, in every state', () => {
    for (const { usps } of states) {
      for (const { fips, name } of table.inState(usps)) {
        expect([name, find(name, usps)]).toEqual([name, { fips }]);
        expect([name, find(` ${plain(name).toUpperCase()} `, usps)]).toEqual([name, { fips }]);
        expect([name, find(fips, usps)]).toEqual([name, { fips }]);
      }
    }
  });

  it('is found without its kind where that is clear', () => {
    expect(find('monroe', 'FL')).toEqual({ fips: '12087' });
    expect(find('Orleans', 'LA')).toEqual({ fips: '22071' });
    expect(find('Saint Johns', 'FL')).toEqual({ fips: '12109' });
    expect(find('Miami Dade', 'FL')).toEqual({ fips: '12086' });
    expect(find('Mayaguez', 'PR')).toEqual({ fips: '72097' });
    expect(find('Juneau', 'AK')).toEqual({ fips: '02110' });
    expect(find('1001', 'AL')).toEqual({ fips: '01001' });
  });

  it('that may be one of two is asked about, with both named', () => {
    expect(find('Fairfax', 'VA')).toEqual({
      message: '“Fairfax” may be any of these; write which: Fairfax County (51059), Fairfax city (51600).',
    });
    expect(find('Fairfax city', 'VA')).toEqual({ fips: '51600' });
  });

  it('that the state does not have is not found', () => {
    expect(find('Bergen', 'FL')).toEqual({ message: 'There is no county “Bergen” in Florida.' });
    expect(find('', 'FL')).toEqual({ message: 'There is no county “” in Florida.' });
  });
});
