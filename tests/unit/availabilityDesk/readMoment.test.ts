/** Moments as people write them. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readMoment, writeMoment } from '../../../src/availability-desk/readMoment.js';

const zone = 'America/New_York';

describe('a moment', () => {
  it('is a day, a time on the clocks of the site, or a time with its offset', () => {
    expect(readMoment('2027-03-01', zone)).toBe('2027-03-01T05:00:00.000Z');
    expect(readMoment(' 2027-07-01 09:30 ', zone)).toBe('2027-07-01T13:30:00.000Z');
    expect(readMoment('2027-03-01T09:00:00-08:00', zone)).toBe('2027-03-01T17:00:00.000Z');
    expect(readMoment('2027-03-01T09:00Z', zone)).toBe('2027-03-01T09:00:00.000Z');
    for (const nothing of [null, undefined, '']) expect(readMoment(nothing, zone)).toBeNull();
  });

  it('that is none is told how to be written', () => {
    for (const text of ['tomorrow', '3/1/2027', '2027-02-30', '2027-03-01T25:00', 7])
      expect(readMoment(text, zone)).toEqual({ message: expect.stringContaining('is no time. Write it as') });
  });

  it('that the clocks skip, or show twice, is asked about', () => {
    expect(readMoment('2027-03-14T02:30', zone)).toEqual({
      message: 'There is no 2027-03-14T02:30 in America/New_York: the clocks are put forward over it.',
    });
    expect(readMoment('2027-11-07T01:30', zone)).toEqual({
      message:
        '2027-11-07T01:30 comes twice in America/New_York; write 2027-11-07T01:30-04:00 or 2027-11-07T01:30-05:00.',
    });
  });

  it('is written so that it is read back', () => {
    const zones = fc.constantFrom(zone, 'Pacific/Honolulu', 'Pacific/Guam', 'America/Phoenix', 'UTC');
    const dates = fc.date({
      ...{ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true },
    });
    fc.assert(
      fc.property(dates, zones, (date, timeZone) => {
        const at = date.toISOString();
        expect(readMoment(writeMoment(at, timeZone), 'Asia/Tokyo')).toBe(at);
      }),
    );
    expect(writeMoment('2027-03-01T05:00:00.000Z', zone)).toBe('2027-03-01T00:00-05:00');
    expect(writeMoment(null, zone)).toBe('');
  });
});
