/** The records of the ledger in their order, a batch at a time, as they stand: also those that somebody damaged. */
import type { Payload, PayloadRequest, Where } from 'payload';
import type { Publication } from './record.js';

const batchSize = 100;

/** A record whose row cannot be read at all: text stands where JSON should. */
export interface DamagedRecord {
  position: number;
  damage: string;
}

export type ReadRecord = Publication | DamagedRecord;

export interface RecordRange {
  /** The first position; 1 when it is not given. */
  from?: number;
  /** The last position; that of the last record when it is not given. */
  to?: number;
  /** Only those about this document. */
  document?: { collection: string; id: string };
}

interface Place {
  payload: Payload;
  req?: PayloadRequest;
}

export const isDamaged = (record: ReadRecord): record is DamagedRecord => 'damage' in record;

/** Databases leave out or keep null as they like; in a record it is always said. */
export function asRecord(row: Publication): Publication {
  return {
    ...row,
    contentHash: row.contentHash ?? null,
    path: row.path ?? null,
    reason: row.reason ?? null,
    snapshot: row.snapshot ?? null,
    target: row.target ?? null,
  };
}

async function find(
  { payload, req }: Place,
  where: Where,
  fields?: (keyof Publication)[],
): Promise<Publication[]> {
  const { docs } = await payload.db.find<Publication>({
    ...{ collection: 'publications', limit: batchSize, pagination: false, req, sort: 'position', where },
    select: fields && Object.fromEntries(fields.map((field) => [field, true as const])),
  });
  return docs;
}

async function readOne(place: Place, position: number): Promise<ReadRecord[]> {
  try {
    return (await find(place, { position: { equals: position } })).map(asRecord);
  } catch (error) {
    return [{ position, damage: (error as Error).message.split('\n')[0] ?? '' }];
  }
}

/** One unreadable row makes the whole batch unreadable: then each is read alone. */
async function readBatch(place: Place, where: Where): Promise<ReadRecord[]> {
  try {
    return (await find(place, where)).map(asRecord);
  } catch {
    const rows = await find(place, where, ['position']);
    const read: ReadRecord[] = [];
    for (const { position } of rows) read.push(...(await readOne(place, position)));
    return read;
  }
}

function conditions({ document, from, to }: RecordRange, after: number | undefined): Where {
  return {
    and: [
      ...(document ? [{ collectionSlug: { equals: document.collection } }] : []),
      ...(document ? [{ documentId: { equals: document.id } }] : []),
      ...(after === undefined ? [] : [{ position: { greater_than: after } }]),
      ...(from === undefined ? [] : [{ position: { greater_than_equal: from } }]),
      ...(to === undefined ? [] : [{ position: { less_than_equal: to } }]),
    ],
  };
}

/** Batches of records in the order of their positions. Records appended meanwhile are read too, unless `to` is given. */
export async function* eachBatch(place: Place, range: RecordRange = {}): AsyncGenerator<ReadRecord[]> {
  for (let after: number | undefined; ; ) {
    const records = await readBatch(place, conditions(range, after));
    if (records.length > 0) yield records;
    const last = records.at(-1)?.position;
    // a position that is no number has no next
    if (records.length < batchSize || typeof last !== 'number') return;
    after = last;
  }
}

/** Every record of the range. Throws with its position when one cannot be read. */
export async function* eachRecord(place: Place, range: RecordRange = {}): AsyncGenerator<Publication> {
  for await (const batch of eachBatch(place, range)) {
    for (const record of batch) {
      if (isDamaged(record)) throw new Error(`Record ${record.position} cannot be read: ${record.damage}`);
      yield record;
    }
  }
}
