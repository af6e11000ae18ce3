/** What is `available` is public only while a license that it rests on is in force: judged when it is read, with no job. */
import type { PayloadRequest, Where } from 'payload';
import { licenseInForce } from '../../src/availability/licenses.js';
import { type Made, makeHeard, takeMade } from '../../src/freshness/reads.js';
import { type LicenseRow, licenseOf } from './storedEntry.js';

/**
 * Payload asks several times for one list: for its conditions, and for each key that it is sorted by. It asks with copies of the
 * request, which have its context in common.
 */
const readFor = new WeakMap<PayloadRequest['context'], Promise<Made<LicenseRow[]>>>();

async function readLicenses(req: PayloadRequest): Promise<LicenseRow[]> {
  const { docs } = await req.payload.db.find<LicenseRow>({
    ...{ collection: 'licenses', pagination: false, req },
    select: { expiresOn: true, issuedOn: true, state: true },
  });
  return docs;
}

/** Read once for a request of a reader; one that writes in a transaction may have changed them since. */
async function licensesFor(req: PayloadRequest): Promise<LicenseRow[]> {
  if (req.transactionID || !req.context) return readLicenses(req);
  const made = readFor.get(req.context) ?? makeHeard(() => readLicenses(req));
  readFor.set(req.context, made);
  return takeMade(await made);
}

/** The condition at `now` (ISO 8601). One query for a request, over the licenses. */
export async function onlyLicensed(req: PayloadRequest, now: string): Promise<Where> {
  const licenses = (await licensesFor(req)).map(licenseOf);
  const inForce = licenses.filter((license) => licenseInForce(license, now));
  const licensed: Where[] = inForce.length ? [{ licenses: { in: inForce.map(({ id }) => id) } }] : [];
  return { or: [{ status: { not_equals: 'available' } }, ...licensed] };
}
