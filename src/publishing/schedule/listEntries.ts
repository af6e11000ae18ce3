/** What is due, what failed, what was done: only of collections and documents that whoever asks may know of. */
import type { PayloadRequest, Where } from 'payload';
import { siteLimit } from '../../../collections/access/actors.js';
import { notFound } from '../../errors.js';
import { type ScheduleEntry, type ScheduleJob, type State, toEntry } from './entry.js';
import { conditions, findJob, isScheduled, ofDocument } from './jobs.js';
import { publishableCollections } from './rights.js';

export interface EntryFilter {
  state?: State;
  collection?: string;
  documentId?: string;
  limit: number;
  page: number;
}

export interface EntryList {
  docs: ScheduleEntry[];
  totalDocs: number;
  limit: number;
  page: number;
  totalPages: number;
  hasPrevPage: boolean;
  hasNextPage: boolean;
}

/** Entries that a list looks through; what lies behind is reached by naming a document or a collection. */
const mostJobs = 5_000;
const chunk = 200;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Null when nothing can match. Values inside of JSON end up in the text of a query: only what is known or an id gets there. */
function where({ collection, documentId, state }: EntryFilter, collections: string[]): Where | null {
  const wanted: Where[] = [isScheduled, ...(state ? conditions[state] : [])];
  if (documentId !== undefined && !uuid.test(documentId)) return null;
  if (documentId) wanted.push({ 'input.doc.value': { equals: documentId } });
  const among = collection ? collections.filter((slug) => slug === collection) : collections;
  if (among.length === 0) return null;
  // one by one: `in` is not understood inside of JSON
  return { and: [...wanted, { or: among.map((slug) => ({ 'input.doc.relationTo': { equals: slug } })) }] };
}

/** The titles of those documents of one collection that whoever asks may read, by id. */
async function titlesOf(
  req: PayloadRequest,
  collection: string,
  ids: string[],
): Promise<Map<string, string>> {
  const title = String(req.payload.collections[collection as 'articles'].config.admin.useAsTitle);
  const titles = new Map<string, string>();
  for (let start = 0; start < ids.length; start += chunk) {
    const { docs } = await req.payload.find({
      collection: collection as 'articles',
      ...{ depth: 0, limit: chunk, overrideAccess: false, pagination: false, req, trash: true },
      select: { [title]: true },
      where: { id: { in: ids.slice(start, start + chunk) } },
    });
    for (const doc of docs) titles.set(doc.id, String((doc as never)[title] ?? ''));
  }
  return titles;
}

const documentOf = ({ input }: ScheduleJob) => `${input.doc?.relationTo} ${input.doc?.value}`;

/** The titles of the documents of these jobs, by collection and id; missing where the document may not be known of, or is gone. */
async function readable(req: PayloadRequest, jobs: ScheduleJob[]): Promise<Map<string, string>> {
  const ids = new Map<string, Set<string>>();
  for (const { doc } of jobs.map(({ input }) => input)) {
    if (doc) ids.set(doc.relationTo, (ids.get(doc.relationTo) ?? new Set()).add(doc.value));
  }
  const known = new Map<string, string>();
  for (const [collection, each] of ids) {
    for (const [id, title] of await titlesOf(req, collection, [...each]))
      known.set(`${collection} ${id}`, title);
  }
  return known;
}

/** Of documents that are gone, nobody can tell whose they were: only people without a limit see them. */
async function visible(req: PayloadRequest, jobs: ScheduleJob[]): Promise<ScheduleEntry[]> {
  const titles = await readable(req, jobs);
  const seen = siteLimit(req) ? jobs.filter((job) => titles.has(documentOf(job))) : jobs;
  return seen.map((job) => toEntry(job, req, titles.get(documentOf(job)) || undefined));
}

async function findJobs(req: PayloadRequest, filter: EntryFilter): Promise<ScheduleJob[]> {
  const asked = where(filter, publishableCollections(req));
  if (!asked) return [];
  const { docs } = await req.payload.db.find<never>({
    collection: 'payload-jobs',
    limit: mostJobs,
    pagination: false,
    req,
    sort: filter.state === 'due' ? ['waitUntil', 'createdAt'] : ['-updatedAt', '-createdAt'],
    where: asked,
  });
  return docs;
}

/** One page of entries: what is due in the order of its time, everything else latest first. */
export async function listEntries(req: PayloadRequest, filter: EntryFilter): Promise<EntryList> {
  const entries = await visible(req, await findJobs(req, filter));
  const { limit, page } = filter;
  const totalPages = Math.max(1, Math.ceil(entries.length / limit));
  return {
    docs: entries.slice((page - 1) * limit, page * limit),
    ...{ totalDocs: entries.length, limit, page, totalPages },
    ...{ hasPrevPage: page > 1, hasNextPage: page < totalPages },
  };
}

/** One entry. Throws 404 when there is none, or none that whoever asks may know of. */
export async function findEntry(req: PayloadRequest, id: string): Promise<ScheduleEntry> {
  const job = await findJob(req, id);
  const collections: string[] = publishableCollections(req);
  if (!job || !collections.includes(job.input.doc?.relationTo ?? '')) throw notFound();
  const [entry] = await visible(req, [job]);
  if (!entry) throw notFound();
  return entry;
}

/** What is due for one document, in the order of its time. Checks no right. */
export async function dueFor(req: PayloadRequest, collection: string, id: string): Promise<ScheduleJob[]> {
  const { docs } = await req.payload.db.find<never>({
    collection: 'payload-jobs',
    limit: mostJobs,
    pagination: false,
    req,
    sort: 'waitUntil',
    where: { and: [isScheduled, ...conditions.due, ...ofDocument(collection, id)] },
  });
  return docs as ScheduleJob[];
}
