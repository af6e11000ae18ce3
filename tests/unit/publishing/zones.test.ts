import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantsOf, isTimeZone, localTimeOf, readTime } from '../../../src/publishing/schedule/zones.js';

const zones = Intl.supportedValuesOf('timeZone');
const moments = fc
  .date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2060-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));

const wallOf = (text: string) => {
  const said = readTime(text);
  if (!said || !('wall' in said)) throw new Error(`${text} is no local time.`);
  return said.wall;
};

describe('local times', () => {
  it('lead back to the instant that they were made from', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), moments, (zone, moment) => {
        const found = instantsOf(wallOf(localTimeOf(moment, zone)), zone).map((each) => each.getTime());
        expect(found).toContain(moment.getTime());
        expect(found.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are what Intl shows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), moments, (zone, moment) => {
        const shown = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'medium',
        });
        expect(localTimeOf(moment, zone).padEnd(19, ':00')).toBe(shown.format(moment).replace(' ', 'T'));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['2041-03-10T02:30', 'America/New_York', []],
    ['2041-03-10T03:00', 'America/New_York', ['2041-03-10T07:00:00.000Z']],
    ['2041-11-03T01:30', 'America/New_York', ['2041-11-03T05:30:00.000Z', '2041-11-03T06:30:00.000Z']],
    ['2041-10-06T02:15', 'Australia/Lord_Howe', []],
    ['2041-07-01T09:00', 'America/Phoenix', ['2041-07-01T16:00:00.000Z']],
    ['2041-01-01T09:00', 'Asia/Kathmandu', ['2041-01-01T03:15:00.000Z']],
  ])('%s in %s is %j', (text, zone, instants) => {
    expect(instantsOf(wallOf(text), zone).map((each) => each.toISOString())).toEqual(instants);
  });

  it('are told from what is none', () => {
    for (const text of [
      '2041-02-29T00:00',
      '2041-13-01T00:00',
      '2041-01-01T25:00',
      '2041-01-01 09:00',
      '2041-1-1T9:00',
      'now',
    ])
      expect(readTime(text)).toBeNull();
    expect(readTime('2041-01-01T09:00-0500')).toEqual({ instant: new Date('2041-01-01T14:00:00Z') });
  });

  it('need a zone with a name', () => {
    expect(['America/New_York', 'UTC', 'Europe/Vienna'].map(isTimeZone)).toEqual([true, true, true]);
    expect(['+05:00', '', 'Mars/Olympus', 7, null].map(isTimeZone)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
