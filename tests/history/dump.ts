/** What tests/history/readDatabase.mjs read of the database. */
import type { LedgerRecord } from './chain.js';

export type Row = Record<string, unknown> & { id: string };

export interface Version {
  id: string;
  parent: string;
  latest?: boolean | null;
  updatedAt: string;
  version: Record<string, unknown>;
}

export interface Dump {
  ledger: LedgerRecord[];
  collections: Record<string, { rows: Row[]; versions: Version[] | null }>;
  spans: {
    collectionSlug: string;
    documentId: string;
    from: number;
    to: number;
    contentHash: string;
    documentUpdatedAt: string | null;
    key: string | null;
  }[];
  references: { fromCollection: string; fromId: string; toCollection: string; toId: string }[];
}

/** True for a row that readers see. */
export function isPublicRow(row: Row, hasDrafts: boolean): boolean {
  if (row.deletedAt) return false;
  return hasDrafts ? row._status === 'published' : row.live === undefined || row.live === true;
}

/** The records of each document, in order. */
export function byDocument(ledger: readonly LedgerRecord[]): Map<string, LedgerRecord[]> {
  const found = new Map<string, LedgerRecord[]>();
  for (const record of ledger) {
    const key = `${record.collectionSlug} ${record.documentId}`;
    found.set(key, [...(found.get(key) ?? []), record]);
  }
  return found;
}
