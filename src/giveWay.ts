/** For long work that waits for nothing: between two pieces of it others have their turn. */
import { setImmediate } from 'node:timers/promises';

/** Milliseconds that such work may take in one go. */
const inOneGo = 10;

/** Call what it answers between two pieces; it waits only when enough time has passed. */
export function givingWay(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < inOneGo) return;
    await setImmediate();
    since = performance.now();
  };
}
