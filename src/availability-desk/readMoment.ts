/** Moments as people write them, in the time zone of a site or with an offset, and back. Pure. */
import { instantsOf, localTimeOf, readTime } from '../publishing/schedule/zones.js';

const forms = '2027-03-01, 2027-03-01T09:00 or 2027-03-01T09:00:00-05:00';
const day = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The instant (ISO 8601, UTC) that `value` says, null for nothing, or words on what is wrong. Without an offset it is a time
 * on the clocks of `timeZone`; a day alone is its first moment there.
 */
export function readMoment(value: unknown, timeZone: string): string | null | { message: string } {
  if (value === null || value === undefined || value === '') return null;
  const text = typeof value === 'string' ? value.trim().replace(/^(\d{4}-\d{2}-\d{2}) (?=\d)/, '$1T') : '';
  const said = readTime(day.test(text) ? `${text}T00:00` : text);
  if (!said) return { message: `“${String(value)}” is no time. Write it as in ${forms}.` };
  if ('instant' in said) return said.instant.toISOString();
  const [instant, later] = instantsOf(said.wall, timeZone);
  if (!instant) return { message: `There is no ${text} in ${timeZone}: the clocks are put forward over it.` };
  if (!later) return instant.toISOString();
  const both = [instant, later].map((each) => writeMoment(each.toISOString(), timeZone)).join(' or ');
  return { message: `${text} comes twice in ${timeZone}; write ${both}.` };
}

/** What `readMoment` reads back: the time on the clocks of the zone, with its offset. */
export function writeMoment(at: string | null, timeZone: string): string {
  if (at === null) return '';
  const instant = new Date(at);
  const local = localTimeOf(instant, timeZone);
  const ahead = (Date.parse(`${local}Z`) - instant.getTime()) / 60_000;
  const pad = (count: number) => String(count).padStart(2, '0');
  const offset = `${pad(Math.floor(Math.abs(ahead) / 60))}:${pad(Math.abs(ahead) % 60)}`;
  return `${local}${ahead < 0 ? '-' : '+'}${offset}`;
}
