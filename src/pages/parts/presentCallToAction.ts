/** A call to action as pages carry it: its words once, and every place where it stands. Pure. */
import { idOf } from '../../../collections/blocks/fieldValues.js';
import type { Locale } from '../../../collections/locales.js';
import type { CallsToAction, Service } from '../../payload-types.js';
import type { ContentView } from '../contentView.js';
import { presentPrice } from './presentService.js';

type Placed = Pick<ContentView, 'callsToAction' | 'mentions'>;

/** What is offered, and the language in which prices are said. */
interface Offered {
  services: readonly Service[];
  locale: Locale;
}

/** Places in the text, in reading order, then the end of the page. */
function placementsOf(id: string, view: Placed) {
  const inText = view.mentions
    .filter((each) => each.collection === 'calls-to-action' && each.id === id)
    .map(({ placementId }) => ({ where: 'text' as const, placementId }));
  return view.callsToAction.includes(id) ? [...inText, { where: 'end' as const, placementId: null }] : inText;
}

function serviceOf(call: CallsToAction, { locale, services }: Offered) {
  const service = services.find(({ id }) => id === idOf(call.service));
  return service
    ? { id: service.id, slug: service.slug, name: service.name, price: presentPrice(service, locale) }
    : null;
}

/** The words, target and offer, the service that it leads to with its price, and its places. */
export function presentCallToAction(call: CallsToAction, view: Placed, offered: Offered) {
  return {
    id: call.id,
    slug: call.slug,
    kind: call.kind,
    label: call.label,
    eyebrow: call.eyebrow ?? null,
    heading: call.heading ?? null,
    text: call.text ?? null,
    facts: (call.facts ?? []).map(({ text }) => text),
    target: { url: call.target.url },
    offer: { free: call.offer?.free === true, minutes: call.offer?.minutes ?? null },
    service: serviceOf(call, offered),
    placements: placementsOf(call.id, view),
  };
}
