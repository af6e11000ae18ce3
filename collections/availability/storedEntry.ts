/** A stored entry and its licenses as the pure core reads them, whatever the database makes of dates. */
import type { Counties, License, Status } from '../../src/availability/entry.js';
import type { OtherEntry, ProposedEntry } from '../../src/availability/problems.js';
import { idOf } from '../blocks/fieldValues.js';

type Moment = Date | string | null | undefined;

export interface LicenseRow {
  id: string;
  state: string;
  number?: string | null;
  issuedOn?: Moment;
  expiresOn?: Moment;
}

export interface EntryRow {
  /** Absent while it is new. */
  id?: string;
  service: unknown;
  state: string;
  status: Status;
  counties?: { mode?: Counties['mode']; list?: readonly string[] | null } | null;
  effectiveFrom?: Moment;
  effectiveTo?: Moment;
  licenses?: unknown[] | null;
  reviewedAt?: Moment;
  reviewDueAt?: Moment;
  _status?: string | null;
  deletedAt?: unknown;
}

const textOf = (moment: Moment): string | null =>
  (moment instanceof Date ? moment.toISOString() : moment) || null;

export function licenseOf({ expiresOn, id, issuedOn, state }: LicenseRow): License {
  return { id, state, issuedOn: textOf(issuedOn), expiresOn: textOf(expiresOn) };
}

/** The ids of the licenses that an entry names. */
export const licenseIdsOf = ({ licenses }: Pick<EntryRow, 'licenses'>): string[] =>
  (licenses ?? []).flatMap((license) => idOf(license) ?? []);

/** Counties without a list where all are meant. */
export function countiesOf({ counties }: Pick<EntryRow, 'counties'>): Counties {
  const mode = counties?.mode ?? 'all';
  return { mode, list: mode === 'all' ? [] : [...(counties?.list ?? [])] };
}

/** What is needed of an entry that stands already. */
export function otherEntryOf(row: EntryRow): OtherEntry {
  const { effectiveFrom, effectiveTo, id = '', service, state } = row;
  return {
    ...{ id, serviceId: idOf(service) ?? '', state },
    ...{ effectiveFrom: textOf(effectiveFrom), effectiveTo: textOf(effectiveTo) },
  };
}

/** An entry as it is about to be published. A license that is not among `licenses` is not there to rest on. */
export function proposedEntryOf(row: EntryRow, licenses: readonly LicenseRow[]): ProposedEntry {
  const { id, reviewDueAt, reviewedAt, status } = row;
  return {
    ...otherEntryOf(row),
    ...{ id, status, counties: countiesOf(row) },
    licenses: licenses.map((license) => ({ ...licenseOf(license), number: license.number })),
    ...{ reviewedAt: textOf(reviewedAt), reviewDueAt: textOf(reviewDueAt) },
  };
}
