/** The states where a service is offered, in words, for the availability block. Pure; sentences with county counts are not made here. */
import { stateOptions } from '../../collections/availability/states.js';
import type { Availability } from '../payload-types.js';
import type { Locale } from './documents.js';

const names = new Map<string, string>(stateOptions.map(({ label, value }) => [value, label]));
const nameOf = (state: string) => names.get(state) ?? state;

const countyWords = {
  en: { all: 'all counties', only: (count: number) => `${count} ${count === 1 ? 'county' : 'counties'}`, except: 'all counties but' },
  es: { all: 'todos los condados', only: (count: number) => `${count} ${count === 1 ? 'condado' : 'condados'}`, except: 'todos los condados menos' },
};

function withCounties({ counties, state }: Availability, locale: Locale): string {
  const words = countyWords[locale];
  const count = counties.list?.length ?? 0;
  const said = counties.mode === 'all' ? words.all : counties.mode === 'only' ? words.only(count) : `${words.except} ${count}`;
  return `${nameOf(state)} (${said})`;
}

const isShort = (format: string) => format === 'short';

/** The states whose row says `available`, alphabetically by name, in the wording asked for; undefined when there is none. */
export function availabilityWords(rows: Availability[], format: string, locale: Locale): string | undefined {
  const offered = rows
    .filter(({ status }) => status === 'available')
    .sort((one, other) => nameOf(one.state).localeCompare(nameOf(other.state), 'en'));
  if (offered.length === 0) return undefined;
  if (isShort(format)) return offered.map(({ state }) => state).join(', ');
  const places = offered.map((row) => (format === 'counties' ? withCounties(row, locale) : nameOf(row.state)));
  if (format === 'list') return places.join('\n');
  if (format === 'ampersand') return ampersand(places);
  return new Intl.ListFormat(locale === 'en' ? 'en-US' : 'es-US', { type: 'conjunction' }).format(places);
}

function ampersand(places: string[]): string {
  const last = places.at(-1) ?? '';
  return places.length < 2 ? last : `${places.slice(0, -1).join(', ')} & ${last}`;
}
