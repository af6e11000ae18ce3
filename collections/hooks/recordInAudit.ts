/** Every write by people, keys and the system itself leaves a row in the audit log, in the same transaction. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload';
import { signedIn } from '../access/actors.js';

/** Never written anywhere, not even as a change. */
const secretFields = new Set([
  'apiKey',
  'apiKeyIndex',
  'hash',
  'password',
  'resetPasswordExpiration',
  'resetPasswordRequestedAt',
  'resetPasswordToken',
  'salt',
  'sessions',
]);
const bookkeeping = new Set(['createdAt', 'updatedAt', 'id', 'hasAPIKey', 'loginAttempts', 'lockUntil']);

export interface AuditEntry {
  action: 'create' | 'update' | 'publish' | 'unpublish' | 'delete' | 'sign-in' | 'sign-out';
  collectionSlug: string;
  documentId: string;
  title?: string;
  locale?: string;
  changes?: { field: string; from: unknown; to: unknown }[];
}

type Doc = Record<string, unknown>;

/** What differs between two states of a document, by top-level field; secrets are named without their values. */
export function changesBetween(before: Doc, after: Doc): { field: string; from: unknown; to: unknown }[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields]
    .filter((field) => !bookkeeping.has(field) && !secretFields.has(field))
    .filter((field) => !isDeepStrictEqual(before[field] ?? null, after[field] ?? null))
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }));
}

function actorOf(req: PayloadRequest): Doc {
  const user = signedIn(req) as (Doc & { id: string; collection: string }) | null;
  if (!user) return { actorKind: 'system', actorLabel: 'System' };
  const label = user.collection === 'users' ? (user.email ?? user.name) : user.name;
  return {
    actorKind: user.collection === 'users' ? 'person' : 'client',
    actorId: user.id,
    actorLabel: String(label ?? user.id),
  };
}

/** Appends one row to the audit log. Part of the request's transaction: it stands or falls with the write. */
export async function appendAudit(req: PayloadRequest, entry: AuditEntry): Promise<void> {
  const now = new Date().toISOString();
  await req.payload.db.create({
    collection: 'audit-log',
    data: { id: randomUUID(), ...actorOf(req), ...entry, createdAt: now, updatedAt: now },
    req,
    returning: false,
  });
}

function actionOf(operation: 'create' | 'update', before: Doc, after: Doc): AuditEntry['action'] {
  if (after._status === 'published') return 'publish';
  if (before._status === 'published' && after._status === 'draft') return 'unpublish';
  return operation;
}

const titleOf = (doc: Doc, titleField: string): string => String(doc[titleField] ?? doc.id ?? '');

/** Records creates and updates. */
export function auditChange(titleField: string): CollectionAfterChangeHook {
  return async ({ collection, doc, operation, previousDoc, req }) => {
    const before: Doc = previousDoc ?? {};
    await appendAudit(req, {
      action: actionOf(operation, before, doc),
      collectionSlug: collection.slug,
      documentId: String(doc.id),
      title: titleOf(doc, titleField),
      locale: req.locale ?? undefined,
      changes: operation === 'create' ? undefined : changesBetween(before, doc),
    });
    return doc;
  };
}

/** Records deletes, with what was deleted. */
export function auditDelete(titleField: string): CollectionAfterDeleteHook {
  return async ({ collection, doc, req }) => {
    await appendAudit(req, {
      action: 'delete',
      collectionSlug: collection.slug,
      documentId: String(doc.id),
      title: titleOf(doc, titleField),
      changes: changesBetween(doc, {}),
    });
    return doc;
  };
}
