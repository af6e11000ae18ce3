/** A record of the ledger, and the hashes that chain it to the record before. Pure. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Actor } from '../../../collections/access/actorOf.js';

export type { Actor } from '../../../collections/access/actorOf.js';

export type Act = 'publish' | 'change' | 'unpublish' | 'withdraw' | 'delete' | 'redact';

/** What a new record says; its place in the sequence is given by whoever appends it. */
export interface PublicationDraft {
  act: Act;
  collectionSlug: string;
  documentId: string;
  /** The path of its page on its home site; null for what has no page. */
  path: string | null;
  /** The languages that are public. */
  locales: string[];
  /** Canonical JSON (RFC 8785) of the row in every language; null when nothing is public any more, and when redacted. */
  snapshot: string | null;
  /** SHA-256 of the snapshot's UTF-8 bytes, hexadecimal; stays when the snapshot is redacted. */
  contentHash: string | null;
  actor: Actor;
  approvals: unknown[];
  reason: string | null;
  /** Of a redaction: the position that it blanked. */
  target: number | null;
}

export interface Publication extends PublicationDraft {
  id: string;
  /** 1 for the first record; no position is left out. */
  position: number;
  previousHash: string;
  hash: string;
  /** ISO 8601; never earlier than that of the record before. */
  createdAt: string;
}

/** What stands in the place of a hash before the first record. */
export const firstPreviousHash = '0'.repeat(64);

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** JSON as RFC 8785 writes it: equal values are equal bytes. Throws on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only what JSON can hold goes into the ledger.');
  return text;
}

/** SHA-256 of a snapshot, hexadecimal. */
export function contentHashOf(snapshot: string): string {
  return sha256(snapshot);
}

/**
 * The hash of a record: SHA-256 over the canonical JSON of everything it says but `id`, `snapshot` (which `contentHash`
 * stands for, so that a redaction leaves the chain whole) and the hash itself.
 */
export function hashOf(publication: Omit<Publication, 'hash' | 'id' | 'snapshot'>): string {
  const { act, actor, approvals, collectionSlug, contentHash, createdAt, documentId } = publication;
  const { locales, path, position, previousHash, reason, target } = publication;
  return sha256(
    canonicalJson({
      ...{ act, actor, approvals, collectionSlug, contentHash, createdAt, documentId },
      ...{ locales, path, position, previousHash, reason, target },
    }),
  );
}
