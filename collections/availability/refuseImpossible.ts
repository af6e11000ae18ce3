/** An entry that cannot be true is not published: said in words, all of it at once, before anything is written. */
import { type CollectionBeforeChangeHook, type PayloadRequest, ValidationError } from 'payload';
import { countyModes, statuses } from '../../src/availability/entry.js';
import { problemsOf } from '../../src/availability/problems.js';
import { stateByUsps } from '../../src/availability/states.js';
import { countyTable } from '../../src/census/census.js';
import { idOf } from '../blocks/fieldValues.js';
import {
  type EntryRow,
  type LicenseRow,
  licenseIdsOf,
  otherEntryOf,
  proposedEntryOf,
} from './storedEntry.js';

type Which = { id: string | undefined; service: string; state: string };

/** The other public entries of the same service and state, read inside the transaction: nobody publishes another meanwhile. */
async function othersOf({ id, service, state }: Which, req: PayloadRequest) {
  const { docs } = await req.payload.db.find<EntryRow>({
    ...{ collection: 'availability', pagination: false, req },
    select: { effectiveFrom: true, effectiveTo: true, service: true, state: true },
    where: {
      and: [
        { service: { equals: service } },
        { state: { equals: state } },
        { _status: { equals: 'published' } },
        { deletedAt: { exists: false } },
        ...(id ? [{ id: { not_equals: id } }] : []),
      ],
    },
  });
  return docs.map(otherEntryOf);
}

async function licensesOf(ids: readonly string[], req: PayloadRequest) {
  if (ids.length === 0) return [];
  const { docs } = await req.payload.db.find<LicenseRow>({
    ...{ collection: 'licenses', pagination: false, req },
    where: { id: { in: [...ids] } },
  });
  return docs;
}

/** What the fields themselves refuse is left to them. They are looked at after this hook. */
function isWellFormed({ counties, service, state, status }: EntryRow): boolean {
  const isMode = counties?.mode === undefined || countyModes.includes(counties.mode);
  return Boolean(idOf(service)) && stateByUsps(state) !== undefined && statuses.includes(status) && isMode;
}

export const refuseImpossible: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const row = { ...originalDoc, ...data } as EntryRow;
  if (row._status !== 'published' || row.deletedAt || !isWellFormed(row)) return data;
  const entry = proposedEntryOf(row, await licensesOf(licenseIdsOf(row), req));
  const others = await othersOf({ id: row.id, service: entry.serviceId, state: entry.state }, req);
  const errors = problemsOf(entry, { others, countyTable: countyTable() });
  if (errors.length === 0) return data;
  throw new ValidationError({ collection: collection.slug, errors, req }, req.t);
};
