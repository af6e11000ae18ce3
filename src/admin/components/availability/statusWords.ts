/** What the states of a cell are called, and the letter that chooses each. */
import type { Status } from '../../../availability/entry.js';

export const statusWords: Readonly<Record<Status, string>> = {
  available: 'Available',
  waitlist: 'Waitlist',
  'coming-soon': 'Coming soon',
  paused: 'Paused',
  unavailable: 'Unavailable',
};

/** The best for a visitor first, as in availability/entry.ts. */
export const statusList = Object.keys(statusWords) as Status[];

export const noEntry = 'No entry';

/** “Available”; “No entry” for null. */
export const wordsOf = (status: Status | null): string => (status ? statusWords[status] : noEntry);

/** The status that a typed letter chooses: the first one that begins with it. Undefined where none does. */
export function statusOfLetter(letter: string): Status | undefined {
  if (letter.length !== 1) return undefined;
  return statusList.find((status) => status.startsWith(letter.toLowerCase()));
}

const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, ' ');

/** Reads a status as people write it, “Coming soon” or “coming-soon”; undefined where it is none. */
export function readStatus(text: string): Status | undefined {
  return statusList.find((status) => plain(status) === plain(text));
}
