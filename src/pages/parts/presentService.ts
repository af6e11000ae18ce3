/** A service as pages carry it, and where it is offered now. Pure. */
import type { Locale } from '../../../collections/locales.js';
import type { Entry } from '../../availability/entry.js';
import { stateOfAffairs } from '../../availability/periods.js';
import type { Service } from '../../payload-types.js';
import { priceWords } from '../values/priceWords.js';
import { withCapital } from '../values/withCapital.js';

/** Stored once, in the currency's main unit; `text` says it as cards do, with a capital. Null when no price is stored. */
export function presentPrice({ price }: Service, locale: Locale) {
  if (typeof price?.amount !== 'number') return null;
  return {
    amount: price.amount,
    currency: price.currency ?? 'USD',
    period: price.period ?? null,
    qualifier: price.qualifier ?? 'exact',
    note: price.note ?? null,
    text: withCapital(priceWords(price, { locale, wording: 'as-set' }) ?? ''),
  };
}

/** The entries of a service that hold at `at`, in the order of states; only that of `state` when it is given. */
export function entriesInForce(
  entries: readonly Entry[],
  { at, serviceId, state }: { at: string; serviceId: string; state?: string },
): Entry[] {
  const meant = entries.filter((entry) => entry.serviceId === serviceId && (!state || entry.state === state));
  return stateOfAffairs(meant, at);
}

function presentEntry({
  counties,
  effectiveFrom,
  effectiveTo,
  publicNote,
  reviewedAt,
  state,
  status,
}: Entry) {
  return {
    ...{ state, status },
    counties: { mode: counties.mode, list: [...counties.list] },
    ...{ effectiveFrom, effectiveTo, reviewedAt, publicNote },
  };
}

/** A service that the page names or leads to, with the states where it is offered, as data. */
export function presentAvailability(service: Service, entries: readonly Entry[], locale: Locale) {
  return {
    service: {
      id: service.id,
      slug: service.slug,
      name: service.name,
      modes: service.modes,
      summary: service.summary ?? null,
      highlights: (service.highlights ?? []).map(({ text }) => text),
      price: presentPrice(service, locale),
    },
    states: entries.map(presentEntry),
  };
}
