/** The token of a preview: binds what is applied to what was shown, and to the entries that it rests on. Needs no storage. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '../errors.js';
import { canonicalJson } from '../pages/revision.js';
import { type Desk, keyOf } from './desk.js';
import type { Plan } from './plan.js';

const hour = 3_600_000;
const form = /^([0-9a-z]{1,11})\.([0-9a-f]{64})$/;

export interface Bound {
  /** ISO 8601: the moment of the preview. */
  at: string;
  from: string;
  /** The id of whoever is asking. */
  user: string;
  desk: Desk;
  plan: Plan;
}

/** Everything that the outcome hangs on: the plan, what stands in its cells, and the licenses that are named there. */
function groundsOf({ at, desk, from, plan, user }: Bound): unknown {
  const touched = new Set(
    plan.entries.flatMap(({ after, before }) => [after, before].flatMap((each) => (each ? keyOf(each) : []))),
  );
  const standing = desk.entries.filter((entry) => touched.has(keyOf(entry)));
  const named = new Set(
    [...standing, ...plan.entries.flatMap(({ after }) => after ?? [])].flatMap(({ licenses }) => licenses),
  );
  return {
    ...{ at, from, user },
    plan: plan.entries.map(({ after, before }) => [before?.id ?? null, after]),
    standing,
    licenses: desk.licenses.filter(({ id }) => named.has(id)),
  };
}

const sign = (bound: Bound, secret: string): string =>
  createHmac('sha256', secret)
    .update(canonicalJson(groundsOf(bound)))
    .digest('hex');

/** `secret` is that of the installation: only a preview makes tokens. */
export function makeToken(bound: Bound, secret: string): string {
  return `${Date.parse(bound.at).toString(36)}.${sign(bound, secret)}`;
}

const conflict = (message: string) =>
  new AppError('conflict', 409, `${message} Nothing was written. Preview again.`);

/** The moment of the preview that gave this token. Throws 400 for what is no token, 409 for one that is older than an hour. */
export function momentOfToken(token: unknown, now = Date.now()): string {
  const [, written = ''] = form.exec(typeof token === 'string' ? token : '') ?? [];
  const moment = Number.parseInt(written, 36);
  if (Number.isNaN(moment) || moment > now) {
    const message = 'Send the token of a preview of the same changes: POST changes?preview=true gives one.';
    throw new AppError('invalid_parameter', 400, message, 'token');
  }
  if (now - moment > hour) throw conflict('The preview is older than an hour.');
  return new Date(moment).toISOString();
}

/** Throws 409 when the token is not of this very plan on this very ground. */
export function checkToken(token: string, bound: Bound, secret: string): void {
  const expected = Buffer.from(makeToken(bound, secret));
  const given = Buffer.from(token);
  if (given.length === expected.length && timingSafeEqual(given, expected)) return;
  throw conflict('This is not what was previewed, or what it rests on has been changed since.');
}
