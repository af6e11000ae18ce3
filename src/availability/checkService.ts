/** What a check says of one service. */
import type { Locale } from '../../collections/locales.js';
import type { AskedService, Available, ReasonCode, ServiceAnswer } from './checkAnswer.js';
import { countyTest } from './coverage.js';
import { type Entry, type Status, statuses } from './entry.js';
import type { FoundPlace, PlacePart } from './foundPlace.js';
import { isInForce, latestOf, nextChangeAt } from './periods.js';
import { reasonOf } from './reason.js';

export interface ServiceQuestion {
  service: AskedService;
  /** Of this service; others are not looked at. */
  entries: readonly Entry[];
  place: FoundPlace;
  at: string;
  locale: Locale;
}

interface Held {
  part: PlacePart;
  /** The entry in force that covers the part. */
  entry: Entry | undefined;
  status: Status;
}

/** The best of some statuses; where there is none, nothing is available. */
export const bestOf = (found: readonly Status[]): Status =>
  statuses.find((status) => found.includes(status)) ?? 'unavailable';

/** The better one for a visitor comes first; `statuses` is in that order. */
export const byStatus = (one: Status, other: Status): number =>
  statuses.indexOf(one) - statuses.indexOf(other);

interface Covering {
  entry: Entry;
  covers: (part: PlacePart) => boolean;
}

/** The entries that cover some part of the place, in force or not, the best status first. */
function coveringOf({ entries, place, service }: ServiceQuestion): Covering[] {
  return entries
    .filter(({ serviceId, state }) => serviceId === service.id && place.states.includes(state))
    .map((entry) => ({ entry, covers: countyTest(entry) }))
    .filter(({ covers }) => place.parts.some(covers))
    .sort((one, other) => byStatus(one.entry.status, other.entry.status));
}

function heldOf(covering: readonly Covering[], { at, place }: ServiceQuestion): Held[] {
  const inForce = covering.filter(({ entry }) => isInForce(entry, at));
  return place.parts.map((part) => {
    const entry = inForce.find(({ covers }) => covers(part))?.entry;
    return { part, entry, status: entry?.status ?? 'unavailable' };
  });
}

function availableOf(held: readonly Held[], { kind }: FoundPlace): Available {
  const count = held.filter(({ status }) => status === 'available').length;
  if (count === 0) return 'no';
  if (count === held.length) return 'yes';
  return kind === 'other-zip' ? 'unknown' : 'partly';
}

function codeOf(available: Available, status: Status): ReasonCode {
  if (available === 'unknown') return 'zip-without-area';
  if (available === 'partly') return 'partly-available';
  return status === 'unavailable' ? 'not-offered' : status;
}

function notesOf(entries: readonly Entry[]): string | null {
  const notes = new Set(entries.flatMap(({ publicNote }) => (publicNote ? [publicNote] : [])));
  return notes.size === 0 ? null : [...notes].join('\n');
}

/** Whether the counties of a place are listed: a state's only where they differ, those of a ZIP code without an area never. */
export function listsCounties({ kind }: FoundPlace, available: Available): boolean {
  return kind === 'zip' || kind === 'county' || (kind === 'state' && available === 'partly');
}

export interface JudgedService {
  answer: ServiceAnswer;
  /** Of each part of the place, in its order, listed in the answer or not. */
  statuses: Status[];
}

/** Answers for one service. */
export function judgeService(question: ServiceQuestion): JudgedService {
  const { at, locale, place, service } = question;
  const covering = coveringOf(question);
  const held = heldOf(covering, question);
  const found = held.map(({ status }) => status);
  const best = bestOf(found);
  const deciding = held.filter(({ status }) => status === best);
  const entries = [...new Set(deciding.flatMap(({ entry }) => (entry ? [entry] : [])))];
  const available = availableOf(held, place);
  const reasonCode = codeOf(available, best);
  const listed = listsCounties(place, available) ? held : [];
  const answer: ServiceAnswer = {
    ...service,
    available,
    status: available === 'unknown' ? null : best,
    reason: reasonOf({ code: reasonCode, place, holdsIn: deciding.map(({ part }) => part) }, locale),
    reasonCode,
    effectiveFrom: latestOf(entries.map(({ effectiveFrom }) => effectiveFrom)),
    nextChangeAt: nextChangeAt(
      covering.map(({ entry }) => entry),
      at,
    ),
    publicNote: notesOf(entries),
    counties: listed.map(({ part: { fips }, status }) => ({ fips, status })),
  };
  return { answer, statuses: found };
}
