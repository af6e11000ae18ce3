/** The properties of a page that a frontend wrote itself: what it says, and what follows from the services that it names. */
import { idOf } from '../../../collections/blocks/fieldValues.js';
import type { PageProperties } from '../../compliance/pageProperties.js';
import { invalidParameter } from '../../errors.js';
import type { Service, Site } from '../../payload-types.js';
import type { Documents } from '../documents.js';
import { factsOfOffer, type OfferShelves } from '../offers.js';
import { everyState, propertiesOfOffer } from '../propertiesOf.js';
import type { SaidProperties } from './parseResolveQuery.js';

interface Offered {
  site: Site;
  /** Those that the page names. */
  services: readonly Service[];
  /** A USPS abbreviation; undefined is a visitor from anywhere. */
  state?: string;
}

/** A slip of the pen must not lose a disclaimer, so what does not exist is refused. */
function requireKnown(parameter: string, slugs: readonly string[], known: readonly { slug: string }[]): void {
  const missing = slugs.find((slug) => !known.some((each) => each.slug === slug));
  if (missing === undefined) return;
  const all = known.map(({ slug }) => slug).join(', ') || 'none';
  throw invalidParameter(
    parameter,
    `${parameter} names “${missing}”, which is not public here. There are: ${all}.`,
  );
}

/** Throws invalid_parameter for a topic that is not public. */
export async function requireTopics(documents: Documents, { topics = [] }: SaidProperties): Promise<void> {
  if (topics.length > 0) requireKnown('topics', topics, await documents.all('topics'));
}

/** Throws invalid_parameter for a service that is not public, or not of this site. */
export async function namedServices(
  documents: Documents,
  { services }: SaidProperties,
  site: Site,
): Promise<Service[]> {
  if (services.length === 0) return [];
  const own = (await documents.all('services')).filter((service) => idOf(service.site) === site.id);
  requireKnown('services', services, own);
  return own.filter(({ slug }) => services.includes(slug));
}

/** What was said stands as said; what was left out is that of the services, with their calls to action. Pure. */
export function propertiesSaid(
  said: SaidProperties,
  { services, site, state }: Offered,
  shelves: OfferShelves,
): PageProperties {
  const states = state ? [state] : everyState;
  const facts = factsOfOffer({ site, services, states }, shelves);
  const follows = propertiesOfOffer({ facts, site, states });
  return {
    ...follows,
    kind: said.kind,
    topics: said.topics ?? follows.topics,
    modes: said.modes ?? follows.modes,
    offersFree: said.offersFree ?? follows.offersFree,
    showsPrice: said.showsPrice ?? follows.showsPrice,
    text: [follows.text, said.phrase].filter(Boolean).join('\n'),
  };
}
