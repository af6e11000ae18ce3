/** What is `available` is public only while a license that it rests on is in force: judged when it is read, with no job. */
import type { PayloadRequest, Where } from 'payload';
import { licenseInForce } from '../../src/availability/licenses.js';
import { type LicenseRow, licenseOf } from './storedEntry.js';

/** The condition at `now` (ISO 8601). One query, over the licenses. */
export async function onlyLicensed(req: PayloadRequest, now: string): Promise<Where> {
  const { docs } = await req.payload.db.find<LicenseRow>({
    ...{ collection: 'licenses', pagination: false, req },
    select: { expiresOn: true, issuedOn: true, state: true },
  });
  const inForce = docs.map(licenseOf).filter((license) => licenseInForce(license, now));
  const licensed: Where[] = inForce.length ? [{ licenses: { in: inForce.map(({ id }) => id) } }] : [];
  return { or: [{ status: { not_equals: 'available' } }, ...licensed] };
}
