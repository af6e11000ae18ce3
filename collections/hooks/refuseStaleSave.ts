/**
 * Two people on one document: who writes may say which state of it was read (`If-Match` over REST, or `updatedAt` in the
 * data through any door, as the admin's form does), and is refused when it has been saved since. Compared inside the
 * transaction of the write, so that of several that read the same state one gets through.
 */
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload';
import type { CollectionKey } from '../access/accessTable.js';
import { mayDo } from '../access/actors.js';
import { type Doc, latestState, type Place, rowOf, type WriteArgs } from './documentStates.js';

type State = Pick<Place, 'req' | 'slug'>;

interface Write extends WriteArgs {
  id?: string;
}

const writes = ['update', 'delete', 'restoreVersion'];
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

const refuse = (message: string, status = 400): never => {
  throw new APIError(message, status, null, true);
};

function momentOf(value: unknown): number {
  const time = new Date(value as string).getTime();
  const isInstant = value instanceof Date || (typeof value === 'string' && instant.test(value));
  if (isInstant && !Number.isNaN(time)) return time;
  return refuse(
    'If-Match and updatedAt hold the updatedAt of the document that you read, as in "2026-01-31T09:30:00.000Z".',
  );
}

/** The moments that an `If-Match` accepts; null for `*`, which any document that exists fulfils. */
export function momentsIn(header: string): number[] | null {
  const tags = header.split(',').map((tag) => tag.trim().replace(/^(?:W\/)?"(.*)"$/, '$1'));
  return tags.includes('*') ? null : tags.map(momentOf);
}

/** The header speaks of the document in the address, not of what a hook writes on the way. */
async function headerOf(slug: string, { id, where }: Write, req: PayloadRequest): Promise<string | null> {
  const header = req.payloadAPI === 'REST' ? (req.headers?.get('if-match') ?? null) : null;
  if (header === null || req.routeParams?.collection !== slug) return null;
  const asked = req.routeParams.id;
  if (asked === undefined && where) refuse('If-Match holds for one document; leave it out for many.');
  if (asked === undefined || String(asked) !== String(id)) return null;
  const transaction = (await req.transactionID) ?? 'none';
  if (req.context.heededIfMatchIn === transaction) return null;
  req.context.heededIfMatchIn = transaction;
  return header;
}

/** Those who may not write get their refusal from Payload, and learn nothing from ours. */
async function mayWrite(id: string, { overrideAccess }: Write, { req, slug }: State): Promise<boolean> {
  if (overrideAccess) return true;
  if (!mayDo(req, slug as CollectionKey, 'update') && !mayDo(req, slug as CollectionKey, 'delete'))
    return false;
  const found = await req.payload.find({
    ...{ collection: slug as 'articles', depth: 0, limit: 1, overrideAccess: false, pagination: false, req },
    ...{ select: {}, trash: true, where: { id: { equals: id } } },
  });
  return found.docs.length > 0;
}

/** The moments that name the latest state. A row that lags behind a draft is not it. */
async function freshMoments(id: string, place: State): Promise<number[]> {
  const row = await rowOf(id, place);
  if (!row) return [];
  const { versions } = place.req.payload.collections[place.slug as 'articles'].config;
  const latest = versions ? await latestState(id, place) : null;
  if (!latest) return [momentOf(row.updatedAt)];
  const isSameState = latest.doc._status === 'published' && row._status === 'published';
  return [latest.doc, ...(isSameState ? [row] : [])].map(({ updatedAt }: Doc) => momentOf(updatedAt));
}

const words = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' });

function refuseStale(savedAt: number): never {
  const message = `Somebody else, or you in another window, has saved this document since you read it: on ${words.format(savedAt)} UTC. Nothing of yours was written. Load it again (over the API with draft=true), make your changes there and save again.`;
  throw new APIError(message, 409, null, true);
}

async function documentOf(operation: string, { id }: Write, { req, slug }: State): Promise<string> {
  if (operation !== 'restoreVersion') return String(id);
  const { docs } = await req.payload.db.findVersions<Doc>({
    ...{ collection: slug as 'articles', limit: 1, pagination: false, req },
    where: { id: { equals: String(id) } },
  });
  return String(docs[0]?.parent ?? '');
}

/** What the caller has read, in so far as it says so. */
async function claimsOf(slug: string, write: Write, req: PayloadRequest): Promise<(number[] | null)[]> {
  const header = await headerOf(slug, write, req);
  const given = write.data?.updatedAt;
  if (given && write.where) refuse('updatedAt holds for one document; leave it out for many.');
  return [...(header === null ? [] : [momentsIn(header)]), ...(given ? [[momentOf(given)]] : [])];
}

async function compare(operation: string, write: Write, place: State): Promise<void> {
  const claims = await claimsOf(place.slug, write, place.req);
  if (claims.length === 0) return;
  const id = await documentOf(operation, write, place);
  if (!(await mayWrite(id, write, place))) return;
  const fresh = await freshMoments(id, place);
  const isFresh = claims.every((claim) => claim === null || claim.some((moment) => fresh.includes(moment)));
  // what does not exist is Payload's to say
  if (fresh.length > 0 && !isFresh) refuseStale(Math.max(...fresh));
}

/** For beforeOperation: a write that rests on a state older than the latest is a 409. No caller sets `updatedAt`. */
export const refuseStaleSave: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const write = args as unknown as Write;
  if (writes.includes(operation)) {
    await compare(operation, write, { req, slug: write.collection.config.slug });
  }
  if (write.data === undefined || !('updatedAt' in write.data)) return args;
  const { updatedAt, ...data } = write.data;
  return { ...args, data } as typeof args;
};

/** For beforeChange: a copy is as new as its making; Payload gives it the time of what it is copied from. */
export const beginNow: CollectionBeforeChangeHook = ({ data, operation }) => {
  if (operation !== 'create' || data.updatedAt === undefined) return data;
  const now = new Date().toISOString();
  return { ...data, createdAt: now, updatedAt: now };
};
