/** Every write by people, keys and the system itself leaves a row in the audit log, in the same transaction. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload';
import { actorOf } from '../access/actorOf.js';
import { isPlain, withoutNulls } from './withoutNulls.js';

/** Never written anywhere; noteSecretChange() says that one was replaced. */
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
type Changes = NonNullable<AuditEntry['changes']>;

/** What stands in the log in place of a secret. */
const masked = '(secret)';

/** What differs between two states of a document, by top-level field, without secrets. */
export function changesBetween(before: Doc, after: Doc): Changes {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields]
    .filter((field) => !bookkeeping.has(field) && !secretFields.has(field))
    .filter((field) => !isDeepStrictEqual(withoutNulls(before[field]), withoutNulls(after[field])))
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }));
}

/** For a collection's beforeChange: tells auditChange that a secret is being replaced, without saying to what. */
export function noteSecretChange(context: Doc, field: string): void {
  context.changedSecret = field;
}

function takeSecretChange(context: Doc): Changes {
  const field = context.changedSecret;
  delete context.changedSecret;
  return typeof field === 'string' ? [{ field, from: masked, to: masked }] : [];
}

/** Restoring a version hands over the state before it with all its languages; the log holds the one of the request. */
function inLocale(value: unknown, locale: string, locales: readonly string[]): unknown {
  if (!isPlain(value))
    return Array.isArray(value) ? value.map((each) => inLocale(each, locale, locales)) : value;
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every((key) => locales.includes(key))) return value[locale];
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, inLocale(each, locale, locales)]),
  );
}

function stateBefore(previousDoc: unknown, { context, locale, payload }: PayloadRequest): Doc {
  const before = (previousDoc ?? {}) as Doc;
  const { localization } = payload.config;
  if (!context.isRestoringVersion || !localization) return before;
  return inLocale(before, locale ?? localization.defaultLocale, localization.localeCodes) as Doc;
}

function auditedActor(req: PayloadRequest): Doc {
  const { id, kind, label } = actorOf(req);
  return { actorKind: kind, actorLabel: label, ...(id ? { actorId: id } : {}) };
}

/** Appends one row to the audit log. Part of the request's transaction: it stands or falls with the write. */
export async function appendAudit(req: PayloadRequest, entry: AuditEntry): Promise<void> {
  const now = new Date().toISOString();
  await req.payload.db.create({
    collection: 'audit-log',
    data: { id: randomUUID(), ...auditedActor(req), ...entry, createdAt: now, updatedAt: now },
    req,
    returning: false,
  });
}

function actionOf(
  operation: 'create' | 'update',
  after: Doc,
  { takenDown, takenDownLocale }: Doc,
): AuditEntry['action'] {
  if (takenDownLocale) return 'unpublish';
  if (after._status === 'published' && !after.deletedAt) return 'publish';
  return Array.isArray(takenDown) && takenDown.includes(after.id) ? 'unpublish' : operation;
}

const titleOf = (doc: Doc, titleField: string): string => String(doc[titleField] ?? doc.id ?? '');

/** Records creates and updates; an update that changes nothing leaves no row. */
export function auditChange(titleField: string): CollectionAfterChangeHook {
  return async ({ collection, doc, operation, previousDoc, req }) => {
    const before = operation === 'create' ? {} : stateBefore(previousDoc, req);
    const changes = [...changesBetween(before, doc), ...takeSecretChange(req.context)];
    const { takenDownLocale } = req.context;
    const action = actionOf(operation, doc, req.context);
    if (action === 'update' && changes.length === 0) return doc;
    await appendAudit(req, {
      ...{ action, changes, collectionSlug: collection.slug },
      documentId: String(doc.id),
      title: titleOf(doc, titleField),
      locale: String(takenDownLocale ?? req.locale ?? '') || undefined,
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
