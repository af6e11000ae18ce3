/** What staff should know of a cell besides what it says: licenses, reviews, ends, what comes next. In words. */
import type { EntryData, GridAnswer, GridCell, GridLicense } from '../../../availability-desk/answers.js';
import { statusWords } from './statusWords.js';
import { dayWords, momentWords } from './zonedTime.js';

export interface Note {
  text: string;
  isWarning: boolean;
}

const day = 24 * 60 * 60_000;
/** How long before a license expires or a review is due it is said. */
const noticeDays = 60;

const isNear = (at: string, now: string) => Date.parse(at) - Date.parse(now) < noticeDays * day;

function licenseNote(license: GridLicense, now: string, timeZone: string): Note[] {
  const { expiresOn, isInForce, issuedOn, number } = license;
  const name = `License ${number}`;
  if (isInForce && expiresOn && isNear(expiresOn, now))
    return [{ text: `${name} expires ${dayWords(expiresOn, timeZone)}`, isWarning: true }];
  if (isInForce) return [];
  const hasBegun = !issuedOn || issuedOn <= now;
  if (hasBegun && expiresOn)
    return [{ text: `${name} expired ${dayWords(expiresOn, timeZone)}`, isWarning: true }];
  return [
    {
      text: issuedOn ? `${name} begins ${dayWords(issuedOn, timeZone)}` : `${name} is not in force`,
      isWarning: true,
    },
  ];
}

function reviewNote({ current, review }: GridCell, now: string, timeZone: string): Note[] {
  const at = current?.reviewDueAt;
  if (!at || review === 'none') return [];
  if (review === 'overdue')
    return [{ text: `Review overdue since ${dayWords(at, timeZone)}`, isWarning: true }];
  return isNear(at, now) ? [{ text: `Review due ${dayWords(at, timeZone)}`, isWarning: true }] : [];
}

const beginning = (entry: EntryData, timeZone: string): Note[] =>
  entry.effectiveFrom
    ? [
        {
          text: `From ${momentWords(entry.effectiveFrom, timeZone)}: ${statusWords[entry.status]}`,
          isWarning: false,
        },
      ]
    : [];

function endNote({ current, upcoming }: GridCell, timeZone: string): Note[] {
  const end = current?.effectiveTo;
  if (!end || upcoming[0]?.effectiveFrom === end) return []; // what follows says it
  return [{ text: `Ends ${momentWords(end, timeZone)}`, isWarning: true }];
}

/** Warnings first; `timeZone` is that of the site. */
export function notesOf(cell: GridCell, answer: GridAnswer, timeZone: string): Note[] {
  const { current, drafts, shows, upcoming } = cell;
  const restsOn = new Set(current?.status === 'available' ? current.licenses : []);
  const licenses = answer.licenses.filter(({ id }) => restsOn.has(id));
  const dark = { text: 'No license in force: visitors are told it is not available', isWarning: true };
  const draft = { text: 'Has a draft that is not public', isWarning: false };
  const notes = [
    ...(shows === 'no-license' ? [dark] : []),
    ...licenses.flatMap((license) => licenseNote(license, answer.at, timeZone)),
    ...reviewNote(cell, answer.at, timeZone),
    ...endNote(cell, timeZone),
    ...upcoming.flatMap((entry) => beginning(entry, timeZone)),
    ...(drafts.length > 0 ? [draft] : []),
  ];
  return [...notes.filter(({ isWarning }) => isWarning), ...notes.filter(({ isWarning }) => !isWarning)];
}
