/** Who has been silent for longer than a lease lasts, by the clock of whoever looks. */
import { describe, expect, it } from '@jest/globals';
import { Silence } from '../../../src/freshness/nodes/silence.js';
import { leaseMs, marginMs } from '../../../src/freshness/nodes/times.js';

const whole = leaseMs + marginMs;
const row = (beat: number, _id = 'a') => ({ _id, beat, position: 0 });

describe('a process that gives no sign of life', () => {
  it('is over when a whole lease has passed since its last sign was seen, and not before', () => {
    const silence = new Silence();
    expect(silence.overIn([row(1)], 0)).toEqual([]);
    expect(silence.overIn([row(1)], whole - 1)).toEqual([]);
    expect(silence.overIn([row(1)], whole)).toEqual([row(1)]);
  });

  it('is judged by its last sign, whatever others do', () => {
    const silence = new Silence();
    silence.overIn([row(1), row(1, 'b')], 0);
    silence.overIn([row(1), row(2, 'b')], whole / 2);
    expect(silence.overIn([row(1), row(2, 'b')], whole)).toEqual([row(1)]);
    expect(silence.overIn([row(2), row(2, 'b')], whole + 1)).toEqual([]);
  });

  it('is judged anew when it was away meanwhile', () => {
    const silence = new Silence();
    silence.overIn([row(1)], 0);
    silence.overIn([], whole / 2);
    expect(silence.overIn([row(1)], whole)).toEqual([]);
  });

  it('is never over the first time that anybody looks', () => {
    expect(new Silence().overIn([row(7)], 1e9)).toEqual([]);
  });
});
