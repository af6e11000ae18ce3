import { describe, expect, it } from '@jest/globals';
import { nameOfState, stateByUsps, stateOptions, states } from '../../../src/availability/states.js';

const territories = ['AS', 'GU', 'MP', 'PR', 'VI'];

/** Minutes that the clocks of a zone are ahead of UTC. */
function ahead(zone: string, at: Date): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return (Date.parse(`${shown.format(at).replace(' ', 'T')}Z`) - at.getTime()) / 60_000;
}

describe('the states', () => {
  it('are fifty, the District of Columbia and five territories, by their English names', () => {
    expect(states).toHaveLength(56);
    const first = states.slice(0, 51).map(({ name }) => name);
    expect(first).toEqual([...first].sort((a, b) => a.localeCompare(b, 'en')));
    expect(states.slice(51).map(({ usps }) => usps)).toEqual(territories);
    expect(new Set(states.map(({ usps }) => usps)).size).toBe(56);
    expect(new Set(states.map(({ fips }) => fips)).size).toBe(56);
    expect(states.every(({ usps, fips }) => /^[A-Z]{2}$/.test(usps) && /^\d{2}$/.test(fips))).toBe(true);
    expect(stateOptions[4]).toEqual({ label: 'California', value: 'CA' });
  });

  it('have the Spanish names that FundéuRAE recommends, and otherwise their own', () => {
    const differ = states.slice(0, 51).filter(({ names }) => names.es !== names.en);
    expect(differ.map(({ names }) => names.es).sort((a, b) => a.localeCompare(b, 'es'))).toEqual([
      'Carolina del Norte',
      'Carolina del Sur',
      'Dakota del Norte',
      'Dakota del Sur',
      'Distrito de Columbia',
      'Hawái',
      'Luisiana',
      'Míchigan',
      'Misisipi',
      'Misuri',
      'Nueva Jersey',
      'Nueva York',
      'Nuevo Hampshire',
      'Nuevo México',
      'Oregón',
      'Pensilvania',
      'Virginia Occidental',
    ]);
  });

  it.each(['en', 'es'] as const)('have territories named as CLDR names them in %s', (locale) => {
    const cldr = new Intl.DisplayNames(locale, { type: 'region' });
    for (const usps of territories)
      expect(nameOfState(usps, locale)).toBe(cldr.of(usps)?.replace(/EE\.\sUU\./, 'los Estados Unidos'));
  });

  it('are found by their abbreviation in capitals only', () => {
    expect(stateByUsps('NJ')?.names).toEqual({ en: 'New Jersey', es: 'Nueva Jersey' });
    for (const unknown of ['nj', 'XX', '', 'constructor', 'AE']) expect(stateByUsps(unknown)).toBeUndefined();
    expect(() => nameOfState('XX', 'en')).toThrow('“XX” is not the abbreviation');
  });
});

describe('the day of a state', () => {
  const summerAndWinter = [new Date('2026-01-15T12:00:00Z'), new Date('2026-07-15T12:00:00Z')];

  it('is that of a zone that this Node knows', () => {
    for (const { zone } of states)
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
  });

  it.each([
    ['AK', 'America/Anchorage', 'America/Adak'],
    ['FL', 'America/New_York', 'America/Chicago'],
    ['ID', 'America/Boise', 'America/Los_Angeles'],
    ['IN', 'America/Indiana/Indianapolis', 'America/Chicago'],
    ['KS', 'America/Chicago', 'America/Denver'],
    ['KY', 'America/New_York', 'America/Chicago'],
    ['MI', 'America/Detroit', 'America/Menominee'],
    ['ND', 'America/Chicago', 'America/Denver'],
    ['NE', 'America/Chicago', 'America/Denver'],
    ['NV', 'America/Denver', 'America/Los_Angeles'],
    ['OR', 'America/Boise', 'America/Los_Angeles'],
    ['SD', 'America/Chicago', 'America/Denver'],
    ['TN', 'America/New_York', 'America/Chicago'],
    ['TX', 'America/Chicago', 'America/Denver'],
  ])('ends first in the east of %s: in %s, before %s', (usps, zone, western) => {
    expect(stateByUsps(usps)?.zone).toBe(zone);
    for (const at of summerAndWinter) expect(ahead(zone, at)).toBe(ahead(western, at) + 60);
  });

  it('is that of standard time all year where clocks are not changed', () => {
    for (const usps of ['AZ', 'HI', ...territories]) {
      const zone = stateByUsps(usps)?.zone ?? '';
      const [winter, summer] = summerAndWinter.map((at) => ahead(zone, at));
      expect(winter).toBe(summer);
    }
  });
});
