/** An entry in English words, for those who keep it. Pure. */
import { countyList } from '../availability/countyNames.js';
import { statusNames } from '../availability/entry.js';
import { periodInWords } from '../availability/periodWords.js';
import type { CountyTable } from '../availability/places.js';
import type { EntryData } from './answers.js';
import type { DeskLicense } from './desk.js';

export interface WordsPlace {
  table: CountyTable;
  licenses: ReadonlyMap<string, DeskLicense>;
}

function countiesInWords({ counties, state }: EntryData, table: CountyTable): string {
  if (counties.mode === 'all') return 'all counties';
  const known = counties.list.flatMap((fips) => table.byFips(fips) ?? []);
  const names = countyList(known, 'en') || 'no county';
  return counties.mode === 'only' ? names : `all counties of ${state} but ${names}`;
}

function licensesInWords({ licenses }: EntryData, place: WordsPlace): string {
  if (licenses.length === 0) return 'no license';
  const numbers = licenses.map((id) => place.licenses.get(id)?.number ?? id);
  return `${numbers.length === 1 ? 'license' : 'licenses'} ${numbers.join(', ')}`;
}

const dayIn = (moment: string) =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(moment));

function reviewsInWords({ reviewDueAt, reviewedAt }: EntryData): string[] {
  return [
    ...(reviewedAt ? [`reviewed ${dayIn(reviewedAt)}`] : []),
    ...(reviewDueAt ? [`review due ${dayIn(reviewDueAt)}`] : []),
  ];
}

function notesInWords({ internalNote, publicNote }: EntryData): string[] {
  return [
    ...(publicNote.en ? [`public note “${publicNote.en}”`] : []),
    ...(publicNote.es ? [`public note in Spanish “${publicNote.es}”`] : []),
    ...(internalNote ? [`internal note “${internalNote}”`] : []),
  ];
}

/** “Available in all counties of FL but Monroe County, from Mar 1, 2027, 12:00 AM EST until further notice; license 123; …”. */
export function entryInWords(entry: EntryData, place: WordsPlace): string {
  const where = `${statusNames[entry.status]} in ${countiesInWords(entry, place.table)}`;
  return [
    `${where}, ${periodInWords(entry, entry.state)}`,
    ...(entry.status === 'available' || entry.licenses.length > 0 ? [licensesInWords(entry, place)] : []),
    ...reviewsInWords(entry),
    ...notesInWords(entry),
  ].join('; ');
}
