/** Which past somebody asks for with `at` and `position`: finds the place in the ledger, or says what is wrong. */
import type { Payload } from 'payload';
import { invalidParameter, notFound } from '../errors.js';
import { latestPosition, positionAt } from '../publishing/ledger/positions.js';
import { lastMomentOf } from '../publishing/ledger/readSnapshots.js';
import type { Moment } from './ledgerDocuments.js';

/** As given: at least one of both. */
export interface AskedMoment {
  /** ISO 8601, with a time and an offset. */
  at?: string;
  position?: number;
}

async function knownMoment(payload: Payload, position: number): Promise<string> {
  if (position === 0) throw notFound();
  const at = await lastMomentOf(payload, position);
  if (at !== null) return at;
  const latest = await latestPosition(payload);
  throw invalidParameter('position', `There is no position ${position} yet; the last one is ${latest}.`);
}

async function knownPosition(payload: Payload, at: string): Promise<number> {
  const position = await positionAt(payload, at);
  if (position === 0) throw notFound();
  return position;
}

/**
 * `at` alone: the last position of that moment. `position` alone: what was answered last while it was the last one. Both:
 * the documents of the position with the dates of the moment. Throws invalid_parameter for a moment or position that is
 * still to come, not_found for what lies before the first record.
 */
export async function findMoment(payload: Payload, { at, position }: AskedMoment): Promise<Moment> {
  if (at !== undefined && Date.parse(at) > Date.now()) {
    throw invalidParameter('at', 'at lies in the future: what will have been published is not known.');
  }
  if (position === undefined) {
    const moment = at ?? new Date().toISOString();
    return { at: moment, position: await knownPosition(payload, moment) };
  }
  const last = await knownMoment(payload, position);
  return { at: at ?? last, position };
}
