/** Stored availability as the pure core reads it: ids for relations, null for what is empty, licenses in place. Pure. */

import { countiesOf, licenseIdsOf, licenseOf } from '../../collections/availability/storedEntry.js';
import { idOf } from '../../collections/blocks/fieldValues.js';
import type { Entry, License } from '../availability/entry.js';
import type { Availability, License as StoredLicense } from '../payload-types.js';

function entryOf(row: Availability, licenses: ReadonlyMap<string, License>): Entry {
  const { effectiveFrom, effectiveTo, id, publicNote, reviewedAt, service, state, status } = row;
  return {
    ...{ id, serviceId: idOf(service) ?? '', state, status, counties: countiesOf(row) },
    ...{ effectiveFrom: effectiveFrom ?? null, effectiveTo: effectiveTo ?? null },
    licenses: licenseIdsOf(row).flatMap((license) => licenses.get(license) ?? []),
    ...{ reviewedAt: reviewedAt ?? null, publicNote: publicNote ?? null },
  };
}

/** In the order of the rows. A license that is not among `licenses` is not there to rest on. */
export function entriesOf(rows: readonly Availability[], licenses: readonly StoredLicense[]): Entry[] {
  const byId = new Map(licenses.map((license) => [license.id, licenseOf(license)]));
  return rows.map((row) => entryOf(row, byId));
}
