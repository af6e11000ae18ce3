/** Since when other processes have given no sign of life, by the clock of this one: who is silent for long enough has no lease. */
import type { NodeRow } from '../../database/mongodb/nodeRows.js';
import { leaseMs, marginMs } from './times.js';

interface Sign {
  beat: number;
  /** When it was first read here; the lease that came with it began before. */
  seenAt: number;
}

export class Silence {
  private signs: ReadonlyMap<string, Sign> = new Map();

  /** Takes in what has just been read; answers those whose leases are over, unless they have given a sign since. */
  overIn(rows: readonly NodeRow[], now = performance.now()): NodeRow[] {
    const before = this.signs;
    this.signs = new Map(
      rows.map(({ _id, beat }) => {
        const known = before.get(_id);
        return [_id, known?.beat === beat ? known : { beat, seenAt: now }];
      }),
    );
    return rows.filter(({ _id }) => now - (this.signs.get(_id)?.seenAt ?? now) >= leaseMs + marginMs);
  }
}
