/** The answers about availability as they go over the wire. Pure but for the tables of data/, which are read once. */
import type { Locale } from '../../../collections/locales.js';
import { checkPlace } from '../../availability/check.js';
import type { CheckAnswer } from '../../availability/checkAnswer.js';
import type { Entry } from '../../availability/entry.js';
import { type AskedPlace, type FoundPlace, findPlace, type Tables } from '../../availability/foundPlace.js';
import { availabilityMap } from '../../availability/map/availabilityMap.js';
import { earliestOf, nextChangeAt, stateOfAffairs } from '../../availability/periods.js';
import { nameOfState } from '../../availability/states.js';
import { summarize } from '../../availability/summary.js';
import { countyTable, zipTable } from '../../census/census.js';
import { outlines } from '../../census/outlines.js';
import { AppError } from '../../errors.js';
import { offerAt } from '../../pages/offers.js';
import type { BookedService } from './bookInLocale.js';
import type { FoundServices } from './findServices.js';
import type { AskedServices, CheckQuery, SummaryQuery } from './parseAvailabilityQuery.js';

const unknownPlace = {
  zip: (code: string) => `${code} is no ZIP code that we know.`,
  county: (code: string) => `There is no county with the FIPS code ${code}.`,
  state: (code: string) => `There is no state ${code}.`,
};

function unknown(asked: AskedPlace): AppError {
  const [[kind, code] = ['zip' as const, '']] = Object.entries(asked) as [
    keyof typeof unknownPlace,
    string,
  ][];
  return new AppError('not_found', 404, unknownPlace[kind](code), kind);
}

function presentPlace({ code, kind, parts, states }: FoundPlace, locale: Locale) {
  if (kind === 'county') return { county: code, name: parts[0]?.name ?? code, states };
  if (kind === 'state') return { state: code, name: nameOfState(code, locale), states };
  return { zip: code, states };
}

/** The entries that can matter at a place, out of all that the services have. */
function entriesAt(asked: AskedPlace, services: readonly BookedService[], tables: Tables): Entry[] {
  const states = findPlace(asked, tables)?.states ?? [];
  return services.flatMap(({ entries }) => states.flatMap((state) => entries.get(state) ?? []));
}

/** What goes with those of the services that may be had there. */
function offerOf({ offers, services, site }: FoundServices, answer: CheckAnswer, at: string) {
  const offered = new Set(answer.services.filter(({ available }) => available !== 'no').map(({ id }) => id));
  const published = services.filter(({ id }) => offered.has(id)).map((service) => service.published);
  if (published.length === 0) return { callsToAction: [], disclaimers: [], nextChangeAt: null };
  return offerAt(offers, { site, services: published, states: answer.place.states }, at);
}

/** Is it offered there, and what goes with that? Throws not_found for a place that no table knows. */
export function answerCheck(found: FoundServices, { locale, place, service }: CheckQuery, at: string) {
  const { services: booked, site } = found;
  const tables = { counties: countyTable(), zips: zipTable() };
  const entries = entriesAt(place, booked, tables);
  const services = booked.map(({ id, name, site, slug }) => ({ id, slug, name, site }));
  const answer = checkPlace({ entries, services, place, tables, at, locale });
  if (!answer) throw unknown(place);
  const offer = offerOf(found, answer, at);
  return {
    site: site.slug,
    service: service === undefined ? null : (services[0]?.slug ?? null),
    place: presentPlace(answer.place, locale),
    ...{ available: answer.available, status: answer.status },
    ...{ reason: answer.reason, reasonCode: answer.reasonCode },
    ...{ services: answer.services, counties: answer.counties },
    effectiveFrom: answer.effectiveFrom,
    nextChangeAt: earliestOf([answer.nextChangeAt, offer.nextChangeAt]),
    ...{ disclaimers: offer.disclaimers, callsToAction: offer.callsToAction },
  };
}

const entriesOf = ({ services }: FoundServices): Entry[] =>
  services.flatMap(({ entries }) => [...entries.values()].flat());

/** Where it is available, in words. */
export function answerSummary(found: FoundServices, { format, locale }: SummaryQuery, at: string) {
  const available = entriesOf(found).filter(({ status }) => status === 'available');
  const inForce = stateOfAffairs(available, at);
  const question = { table: countyTable(), locale, format, order: found.site.stateOrder };
  const { states, text } = summarize(inForce, question);
  return { text, format, locale, states, nextChangeAt: nextChangeAt(available, at) };
}

export type SummarizedAvailability = ReturnType<typeof answerSummary>;

/** The counties of a state, in the order of their FIPS codes. */
export function answerCounties({ state }: { state: string }) {
  return { docs: countyTable().inState(state) };
}

/** Where it is available, as an SVG: the state of affairs, of a service or of all that a site has. */
export function answerMap(found: FoundServices, { locale, service }: AskedServices, at: string): string {
  const { services, site } = found;
  return availabilityMap({
    entries: stateOfAffairs(entriesOf(found), at),
    countyTable: countyTable(),
    outlines: outlines(),
    ...{ locale, order: site.stateOrder },
    subject: service === undefined ? site.name : services[0]?.name,
  });
}
