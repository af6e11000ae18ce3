/** What goes with services that are offered outside of any page: their calls to action, and the disclaimers that rules ask for. */
import { idOf, idsOf } from '../../collections/blocks/fieldValues.js';
import type { Locale } from '../../collections/locales.js';
import { nextChangeAt } from '../compliance/effectiveDates.js';
import type { CallsToAction, Rule, Service, Site } from '../payload-types.js';
import { attachedAt, demandedBy } from './demands.js';
import type { ById, Documents, LocalizedDisclaimer } from './documents.js';
import type { Facts } from './facts.js';
import { isOnSite } from './onSite.js';
import { presentCallToAction } from './parts/presentCallToAction.js';
import { presentDisclaimer } from './parts/presentDisclaimer.js';
import { propertiesOfOffer } from './propertiesOf.js';
import { inOrder } from './sorting.js';

/** Everything that the offers of some services are made of, in one locale. */
export interface OfferShelves {
  locale: Locale;
  callsToAction: ById<'calls-to-action'>;
  topics: ById<'topics'>;
  rules: readonly Rule[];
  disclaimers: readonly LocalizedDisclaimer[];
}

/** Services of one site, and the states (USPS abbreviations) that the visitor may be in. */
export interface Offer {
  site: Pick<Site, 'id' | 'slug'>;
  services: readonly Service[];
  states: readonly string[];
}

const disclaimerIds = (rules: readonly Rule[]) =>
  rules.flatMap(({ effect }) => (effect.kind === 'attachDisclaimer' ? (idOf(effect.disclaimer) ?? []) : []));

/** Four queries, five when a disclaimer has not been translated. */
export async function loadOfferShelves(
  documents: Documents,
  services: readonly Service[],
): Promise<OfferShelves> {
  const [callsToAction, topics, rules] = await Promise.all([
    documents.byIds(
      'calls-to-action',
      services.flatMap((service) => idsOf(service.callsToAction)),
    ),
    documents.byIds(
      'topics',
      services.flatMap((service) => idsOf(service.topics)),
    ),
    documents.rules(),
  ]);
  const disclaimers = await documents.disclaimers(disclaimerIds(rules));
  return { locale: documents.locale, callsToAction, topics, rules, disclaimers };
}

/** What rules look at, of services that are offered outside of any page. */
export function factsOfOffer({ services, site }: Offer, shelves: OfferShelves): Facts {
  const calls = inOrder(
    services.flatMap((service) => idsOf(service.callsToAction)),
    shelves.callsToAction,
  );
  const topics = services.flatMap((service) => idsOf(service.topics));
  return {
    callsToAction: calls.filter((call) => isOnSite(call, site.id)),
    services: [...services],
    topics: inOrder(topics, shelves.topics),
  };
}

/** As pages carry it, but that it stands nowhere. */
function presentCall(call: CallsToAction, services: Service[], locale: Locale) {
  const { placements: _none, ...shown } = presentCallToAction(
    call,
    { callsToAction: [], mentions: [] },
    { locale, services },
  );
  return shown;
}

/** The calls to action and disclaimers of an offer at `at` (ISO 8601), and when the disclaimers change next. Pure. */
export function offerAt(shelves: OfferShelves, offer: Offer, at: string) {
  const facts = factsOfOffer(offer, shelves);
  const demanded = demandedBy(shelves, propertiesOfOffer({ ...offer, facts }), offer.site.id);
  return {
    callsToAction: facts.callsToAction.map((call) => presentCall(call, facts.services, shelves.locale)),
    disclaimers: attachedAt(demanded, at).map(presentDisclaimer),
    nextChangeAt: nextChangeAt([...demanded.demands, ...demanded.disclaimers], at),
  };
}
