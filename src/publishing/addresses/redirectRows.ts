/** The stored redirects: found, made, changed and removed through the adapter, each with its row in the audit log. */
import { randomUUID } from 'node:crypto';
import type { Where } from 'payload';
import { idOf } from '../../../collections/blocks/fieldValues.js';
import { appendAudit, changesBetween } from '../../../collections/hooks/recordInAudit.js';
import type { Address, Place } from './sites.js';

/** A redirect as it is meant: from an address to an address. */
export interface Move {
  from: Address;
  to: Address;
  reason?: string | null;
}

/** A redirect that is stored. */
export interface StoredMove extends Move {
  id: string;
}

/** A redirect as its row holds it. */
export interface RedirectData {
  site: string;
  from: string;
  to: string;
  /** Empty for the same site. */
  toSite: string | null;
  reason: string | null;
}

type Row = Omit<RedirectData, 'site' | 'toSite'> & { id: string; site: unknown; toSite?: unknown };

/** A row, or what is to become one, as a move. */
export function moveOf<T extends Partial<Row>>({ from, reason, site, to, toSite }: T): Move {
  const siteId = idOf(site) ?? '';
  return {
    from: { site: siteId, path: from ?? '' },
    to: { site: idOf(toSite) || siteId, path: to ?? '' },
    reason: reason ?? null,
  };
}

/** A move as a row keeps it. */
export function dataOf({ from, reason, to }: Move): RedirectData {
  return {
    site: from.site,
    from: from.path,
    to: to.path,
    toSite: to.site === from.site ? null : to.site,
    reason: reason ?? null,
  };
}

/** True when both lead from the same address to the same address. */
export const leadsAlike = (one: Move, other: Move): boolean =>
  one.to.site === other.to.site && one.to.path === other.to.path;

/** Stored redirects that meet a condition; all of them without one. */
export async function findRedirects({ payload, req }: Place, where: Where = {}): Promise<StoredMove[]> {
  const { docs } = await payload.db.find<Row>({
    ...{ collection: 'redirects', limit: 0, pagination: false, req, where },
    select: { from: true, reason: true, site: true, to: true, toSite: true },
  });
  return docs.map((row) => ({ id: row.id, ...moveOf(row) }));
}

const audited = (move: Move) => dataOf(move) as unknown as Record<string, unknown>;

/** Stores a new redirect. Rejects when there is one from that address. */
export async function createRedirect({ payload, req }: Place, move: Move): Promise<void> {
  const now = new Date().toISOString();
  const id = randomUUID();
  const data = { id, ...dataOf(move), createdAt: now, updatedAt: now };
  await payload.db.create({ collection: 'redirects', data, req, returning: false });
  const changes = changesBetween({}, audited(move));
  await appendAudit(req, {
    action: 'create',
    collectionSlug: 'redirects',
    documentId: id,
    title: move.from.path,
    changes,
  });
}

/** Makes a stored redirect lead somewhere else, or say another reason. */
export async function changeRedirect(
  { payload, req }: Place,
  stored: StoredMove,
  { reason = stored.reason, to }: Pick<Move, 'to' | 'reason'>,
): Promise<void> {
  const next = { from: stored.from, to, reason };
  const data = { ...dataOf(next), updatedAt: new Date().toISOString() };
  await payload.db.updateOne({ collection: 'redirects', data, id: stored.id, req, returning: false });
  const changes = changesBetween(audited(stored), audited(next));
  await appendAudit(req, {
    action: 'update',
    collectionSlug: 'redirects',
    documentId: stored.id,
    title: stored.from.path,
    changes,
  });
}

/** Removes a stored redirect. */
export async function removeRedirect({ payload, req }: Place, stored: StoredMove): Promise<void> {
  await payload.db.deleteOne({
    ...{ collection: 'redirects', req, returning: false },
    where: { id: { equals: stored.id } },
  });
  const changes = changesBetween(audited(stored), {});
  await appendAudit(req, {
    action: 'delete',
    collectionSlug: 'redirects',
    documentId: stored.id,
    title: stored.from.path,
    changes,
  });
}
