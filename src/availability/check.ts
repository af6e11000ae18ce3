/** Is this offered where I live? The question and its answer, for one service or several. */
import { defaultLocale, type Locale } from '../../collections/locales.js';
import type { AskedService, Available, CheckAnswer, CountyAnswer, ServiceAnswer } from './checkAnswer.js';
import { bestOf, byStatus, type JudgedService, judgeService, listsCounties } from './checkService.js';
import type { Entry } from './entry.js';
import { type AskedPlace, type FoundPlace, findPlace, type Tables } from './foundPlace.js';
import { earliestOf } from './periods.js';
import { reasonOf } from './reason.js';

export interface PlaceQuestion {
  /** Of these services, of any state and time; what is not in force or of another service does not matter. */
  entries: readonly Entry[];
  /** In the order in which they are answered. */
  services: readonly AskedService[];
  place: AskedPlace;
  tables: Tables;
  /** An ISO instant. */
  at: string;
  /** Of the sentences; English unless told. */
  locale?: Locale;
}

const order: readonly Available[] = ['yes', 'partly', 'unknown', 'no'];

/** Better for a visitor first. What is unknown has no status; it is told apart by `available` already. */
function byAvailability(one: ServiceAnswer, other: ServiceAnswer): number {
  const difference = order.indexOf(one.available) - order.indexOf(other.available);
  return difference || byStatus(one.status ?? 'unavailable', other.status ?? 'unavailable');
}

/** Each county with the best status of any service. */
function countiesOf({ parts }: FoundPlace, judged: readonly JudgedService[]): CountyAnswer[] {
  return parts.map((part, index) => {
    const status = bestOf(judged.map(({ statuses }) => statuses[index] ?? 'unavailable'));
    return { ...part, available: status === 'available', status };
  });
}

/** What is said where no service is asked about: nothing is offered. */
function nothingOffered(
  place: FoundPlace,
  locale: Locale,
): Omit<CheckAnswer, 'counties' | 'place' | 'services'> {
  const reason = reasonOf({ code: 'not-offered', place, holdsIn: place.parts }, locale);
  const known = { effectiveFrom: null, nextChangeAt: null };
  return { available: 'no', status: 'unavailable', reason, reasonCode: 'not-offered', ...known };
}

/**
 * Answers whether services are offered at a place; undefined when no table knows the place. A county's status is that of
 * the entry in force that covers it. A part without any land counts like any other.
 */
export function checkPlace({
  at,
  entries,
  locale = defaultLocale,
  ...asked
}: PlaceQuestion): CheckAnswer | undefined {
  const place = findPlace(asked.place, asked.tables);
  if (place === undefined) return undefined;
  const judged = asked.services.map((service) => judgeService({ service, entries, place, at, locale }));
  const services = judged.map(({ answer }) => answer);
  const [best] = [...services].sort(byAvailability);
  const { available, effectiveFrom, reason, reasonCode, status } = best ?? nothingOffered(place, locale);
  return {
    place,
    available,
    status,
    reason,
    reasonCode,
    services,
    counties: listsCounties(place, available) ? countiesOf(place, judged) : [],
    effectiveFrom,
    nextChangeAt: earliestOf(services.map((service) => service.nextChangeAt)),
  };
}
