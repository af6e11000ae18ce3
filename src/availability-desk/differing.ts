/** What differs between two states of an entry, as readers and keepers mean it: lists without order, moments as instants. Pure. */
import { locales } from '../../collections/locales.js';
import { sameCounties } from '../availability/splice.js';
import type { EntryData } from './answers.js';
import { withLineFeeds } from './csvCells.js';

const sameSet = (one: readonly string[], other: readonly string[]): boolean => {
  const [left, right] = [new Set(one), new Set(other)];
  return left.size === right.size && [...left].every((each) => right.has(each));
};

const sameMoment = (one: string | null, other: string | null): boolean =>
  one === other || (one !== null && other !== null && Date.parse(one) === Date.parse(other));

/** Spreadsheets end lines as they like. */
const sameText = (one: string | null, other: string | null): boolean =>
  withLineFeeds(one ?? '') === withLineFeeds(other ?? '');

type Same = { [Field in keyof Omit<EntryData, 'id'>]: (one: EntryData, other: EntryData) => boolean };

const same: Same = {
  service: (one, other) => one.service === other.service,
  state: (one, other) => one.state === other.state,
  status: (one, other) => one.status === other.status,
  counties: (one, other) => sameCounties(one.counties, other.counties),
  effectiveFrom: (one, other) => sameMoment(one.effectiveFrom, other.effectiveFrom),
  effectiveTo: (one, other) => sameMoment(one.effectiveTo, other.effectiveTo),
  licenses: (one, other) => sameSet(one.licenses, other.licenses),
  reviewedAt: (one, other) => sameMoment(one.reviewedAt, other.reviewedAt),
  reviewDueAt: (one, other) => sameMoment(one.reviewDueAt, other.reviewDueAt),
  publicNote: (one, other) =>
    locales.every((locale) => sameText(one.publicNote[locale], other.publicNote[locale])),
  internalNote: (one, other) => sameText(one.internalNote, other.internalNote),
};

/** Names of the fields that differ. */
export function differing(one: EntryData, other: EntryData): (keyof Omit<EntryData, 'id'>)[] {
  return (Object.keys(same) as (keyof Same)[]).filter((field) => !same[field](one, other));
}
