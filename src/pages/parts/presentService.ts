/** A service as pages carry it, and where it is offered now. Pure. */
import { idOf } from '../../../collections/blocks/fieldValues.js';
import { isEffective } from '../../compliance/effectiveDates.js';
import type { Availability, Service } from '../../payload-types.js';

/** Stored once, in the currency's main unit; null when no price is stored. */
export function presentPrice({ price }: Service) {
  if (typeof price?.amount !== 'number') return null;
  return {
    amount: price.amount,
    currency: price.currency ?? 'USD',
    period: price.period ?? null,
    qualifier: price.qualifier ?? 'exact',
    note: price.note ?? null,
  };
}

/** The rows of a service that hold at `at`, in the order of states; only those of `state` when it is given. */
export function rowsInForce(
  rows: Availability[],
  { at, serviceId, state }: { at: string; serviceId: string; state?: string },
): Availability[] {
  const isMeant = (row: Availability) => idOf(row.service) === serviceId && (!state || row.state === state);
  return rows.filter((row) => isMeant(row) && isEffective(row, at));
}

function presentRow(row: Availability) {
  const { list, mode } = row.counties;
  return {
    state: row.state,
    status: row.status,
    counties: { mode, list: mode === 'all' ? [] : (list ?? []) },
    effectiveFrom: row.effectiveFrom ?? null,
    effectiveTo: row.effectiveTo ?? null,
    reviewedAt: row.reviewedAt ?? null,
    publicNote: row.publicNote ?? null,
  };
}

/** A service that the page names or leads to, with the states where it is offered, as data. */
export function presentAvailability(service: Service, rows: Availability[]) {
  return {
    service: {
      id: service.id,
      slug: service.slug,
      name: service.name,
      modes: service.modes,
      summary: service.summary ?? null,
      highlights: (service.highlights ?? []).map(({ text }) => text),
      price: presentPrice(service),
    },
    states: rows.map(presentRow),
  };
}
