/**
 * The ledger's own rules, written anew from their description so that a mistake in the product is not repeated here:
 * positions 1..n, times that never run backwards, SHA-256 over RFC 8785 JSON, each record holding the hash of the last.
 */
import { createHash } from 'node:crypto';

export interface LedgerRecord {
  id: string;
  position: number;
  act: 'publish' | 'change' | 'unpublish' | 'withdraw' | 'delete' | 'redact';
  collectionSlug: string;
  documentId: string;
  path: string | null;
  locales: string[];
  snapshot: string | null;
  contentHash: string | null;
  previousHash: string;
  hash: string;
  actor: { kind: string; id: string | null; label: string };
  approvals: unknown[];
  reason: string | null;
  target: number | null;
  createdAt: string;
}

/** RFC 8785: names in the order of their UTF-16 code units, no spaces, numbers and texts as ECMAScript writes them. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value as Record<string, unknown>);
  const inOrder = entries.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return `{${inOrder.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}

const sha256 = (text: string) => createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex');

function problemsOf(record: LedgerRecord, before: LedgerRecord | undefined, place: number): string[] {
  const { hash, id: _id, snapshot, ...said } = record;
  const isDark = ['unpublish', 'delete', 'withdraw'].includes(record.act);
  const checks: [boolean, string][] = [
    [record.position === place, `stands at place ${place}`],
    [record.previousHash === (before?.hash ?? '0'.repeat(64)), 'does not hold the hash of the record before'],
    [hash === sha256(canonical(said)), 'has another hash than its content'],
    [record.createdAt >= (before?.createdAt ?? ''), 'is older than the record before'],
    [record.createdAt === new Date(record.createdAt).toISOString(), 'has a time that is no ISO 8601'],
    [isDark === (snapshot === null), 'has a snapshot where there should be none, or none'],
    [
      snapshot === null || record.contentHash === sha256(snapshot),
      'has another content hash than its snapshot',
    ],
    [
      snapshot === null || canonical(JSON.parse(snapshot)) === snapshot,
      'has a snapshot that is not canonical',
    ],
  ];
  return checks.flatMap(([holds, problem]) => (holds ? [] : [`record ${record.position} ${problem}`]));
}

/** What is wrong with the chain; nothing when it is whole. */
export function chainProblems(ledger: readonly LedgerRecord[]): string[] {
  return ledger.flatMap((record, index) => problemsOf(record, ledger[index - 1], index + 1));
}
