/** Which disclaimers a page has to carry, where, and why: for our pages by path, for others by what they are like. */
import type { Payload, TypedUser } from 'payload';
import type { Locale } from '../../../collections/locales.js';
import { nextChangeAt } from '../../compliance/effectiveDates.js';
import type { PageProperties } from '../../compliance/pageProperties.js';
import { notFound } from '../../errors.js';
import type { Site } from '../../payload-types.js';
import { refreshOf } from '../composePage.js';
import { attachedAt, type Demanded, demandedBy } from '../demands.js';
import type { Documents } from '../documents.js';
import { findMoved, type MovedTo } from '../findMoved.js';
import { loadPage } from '../loadPage.js';
import { loadOfferShelves } from '../offers.js';
import { type AnsweredDisclaimer, presentDisclaimer } from '../parts/presentDisclaimer.js';
import { requireRightToPast, requireSiteOfPast } from '../pastRights.js';
import { propertiesOf } from '../propertiesOf.js';
import { readAt } from '../readAt.js';
import type { ResolveQuery, SaidProperties } from './parseResolveQuery.js';
import { namedServices, propertiesSaid, requireTopics } from './saidProperties.js';

export interface ResolvedDisclaimers {
  /** Slug. */
  site: string;
  /** Null for a page that is not ours. */
  path: string | null;
  /** Disclaimers without a whole translation are in the default locale, and say so. */
  locale: Locale;
  /** A USPS abbreviation; null is a visitor from anywhere. */
  state: string | null;
  /** What the rules looked at, but for the text. */
  properties: Omit<PageProperties, 'site' | 'states' | 'text'>;
  disclaimers: AnsweredDisclaimer[];
  /** When a rule or a disclaimer of this page begins or ends next, as ISO 8601; null when none is known to. */
  nextChangeAt: string | null;
  /** ISO 8601 duration: nobody shows this for longer without asking again. */
  refreshWithin: string;
}

export type Resolved = { resolved: ResolvedDisclaimers } | { movedTo: MovedTo };

interface Seen extends Demanded {
  properties: PageProperties;
}

async function seeOwn(
  documents: Documents,
  site: Site,
  { path, state }: { path: string; state?: string },
): Promise<Seen | null> {
  const loaded = await loadPage(documents, { path, site, state });
  return loaded && { ...loaded, properties: propertiesOf(loaded) };
}

async function seeSaid(
  documents: Documents,
  site: Site,
  { said, state }: { said: SaidProperties; state?: string },
): Promise<Seen> {
  await requireTopics(documents, said);
  const services = await namedServices(documents, said, site);
  const shelves = await loadOfferShelves(documents, services);
  const properties = propertiesSaid(said, { site, services, state }, shelves);
  return { ...demandedBy(shelves, properties, site.id), properties };
}

function present(
  site: Site & { locale: Locale },
  seen: Seen,
  { at, query: { about, state } }: { at: string; query: ResolveQuery },
): ResolvedDisclaimers {
  const { site: _site, states: _states, text: _text, ...properties } = seen.properties;
  return {
    ...{ site: site.slug, path: 'path' in about ? about.path : null, locale: site.locale },
    ...{ state: state ?? null, properties },
    disclaimers: attachedAt(seen, at).map(presentDisclaimer),
    nextChangeAt: nextChangeAt([...seen.demands, ...seen.disclaimers], at),
    refreshWithin: refreshOf(site),
  };
}

interface Asking {
  documents: Documents;
  at: string;
  query: ResolveQuery;
  user: TypedUser | null;
}

async function resolve({ at, documents, query, user }: Asking): Promise<Resolved> {
  const { about, state } = query;
  const site = await documents.site(query.site);
  if (!site) throw notFound();
  if (query.moment) requireSiteOfPast(user, site.id);
  const seen =
    'path' in about
      ? await seeOwn(documents, site, { path: about.path, state })
      : await seeSaid(documents, site, { said: about.said, state });
  if (seen) return { resolved: present({ ...site, locale: documents.locale }, seen, { at, query }) };
  const movedTo = 'path' in about ? await findMoved(documents, site, about.path) : null;
  if (!movedTo) throw notFound();
  return { movedTo };
}

/**
 * The answer, and the position of the ledger that it is of. `user` is null for strangers, who may not ask for the past. Throws
 * not_found for a site or page that is not public in this locale, invalid_parameter for a service or topic that is not public.
 */
export async function resolveDisclaimers(
  { payload, user }: { payload: Payload; user: TypedUser | null },
  query: ResolveQuery,
): Promise<{ answer: Resolved; position: number }> {
  const { locale, moment } = query;
  if (moment) requireRightToPast(user);
  return readAt({ payload, locale, moment }, (documents, at) => resolve({ at, documents, query, user }));
}
