/** Local times and instants. People say “9 o'clock in New York”; jobs run at instants. */
import { tzOffset } from '@date-fns/tz';
import { isKnownZone } from '../../../collections/fields/timeZone.js';

const minute = 60_000;
const day = 24 * 60 * minute;
const local = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?$/;
const offset = /(Z|[+-]\d{2}:?\d{2})$/;

/** True for names such as America/New_York. An offset such as +05:00 is none: it knows no summer time. */
export function isTimeZone(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z]/.test(value) && isKnownZone(value);
}

/** What the clock shows, as if it were UTC; null when there is no such day or hour. */
function wallClock(text: string): number | null {
  const [, year, month, date, hours, minutes, seconds = '0', rest = ''] = local.exec(text) ?? [];
  if (year === undefined) return null;
  const parts = [year, Number(month) - 1, date, hours, minutes, seconds, rest.padEnd(3, '0')].map(Number);
  const time = Date.UTC(...(parts as [number, number]));
  const shown = new Date(time).toISOString();
  const isReal = shown.startsWith(`${year}-${month}-${date}T${hours}:${minutes}:${seconds.padStart(2, '0')}`);
  return isReal ? time : null;
}

/** The instants at which the clocks of a zone show this time: none in the gap of spring, two when autumn repeats an hour. */
export function instantsOf(wall: number, timeZone: string): Date[] {
  // zones change their offset at most once within two days
  const offsets = new Set([wall - day, wall + day].map((near) => tzOffset(timeZone, new Date(near))));
  return [...offsets]
    .map((ahead) => new Date(wall - ahead * minute))
    .filter((instant) => instant.getTime() + tzOffset(timeZone, instant) * minute === wall)
    .sort((one, other) => one.getTime() - other.getTime());
}

/** What `at` says: an instant, or a time on the clock of a zone yet to be named; null when it is neither. */
export type SaidTime = { instant: Date } | { wall: number };

/** Reads `2026-12-01T09:00` and `2026-12-01T09:00:00-05:00`. */
export function readTime(text: unknown): SaidTime | null {
  if (typeof text !== 'string') return null;
  const [suffix] = offset.exec(text) ?? [];
  const wall = wallClock(suffix ? text.slice(0, -suffix.length) : text);
  if (wall === null || !suffix) return wall === null ? null : { wall };
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(suffix) ?? [];
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return { instant: new Date(wall - ahead * minute) };
}

/** What the clocks of a zone show at an instant: `2026-12-01T09:00`, with seconds only where there are any. */
export function localTimeOf(instant: Date, timeZone: string): string {
  const shown = new Date(instant.getTime() + tzOffset(timeZone, instant) * minute).toISOString();
  return shown.replace('Z', '').replace(/(:00)?\.000$/, '');
}
