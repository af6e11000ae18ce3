/** What a delivery network is told of an answer: how long it may keep it, and under which keys it will be told to let it go. */
import { everything } from '../../front/generations.js';
import type { DownstreamPolicy } from './policy.js';

/** Both Fastly and Cloudflare take 16 KB of keys; ours have at most six characters. */
const mostKeys = 2_000;

/** The slots of the generations again: short, the same in every process, and they tell nobody what is in the house. */
export const keysOf = (slots: Iterable<number>): string[] =>
  [...new Set(slots)].map((slot) => `f${slot.toString(36)}`);

export interface Downstream {
  policy: DownstreamPolicy;
  /** What the answer hangs on. */
  slots: readonly number[];
  /** Milliseconds since 1970 at which time alone may change it; null when it never does. */
  until: number | null;
  now: number;
  /** Milliseconds for which the site lets anybody show an answer without asking again. */
  refreshWithin: number;
}

/** Whole seconds; one less than there are, because `Age` is rounded down. */
function lasting({ now, policy, refreshWithin, until }: Downstream): number {
  const left = until === null ? Number.POSITIVE_INFINITY : until - now;
  return Math.min(policy.sharedFor, Math.floor(Math.min(left, refreshWithin) / 1_000) - 1);
}

/** For networks alone, so that no browser shows what is stale: it cannot be told to let go. */
function targeted(downstream: Downstream, seconds: number): string {
  const { policy, refreshWithin } = downstream;
  const most = Math.floor(refreshWithin / 1_000) - seconds;
  const stale = (name: string, allowed: number) =>
    Math.min(allowed, most) > 0 ? [`${name}=${Math.min(allowed, most)}`] : [];
  return [
    `max-age=${seconds}`,
    ...stale('stale-while-revalidate', policy.staleWhileRevalidate),
    ...stale('stale-if-error', policy.staleIfError),
  ].join(', ');
}

/** Null when the answer stays as it is: it changes too soon, or hangs on too much. */
export function downstreamHeaders(downstream: Downstream): Record<string, string> | null {
  const seconds = lasting(downstream);
  const keys = keysOf([everything, ...downstream.slots]);
  if (seconds < 1 || keys.length > mostKeys) return null;
  const { service } = downstream.policy;
  const forNetworks = targeted(downstream, seconds);
  return {
    'Cache-Control': `public, max-age=0, s-maxage=${seconds}, must-revalidate`,
    ...(service === 'fastly' ? { 'Surrogate-Control': forNetworks } : { 'CDN-Cache-Control': forNetworks }),
    ...(service === 'cloudflare' ? {} : { 'Surrogate-Key': keys.join(' ') }),
    ...(service === 'fastly' ? {} : { 'Cache-Tag': keys.join(',') }),
  };
}
