/** What was read while an answer was made. Whoever reads says so here; outside of a recording that costs nothing. */
import { AsyncLocalStorage } from 'node:async_hooks';

/** A collection (`articles`), one document of it (`articles/<id>`), or what tags.ts makes of these. */
export type Tag = string;

export interface Reads {
  readonly tags: ReadonlySet<Tag>;
  /** Milliseconds since 1970 at which time alone may change what was read; null when it never does. */
  readonly until: number | null;
  /** False once something was read of which nobody hears when it changes. */
  readonly mayBeKept: boolean;
}

class Recording implements Reads {
  /** Milliseconds since 1970: what was read is as of then, or later. */
  readonly begunAt = Date.now();
  readonly tags = new Set<Tag>();
  until: number | null = null;
  mayBeKept = true;
}

const recordings = new AsyncLocalStorage<Recording | null>();

/** What `make` reads, and everything that it sets going, is noted from now on in what is returned. */
export function recordReads(make: () => void): Reads {
  const recording = new Recording();
  recordings.run(recording, make);
  return recording;
}

/** How making something ended, and all that was read until then: a refusal hangs on what was read as an answer does. */
export interface Made<T> {
  outcome: PromiseSettledResult<T>;
  reads: Reads;
}

/** For what is kept, or made once for several who ask: each of them says so by `takeMade`. Never rejects. */
export async function makeHeard<T>(make: () => Promise<T>): Promise<Made<T>> {
  const recording = new Recording();
  const [outcome] = await recordings.run(recording, () => Promise.allSettled([(async () => make())()]));
  return { outcome, reads: recording };
}

/** For what is read to see whether something else is still true, and does not show in the answer. */
export const unrecorded = <T>(make: () => Promise<T>): Promise<T> => recordings.run(null, make);

/** What has been noted until now of the answer that is being made; undefined when nobody notes it. */
export const readsSoFar = (): Reads | undefined => recordings.getStore() ?? undefined;

/** When the recording began into which reads are noted now; undefined when nobody notes them. */
export const recordingSince = (): number | undefined => recordings.getStore()?.begunAt;

/** The answer that is being made depends on these. */
export function dependsOn(tags: Iterable<Tag>): void {
  const recording = recordings.getStore();
  if (recording) for (const tag of tags) recording.tags.add(tag);
}

/** The answer that is being made is true until then: milliseconds since 1970, or null for ever. */
export function trueUntil(moment: number | null): void {
  const recording = recordings.getStore();
  if (recording) recording.until = earlier(recording.until, moment);
}

/** The answer that is being made is for this once: nobody would hear that it has become another. */
export function neverKeep(): void {
  const recording = recordings.getStore();
  if (recording) recording.mayBeKept = false;
}

/** What was made, or throws what kept it from being made: the answer that is being made hangs on all that was read for it. */
export function takeMade<T>({ outcome, reads }: Made<T>): T {
  dependsOn(reads.tags);
  trueUntil(reads.until);
  if (!reads.mayBeKept) neverKeep();
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}

function earlier(one: number | null, other: number | null): number | null {
  if (one === null) return other;
  return other === null ? one : Math.min(one, other);
}
