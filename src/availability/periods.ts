/** When entries are in force. An `available` entry is only while at least one of its licenses is; it needs one. */
import type { Entry } from './entry.js';
import { licensePeriod } from './licenses.js';

/** From, inclusive, to, exclusive, as ISO instants; null is open. */
export interface Period {
  effectiveFrom: string | null;
  effectiveTo: string | null;
}

const instant = Date.parse;

/** A period in milliseconds, each date read once: they are compared many times. */
interface Span {
  from: number;
  to: number;
}

const spanOf = ({ effectiveFrom, effectiveTo }: Period): Span => ({
  from: effectiveFrom ? instant(effectiveFrom) : Number.NEGATIVE_INFINITY,
  to: effectiveTo ? instant(effectiveTo) : Number.POSITIVE_INFINITY,
});

const holds = ({ from, to }: Span, now: number) => from <= now && now < to;

/** The entry's own period, and those of which one has to hold with it; undefined where it rests on nothing. */
interface Spans {
  own: Span;
  licenses: Span[] | undefined;
}

const spansOf = (entry: Entry): Spans => ({
  own: spanOf(entry),
  licenses:
    entry.status === 'available'
      ? entry.licenses.map((license) => spanOf(licensePeriod(license)))
      : undefined,
});

const allHold = ({ licenses, own }: Spans, now: number): boolean =>
  holds(own, now) && (licenses?.some((span) => holds(span, now)) ?? true);

/** True while the entry says something: its period holds and, if it is `available`, a license does. */
export const isInForce = (entry: Entry, at: string): boolean => allHold(spansOf(entry), instant(at));

/** The entries in force at `at`, in the order given. */
export const stateOfAffairs = <E extends Entry>(entries: readonly E[], at: string): E[] =>
  entries.filter((entry) => isInForce(entry, at));

/** The first moment after `now` at which this entry comes in force or ceases to be; Infinity when it never does. */
function flipOf(entry: Entry, now: number): number {
  const spans = spansOf(entry);
  const isHolding = allHold(spans, now);
  const bounds = [spans.own, ...(spans.licenses ?? [])].flatMap(({ from, to }) => [from, to]);
  const flips = bounds.filter((bound) => bound > now && allHold(spans, bound) !== isHolding);
  return Math.min(...flips);
}

/**
 * The first moment after `at` at which the set of entries in force changes; null when it never does. A date that changes
 * nothing (one license of two expires) is none.
 */
export function nextChangeAt(entries: Iterable<Entry>, at: string): string | null {
  const now = instant(at);
  let first = Number.POSITIVE_INFINITY;
  for (const entry of entries) first = Math.min(first, flipOf(entry, now));
  return first === Number.POSITIVE_INFINITY ? null : new Date(first).toISOString();
}

/** The latest of some moments; null, which stands for “always has been”, counts as the earliest of all. */
export const latestOf = (moments: Iterable<string | null>): string | null => extremeOf(moments, 1);

/** The earliest of some moments; null, which stands for “never”, counts as the latest of all. */
export const earliestOf = (moments: Iterable<string | null>): string | null => extremeOf(moments, -1);

function extremeOf(moments: Iterable<string | null>, sign: 1 | -1): string | null {
  let extreme: string | null = null;
  for (const moment of moments) {
    const isFurther =
      moment !== null && (extreme === null || sign * (instant(moment) - instant(extreme)) > 0);
    if (isFurther) extreme = moment;
  }
  return extreme;
}

/** The time that two periods share; null when they share none, as when one begins where the other ends. */
export function overlapOf(one: Period, other: Period): Period | null {
  const effectiveFrom = latestOf([one.effectiveFrom, other.effectiveFrom]);
  const effectiveTo = earliestOf([one.effectiveTo, other.effectiveTo]);
  const isEmpty =
    effectiveFrom !== null && effectiveTo !== null && instant(effectiveFrom) >= instant(effectiveTo);
  return isEmpty ? null : { effectiveFrom, effectiveTo };
}
