/** The states where a service is offered, in words, for the availability block. Pure; knows no county totals. */
import { stateOptions } from '../../collections/availability/states.js';
import type { Locale } from '../../collections/locales.js';
import type { Availability } from '../payload-types.js';

const names = new Map<string, string>(stateOptions.map(({ label, value }) => [value, label]));
const nameOf = (state: string) => names.get(state) ?? state;

const countyWords = {
  en: { all: 'all counties', one: 'county', many: 'counties', except: 'all counties but' },
  es: { all: 'todos los condados', one: 'condado', many: 'condados', except: 'todos los condados menos' },
};

function countiesOf({ counties }: Availability, locale: Locale): string {
  const words = countyWords[locale];
  const count = counties.list?.length ?? 0;
  if (counties.mode === 'all') return words.all;
  return counties.mode === 'except'
    ? `${words.except} ${count}`
    : `${count} ${count === 1 ? words.one : words.many}`;
}

/** A state that is covered only in part never stands there as if it were whole. */
function placeOf(row: Availability, format: string, locale: Locale): string {
  const name = format === 'short' ? row.state : nameOf(row.state);
  const isPlain = row.counties.mode === 'all' && format !== 'counties';
  return isPlain ? name : `${name} (${countiesOf(row, locale)})`;
}

function ampersand(places: string[]): string {
  const last = places.at(-1) ?? '';
  return places.length < 2 ? last : `${places.slice(0, -1).join(', ')} & ${last}`;
}

/** The states whose row says `available`, alphabetically by name, in the wording asked for; undefined when there is none. */
export function availabilityWords(rows: Availability[], format: string, locale: Locale): string | undefined {
  const places = rows
    .filter(({ status }) => status === 'available')
    .sort((one, other) => nameOf(one.state).localeCompare(nameOf(other.state), 'en'))
    .map((row) => placeOf(row, format, locale));
  if (places.length === 0) return undefined;
  if (format === 'short') return places.join(', ');
  if (format === 'list') return places.join('\n');
  if (format === 'ampersand') return ampersand(places);
  return new Intl.ListFormat(locale === 'en' ? 'en-US' : 'es-US', { type: 'conjunction' }).format(places);
}
