/**
 * When a license is in force. Its dates are stored as instants, and a day among them as midnight or noon of that day in UTC
 * (what an API client sends as `2026-12-31`, and what the admin's calendar stores). A day counts whole, by the clocks of the
 * license's state (the zone in which a day ends first there, see `states.ts`): from its first moment when it is the first
 * day, to its last when it is the last. Any other time of day is that very instant, and the license ends at it.
 */
import { tzOffset } from '@date-fns/tz';
import { isEffective } from '../compliance/effectiveDates.js';
import type { License } from './entry.js';
import type { Period } from './periods.js';
import { stateByUsps } from './states.js';

const minute = 60_000;
const dayStored = /^(\d{4}-\d{2}-\d{2})T(?:00|12):00:00\.000Z$/;

/**
 * The first moment of a day by the clocks of a zone of the US. Midnight in UTC falls between two in the morning, when clocks
 * are changed there, and the midnight looked for; Guam, east of it, does not change them.
 */
const startOfDay = (day: number, zone: string): number => day - tzOffset(zone, new Date(day)) * minute;

/** What `momentOf` keeps. */
function findMoment(stored: string, usps: string, through: 0 | 1): string {
  const instant = new Date(stored).toISOString();
  const [, day] = dayStored.exec(instant) ?? [];
  if (day === undefined) return instant;
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + through);
  return new Date(startOfDay(date.getTime(), stateByUsps(usps)?.zone ?? 'UTC')).toISOString();
}

// what a zone's clocks show is slow to ask, and asked again with every question about the same few dates
const kept = new Map<string, string>();
const MOST_KEPT = 10_000;

/** The instant of a stored date; of a day, its start, or that of the day after when `through` it. */
function momentOf(stored: string, usps: string, through: 0 | 1): string {
  const key = `${usps}${through}${stored}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const found = findMoment(stored, usps, through);
  kept.set(key, found);
  return found;
}

/** From when until when a license is in force, as instants; null where a date is not known, or it does not expire. */
export function licensePeriod({ expiresOn, issuedOn, state }: License): Period {
  return {
    effectiveFrom: issuedOn === null ? null : momentOf(issuedOn, state, 0),
    effectiveTo: expiresOn === null ? null : momentOf(expiresOn, state, 1),
  };
}

/** True while a license is in force. */
export const licenseInForce = (license: License, at: string): boolean =>
  isEffective(licensePeriod(license), at);
