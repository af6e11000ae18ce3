/** Reads the parameters of what is answered about a whole site. What is not known there is a 400 that names it. */
import { defaultLocale, type Locale, locales } from '../../../collections/locales.js';
import { fallbackOf, momentOf, oneOf, refuseUnknown } from '../../parameters.js';
import type { Spelling } from '../../spelling/spelling.js';
import { usual } from '../../usualParameters.js';
import type { AskedMoment } from '../askedMoment.js';
import { pastParameters } from '../pastRights.js';

export interface SiteQuery {
  /** Tried in this order until the site is public in one. */
  locales: readonly Locale[];
  /** The past that is asked for; absent for now. */
  moment?: AskedMoment;
}

export const siteParameters = ['locale', 'fallbackLocale', ...pastParameters] as const;
/** Of the manifest, the sitemap and the feeds. */
export const listParameters = ['locale', ...pastParameters] as const;

/** How strangers ask, who may not ask for the past. */
export const siteSpellings = {
  site: { parameters: { locale: usual.locale, fallbackLocale: usual.fallbackLocale } },
  list: { parameters: { locale: usual.locale } },
  /** In all languages when none is named. */
  manifest: { parameters: { locale: {} } },
} as const satisfies Record<string, Spelling>;

const given = (search: URLSearchParams, name: (typeof siteParameters)[number]) =>
  search.get(name) ?? undefined;

function past(search: URLSearchParams): Pick<SiteQuery, 'moment'> {
  const moment = momentOf(given(search, 'at'), given(search, 'position'));
  return moment === undefined ? {} : { moment };
}

const localeIn = (search: URLSearchParams): Locale =>
  oneOf('locale', given(search, 'locale') ?? defaultLocale, locales);

/** locale, fallbackLocale, at, position. Throws the first thing that is wrong with them. */
export function parseSiteQuery(search: URLSearchParams): SiteQuery {
  refuseUnknown(search, siteParameters);
  const locale = localeIn(search);
  const other = fallbackOf('fallbackLocale', search.get('fallbackLocale')) ?? locale;
  return { locales: [...new Set([locale, other])], ...past(search) };
}

/** locale, at, position: one language, the default one when none is named. */
export function parseListQuery(search: URLSearchParams): SiteQuery {
  refuseUnknown(search, listParameters);
  return { locales: [localeIn(search)], ...past(search) };
}

/** locale, at, position: all languages when none is named. */
export function parseManifestQuery(search: URLSearchParams): SiteQuery {
  refuseUnknown(search, listParameters);
  return { locales: search.has('locale') ? [localeIn(search)] : locales, ...past(search) };
}
