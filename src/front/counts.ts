/** What the front has done since it started. Plain numbers: at a hit nothing is cheaper. */

export interface Counts {
  /** Answered from memory. */
  hit: number;
  /** Asked of the back first, and answered to all who waited for it. */
  miss: number;
  /** Passed through: it is for one person, changes something, or cannot be kept. */
  pass: number;
  /** Of the hits and misses, those that said only that the client has it already. */
  notModified: number;
  /** Of the bodies of hits and misses, as they were sent. */
  sentBytes: number;
  refused: { malformed: number; tooMany: number; tooBusy: number; unreachable: number };
}

/** For a front that has just started. */
export const newCounts = (): Counts => ({
  ...{ hit: 0, miss: 0, pass: 0, notModified: 0, sentBytes: 0 },
  refused: { malformed: 0, tooMany: 0, tooBusy: 0, unreachable: 0 },
});
