/** From what the clocks of a zone show to the instant that is meant, and back. */
import { tzOffset } from '@date-fns/tz';

const minute = 60_000;
const day = 24 * 60 * minute;

/** The instants at which the clocks show this time, the earlier first: none in the gap of spring, two in autumn's hour. */
function instantsOf(wall: number, timeZone: string): number[] {
  // zones change their offset at most once within two days
  const offsets = new Set([wall - day, wall + day].map((near) => tzOffset(timeZone, new Date(near))));
  return [...offsets]
    .map((ahead) => wall - ahead * minute)
    .filter((instant) => instant + tzOffset(timeZone, new Date(instant)) * minute === wall)
    .sort((one, other) => one - other);
}

export type MeantTime = { at: string; note?: string } | { problem: string };

/** Whoever types a year digit by digit means none of those before. */
const earliest = Date.UTC(2000, 0);

/** `local` is what an input of type datetime-local holds: 2027-03-01T09:00. */
export function instantOfLocal(local: string, timeZone: string): MeantTime {
  const wall = Date.parse(`${local}Z`);
  // there is no February 30, whatever Date makes of it
  if (Number.isNaN(wall) || wall < earliest || !new Date(wall).toISOString().startsWith(local))
    return { problem: 'Give a date and a time of day.' };
  const [instant, later] = instantsOf(wall, timeZone);
  if (instant === undefined)
    return { problem: 'There is no such time: the clocks are put forward over it. Choose another.' };
  const at = new Date(instant).toISOString();
  if (later === undefined) return { at };
  return { at, note: 'This hour comes twice, as the clocks are put back. The first is meant.' };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** “Mar 1, 2027, 9:00 AM EST”; without the time of day where that is midnight. */
export function momentWords(at: string, timeZone: string): string {
  const date = new Date(at);
  const isMidnight = (date.getTime() + tzOffset(timeZone, date) * minute) % day === 0;
  const key = `${timeZone} ${isMidnight}`;
  const day_: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric', timeZone };
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(
      'en-US',
      isMidnight ? day_ : { ...day_, hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
    );
  formats.set(key, format);
  return format.format(date);
}

/** A date is stored as midnight or noon UTC and means that day, see availability/licenses.ts; anything else is a moment. */
export function dayWords(at: string, timeZone: string): string {
  const isDay = /T(00|12):00:00(\.000)?Z$/.test(at);
  return isDay ? momentWords(`${at.slice(0, 10)}T00:00:00Z`, 'UTC') : momentWords(at, timeZone);
}
