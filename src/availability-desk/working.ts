/** The entries while a plan is made: what becomes of each, and how all of them stand after it. Pure. */
import type { EntryData } from './answers.js';
import type { Spot } from './asked.js';
import { byId, type CellKey, type Desk, keyOf, type StoredEntry } from './desk.js';

/** One entry, and what becomes of it. */
export interface PlannedEntry {
  spot: Spot;
  /** Null for what is made. */
  before: StoredEntry | null;
  /** Null for what is taken away. A new one has no id of the database yet. */
  after: EntryData | null;
}

/** Holds the entries while the plan is made. New ones have ids of the plan's own. */
export class Working {
  readonly planned = new Map<string, PlannedEntry>();
  private readonly standing: Map<string, EntryData>;
  private readonly stored: ReadonlyMap<string, StoredEntry>;
  private made = 0;

  constructor(private readonly desk: Desk) {
    this.stored = byId(desk.entries);
    this.standing = new Map(this.stored);
  }

  ofCell({ service, state }: CellKey): EntryData[] {
    return [...this.standing.values()].filter((entry) => keyOf(entry) === keyOf({ service, state }));
  }

  find(id: string): EntryData | undefined {
    return this.standing.get(id);
  }

  make(entry: Omit<EntryData, 'id'>, spot: Spot): void {
    const id = `new-${++this.made}`;
    this.put(id, { ...entry, id }, spot);
  }

  put(id: string, after: EntryData | null, spot: Spot): void {
    if (after) this.standing.set(id, after);
    else this.standing.delete(id);
    const before = this.stored.get(id) ?? null;
    if (!before && !after) this.planned.delete(id);
    else this.planned.set(id, { spot: this.planned.get(id)?.spot ?? spot, before, after });
  }

  hasDraft(id: string): boolean {
    return this.desk.drafts.some((draft) => draft.id === id);
  }
}
