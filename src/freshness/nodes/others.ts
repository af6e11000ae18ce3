/** The other processes that answer from memory, as the database knows them. */
import type { Connection } from '../../database/mongodb/changes.js';
import { type NodeRow, otherNodes, removeSilent } from '../../database/mongodb/nodeRows.js';
import { pauseUnless } from './pauseUnless.js';
import { Silence } from './silence.js';
import { askMs, leaseMs, marginMs } from './times.js';
import { within } from './within.js';

export class Others {
  private readonly silence = new Silence();

  constructor(
    private readonly connection: () => Connection,
    private readonly ownId: string,
  ) {}

  /** Those that may answer from memory; who has been silent for too long is taken out, and nobody waits for it any more. */
  living = (): Promise<NodeRow[]> => within(leaseMs, this.readLiving());

  /** As `living`, by name. None when the database does not say, and every lease is over that was given before. */
  async whoMustHear(): Promise<Map<string, NodeRow>> {
    const end = performance.now() + leaseMs + marginMs;
    for (;;) {
      try {
        const rows = await this.living();
        return new Map(rows.map((row) => [row._id, row]));
      } catch {
        if (performance.now() >= end) return new Map();
        await pauseUnless(askMs);
      }
    }
  }

  /** Takes out of `silent` who has heard by asking the database, or answers from memory no more. */
  async take(silent: Map<string, NodeRow>, position: number): Promise<void> {
    const rows = await this.living().catch(() => null);
    if (!rows) return;
    const positions = new Map(rows.map((row) => [row._id, row.position]));
    for (const id of silent.keys())
      if ((positions.get(id) ?? Number.POSITIVE_INFINITY) >= position) silent.delete(id);
  }

  private async readLiving(): Promise<NodeRow[]> {
    const rows = await otherNodes(this.connection(), this.ownId);
    const over = this.silence.overIn(rows);
    if (over.length === 0) return rows;
    // it is the removal that says so: whoever has given a sign meanwhile keeps its row
    const removed = await removeSilent(this.connection(), over);
    return rows.filter(({ _id }) => !removed.has(_id));
  }
}
