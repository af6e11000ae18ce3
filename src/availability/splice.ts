/** A change from some moment on, put into the entries of one service and state so that periods never overlap. */
import { isEffective } from '../compliance/effectiveDates.js';
import type { Counties, Entry, License, Status } from './entry.js';
import { earliestOf } from './periods.js';

/** How things are to be in one state from a moment on. */
export interface Change {
  serviceId: string;
  /** USPS abbreviation. */
  state: string;
  /** An ISO instant. */
  from: string;
  /** Null: there is to be no entry. */
  status: Status | null;
  counties: Counties;
  /** Instead of those of the entry that the change continues. */
  licenses?: readonly License[];
  /** Instead of that of the entry that the change continues; null is none. */
  publicNote?: string | null;
}

/** An entry yet to be stored. */
export interface NewEntry extends Omit<Entry, 'id'> {
  /** The entry that it continues: what is no part of an `Entry` (internal note, other languages, due reviews) comes from there. */
  continues: string | null;
}

/** What to store; nothing in it when all is already as asked. */
export interface Splice {
  create: NewEntry[];
  /** An entry that stands, and what it becomes: ended earlier, or changed from its own start on. */
  update: { before: Entry; after: Entry }[];
  /** Entries that would begin and end at the same moment. */
  remove: Entry[];
}

const instant = (moment: string) => new Date(moment).getTime();

const sameIds = (one: readonly License[], other: readonly License[]) =>
  new Set([...one, ...other].map(({ id }) => id)).size === one.length && one.length === other.length;

/** True when both say the same: the order of a list does not matter, and none is looked at where all counties are meant. */
export function sameCounties(one: Counties, other: Counties): boolean {
  if (one.mode === 'all' || one.mode !== other.mode) return one.mode === other.mode;
  const [listed, others] = [new Set(one.list), new Set(other.list)];
  return listed.size === others.size && [...listed].every((fips) => others.has(fips));
}

/** What the change asks for, on top of what `entry` says. */
function changed<E extends Omit<Entry, 'id'>>(entry: E, status: Status, change: Change): E {
  const { counties, licenses = entry.licenses, publicNote = entry.publicNote } = change;
  return { ...entry, status, counties, licenses, publicNote };
}

function isAsAsked(entry: Entry, change: Change): boolean {
  const { counties, licenses = entry.licenses, publicNote = entry.publicNote, status } = change;
  const same = entry.status === status && entry.publicNote === publicNote;
  return same && sameCounties(entry.counties, counties) && sameIds(entry.licenses, licenses);
}

/** A new entry where none stands at the time, until the next one begins. */
function started(entries: readonly Entry[], status: Status, change: Change): NewEntry {
  const { counties, from, licenses = [], publicNote = null, serviceId, state } = change;
  const later = entries
    .map(({ effectiveFrom }) => effectiveFrom)
    .filter((start) => start && instant(start) > instant(from));
  const period = { effectiveFrom: from, effectiveTo: earliestOf(later) };
  return {
    serviceId,
    state,
    status,
    counties,
    licenses,
    publicNote,
    ...period,
    reviewedAt: null,
    continues: null,
  };
}

/** The entry that stands ends at `from`; what is asked for, if anything, begins there and ends when it would have. */
function cut(standing: Entry, change: Change): Splice {
  const { from, status } = change;
  const update = [{ before: standing, after: { ...standing, effectiveTo: from } }];
  if (status === null) return { create: [], update, remove: [] };
  const { id, ...rest } = standing;
  return {
    create: [{ ...changed(rest, status, change), effectiveFrom: from, continues: id }],
    update,
    remove: [],
  };
}

function changedInPlace(standing: Entry, change: Change): Splice {
  if (change.status === null) return { create: [], update: [], remove: [standing] };
  const after = changed(standing, change.status, change);
  return { create: [], update: [{ before: standing, after }], remove: [] };
}

/**
 * What to store so that from `change.from` on, until the period that holds then ends or the next one begins, things are as
 * asked, and nothing else is different. `entries` may be of any service and state; those of the change's own must not
 * overlap already. Licenses, notes and reviews go on unless the change names others.
 */
export function splice(entries: readonly Entry[], change: Change): Splice {
  const { from, serviceId, state, status } = change;
  const own = entries.filter((entry) => entry.serviceId === serviceId && entry.state === state);
  const standing = own.find((entry) => isEffective(entry, from));
  const nothing: Splice = { create: [], update: [], remove: [] };
  if (standing === undefined) {
    return status === null ? nothing : { ...nothing, create: [started(own, status, change)] };
  }
  if (isAsAsked(standing, change)) return nothing;
  const { effectiveFrom } = standing;
  const startsThere = effectiveFrom !== null && instant(effectiveFrom) === instant(from);
  return startsThere ? changedInPlace(standing, change) : cut(standing, change);
}

/** The entries as they are once a splice is stored. A new entry goes by what it is, since it has no id yet. */
export function spliced(entries: readonly Entry[], { create, remove, update }: Splice): Entry[] {
  const after = new Map(update.map((each) => [each.before.id, each.after]));
  const removed = new Set(remove.map(({ id }) => id));
  const kept = entries.filter(({ id }) => !removed.has(id)).map((entry) => after.get(entry.id) ?? entry);
  const created = create.map(({ continues: _, ...entry }) => ({
    ...entry,
    id: `new ${entry.serviceId} ${entry.state} ${entry.effectiveFrom}`,
  }));
  return [...kept, ...created];
}
