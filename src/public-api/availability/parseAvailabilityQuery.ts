/** Reads the parameters of questions about availability. What is not known here is a 400 that names it. */
import { defaultLocale, type Locale, locales } from '../../../collections/locales.js';
import type { AskedPlace } from '../../availability/foundPlace.js';
import { type SummaryFormat, summaryFormats } from '../../availability/summary.js';
import { invalidParameter } from '../../errors.js';
import type { AskedMoment } from '../../pages/askedMoment.js';
import { momentOf, oneOf, refuseUnknown, stateOf } from '../../parameters.js';
import type { Spelling } from '../../spelling/spelling.js';
import { usual } from '../../usualParameters.js';

/** What every question about availability says. At least one of site and service is there. */
export interface AskedServices {
  /** The slug of a site. */
  site?: string;
  /** The slug or id of a service. */
  service?: string;
  locale: Locale;
  /** Absent for now. May lie in the future. */
  moment?: AskedMoment;
}

export interface CheckQuery extends AskedServices {
  place: AskedPlace;
}

export interface SummaryQuery extends AskedServices {
  format: SummaryFormat;
}

const common = ['site', 'service', 'locale', 'at', 'position'] as const;
const places = ['zip', 'county', 'state'] as const;

/** What each question may name. The document of the API is made from it, too. */
export const availabilityParameters = {
  check: ['site', 'service', ...places, 'locale', 'at', 'position'],
  summary: ['site', 'service', 'format', 'locale', 'at', 'position'],
  map: common,
  counties: ['state'],
} as const;

const zipForm = /^(\d{5})(?:-?\d{4})?$/;

const ofServices = { site: {}, service: {}, locale: usual.locale };

/** How strangers ask about now. What is to come is answered, and not kept: the moment hardly comes twice. */
export const availabilitySpellings = {
  check: {
    parameters: {
      ...ofServices,
      zip: { form: { kind: 'part', pattern: zipForm.source } },
      county: {},
      state: usual.state,
    },
  },
  summary: {
    parameters: { ...ofServices, format: usual.word('oxford') },
    accept: ['application/json', 'text/plain', 'text/html'],
  },
  map: { parameters: ofServices },
  counties: { parameters: { state: usual.state } },
} as const satisfies Record<keyof typeof availabilityParameters, Spelling>;

function servicesOf(search: URLSearchParams): AskedServices {
  const value = (name: (typeof common)[number]) => search.get(name) ?? undefined;
  const [site, service] = [value('site'), value('service')];
  if (site === undefined && service === undefined)
    throw invalidParameter('site', 'Say what is asked about: site, service, or both, by their slugs.');
  if (site === '') throw invalidParameter('site', 'site is the slug of a site.');
  if (service === '') throw invalidParameter('service', 'service is the slug or id of a service.');
  const moment = momentOf(value('at'), value('position'));
  return {
    ...{ site, service, locale: oneOf('locale', value('locale') ?? defaultLocale, locales) },
    ...(moment === undefined ? {} : { moment }),
  };
}

function zipOf(value: string): string {
  const zip = zipForm.exec(value)?.[1];
  if (zip) return zip;
  throw invalidParameter(
    'zip',
    'zip is a ZIP code of five digits, such as 33040, or of five and four, such as 33040-1234.',
  );
}

function countyOf(value: string): string {
  if (/^\d{5}$/.test(value)) return value;
  throw invalidParameter('county', 'county is the FIPS code of a county, five digits, such as 12087.');
}

function placeOf(search: URLSearchParams): AskedPlace {
  const [given, another] = places.filter((name) => search.has(name));
  if (given === undefined)
    throw invalidParameter('zip', 'Say where: one of zip, county (its FIPS code) and state.');
  if (another !== undefined)
    throw invalidParameter(another, `Say one place: ${given} and ${another} are not asked together.`);
  const value = search.get(given) ?? '';
  if (given === 'zip') return { zip: zipOf(value) };
  return given === 'county' ? { county: countyOf(value) } : { state: stateOf(value) };
}

/** site, service, locale, at, position; exactly one of zip, county and state. */
export function parseCheckQuery(search: URLSearchParams): CheckQuery {
  refuseUnknown(search, availabilityParameters.check);
  return { ...servicesOf(search), place: placeOf(search) };
}

/** site, service, locale, at, position; format, `oxford` when it is left out. */
export function parseSummaryQuery(search: URLSearchParams): SummaryQuery {
  refuseUnknown(search, availabilityParameters.summary);
  return {
    ...servicesOf(search),
    format: oneOf('format', search.get('format') ?? 'oxford', summaryFormats),
  };
}

/** site, service, locale, at, position. */
export function parseMapQuery(search: URLSearchParams): AskedServices {
  refuseUnknown(search, availabilityParameters.map);
  return servicesOf(search);
}

/** state: the USPS abbreviation whose counties are asked for. */
export function parseCountiesQuery(search: URLSearchParams): { state: string } {
  refuseUnknown(search, availabilityParameters.counties);
  return { state: stateOf(search.get('state') ?? '') };
}
