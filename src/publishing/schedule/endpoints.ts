/** /api/schedule. The editing door has turned strangers away before. */
import type { Endpoint, PayloadRequest } from 'payload';
import { AppError, invalidParameter, notFound } from '../../errors.js';
import { cancelOne } from './cancelOne.js';
import { type State, states } from './entry.js';
import { type EntryFilter, findEntry, listEntries } from './listEntries.js';
import { findVisible, isSchedulable, publishableCollections } from './rights.js';
import { type Asked, scheduleOne } from './scheduleOne.js';
import { zoneOfDocument } from './siteZone.js';

const mostPerPage = 100;
const usualPerPage = 50;
/** The editing door says a locale in every query. */
const ignored = ['locale'];
const filters = ['state', 'collection', 'documentId', 'limit', 'page'];

function requireRight(req: PayloadRequest): void {
  if (publishableCollections(req).length > 0) return;
  throw new AppError('forbidden', 403, 'This is for people and keys who may publish.');
}

function numberIn(value: unknown, name: string, usual: number, most: number): number {
  if (value === undefined) return usual;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw invalidParameter(name, `${name} must be a whole number from 1 to ${most}.`);
}

function readFilter(req: PayloadRequest): EntryFilter {
  // not req.query: Payload writes a depth of its own into it
  const query: Record<string, string | undefined> = Object.fromEntries(req.searchParams);
  const unknown = Object.keys(query).find((name) => ![...filters, ...ignored].includes(name));
  if (unknown)
    throw invalidParameter(unknown, `${unknown} is not known here; these are: ${filters.join(', ')}.`);
  const state = query.state;
  if (state !== undefined && !states.includes(state as State))
    throw invalidParameter('state', `state must be one of ${states.join(', ')}.`);
  const collection = query.collection;
  const known: string[] = publishableCollections(req);
  if (collection !== undefined && !known.includes(collection))
    throw invalidParameter(
      'collection',
      `collection must be one in which you may publish: ${known.join(', ')}.`,
    );
  return {
    ...{ state: state as State | undefined, collection, documentId: query.documentId },
    limit: numberIn(query.limit, 'limit', usualPerPage, mostPerPage),
    page: numberIn(query.page, 'page', 1, 1_000_000),
  };
}

async function readAsked(req: PayloadRequest): Promise<Asked> {
  const body = await req.text?.();
  try {
    const asked: unknown = JSON.parse(body || '{}');
    if (typeof asked === 'object' && asked !== null && !Array.isArray(asked)) return asked;
  } catch {
    // said below, in the same words
  }
  throw new AppError('invalid_json', 400, 'The body must be a JSON object.');
}

/** The zone in which the times of a document are meant; null where there is none. For everybody who may see the document. */
async function zoneFor(req: PayloadRequest): Promise<string | null> {
  const { collection, documentId } = Object.fromEntries(req.searchParams) as Record<
    string,
    string | undefined
  >;
  const slug = isSchedulable(req, collection) ? collection : undefined;
  if (!slug)
    throw invalidParameter('collection', 'collection must be one in which publishing is an act of its own.');
  const found = documentId ? await findVisible(req, slug, documentId) : null;
  if (!found) throw notFound();
  return zoneOfDocument(req, found.latest);
}

const idOf = (req: PayloadRequest) => String(req.routeParams?.id ?? '');

export const scheduleEndpoints: Endpoint[] = [
  {
    path: '/schedule',
    method: 'post',
    handler: async (req) => {
      requireRight(req);
      return Response.json(await scheduleOne(req, await readAsked(req)), { status: 201 });
    },
  },
  {
    path: '/schedule',
    method: 'get',
    handler: async (req) => {
      requireRight(req);
      return Response.json(await listEntries(req, readFilter(req)));
    },
  },
  {
    path: '/schedule/zone',
    method: 'get',
    handler: async (req) => Response.json({ timeZone: await zoneFor(req) }),
  },
  {
    path: '/schedule/:id',
    method: 'get',
    handler: async (req) => {
      requireRight(req);
      return Response.json(await findEntry(req, idOf(req)));
    },
  },
  {
    path: '/schedule/:id',
    method: 'delete',
    handler: async (req) => {
      requireRight(req);
      const doc = await cancelOne(req, idOf(req));
      return Response.json({ message: 'Cancelled.', doc });
    },
  },
];
