/** Days and times in front matter: instants as they are, days and times without a zone in the zone of the site. */
import { TZDate } from '@date-fns/tz';

const form =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** True for `2026-03-10`, `2026-03-10T09:00`, `2026-03-10T16:00:00.000Z` and the like, when there is such a day. */
export function isMoment(value: string): boolean {
  const [, year, month, day] = form.exec(value) ?? [];
  if (!year) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return (
    !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day) && !Number.isNaN(utc(value).getTime())
  );
}

const utc = (value: string) => {
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '0', zone = 'Z'] =
    form.exec(value) ?? [];
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0')}${zone}`);
};

/** The instant, as it is stored. `timeZone` is that of the site, for values that name none. */
export function instantOf(value: string, timeZone: string): string {
  const [, year, month, day, hour, minute, second, , zone] = form.exec(value) ?? [];
  if (zone) return utc(value).toISOString();
  const parts = [year, Number(month) - 1, day, hour ?? 0, minute ?? 0, second ?? 0].map(Number);
  const local = new TZDate(...(parts as [number, number, number, number, number, number]), timeZone);
  return new Date(local.getTime()).toISOString();
}
