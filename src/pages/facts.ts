/** What rules look at: the services, topics and offers of pages, loaded for any number of pages at once. */
import { idOf } from '../../collections/blocks/fieldValues.js';
import type { CallsToAction, Service, Topic } from '../payload-types.js';
import { idsNamed } from './bodyReferences.js';
import type { ContentView } from './contentView.js';
import type { ById, Documents } from './documents.js';
import { isOnSite } from './onSite.js';
import { inOrder } from './sorting.js';

/** Everything that some pages name, whichever site shows it. */
export interface FactShelves {
  callsToAction: ById<'calls-to-action'>;
  services: ById<'services'>;
  topics: ById<'topics'>;
}

/** What one page names, as its site shows it. */
export interface Facts {
  /** In the order in which a reader meets them: those in the text, then those at its end. */
  callsToAction: CallsToAction[];
  /** Named by the page, placed in its text, or led to by a call to action. */
  services: Service[];
  topics: Topic[];
}

const callIds = ({ callsToAction, mentions }: ContentView) => [
  ...idsNamed(mentions, 'calls-to-action'),
  ...callsToAction,
];

const serviceIds = ({ mentions, services }: ContentView, calls: Iterable<CallsToAction>) => [
  ...services,
  ...idsNamed(mentions, 'services'),
  ...[...calls].flatMap(({ service }) => idOf(service) ?? []),
];

/** Three queries at most, however many pages: calls to action and topics, then services. */
export async function loadFactShelves(
  documents: Documents,
  views: readonly ContentView[],
): Promise<FactShelves> {
  const [callsToAction, topics] = await Promise.all([
    documents.byIds('calls-to-action', views.flatMap(callIds)),
    documents.byIds(
      'topics',
      views.flatMap((view) => view.topics),
    ),
  ]);
  const wanted = views.flatMap((view) => serviceIds(view, callsToAction.values()));
  return { callsToAction, topics, services: await documents.byIds('services', wanted) };
}

/** What this page names, as shown on the site; without a site, as any site shows it. */
export function factsOf(view: ContentView, shelves: FactShelves, siteId: string | undefined): Facts {
  const isShown = (doc: { sites?: unknown[] | null }) => siteId === undefined || isOnSite(doc, siteId);
  const callsToAction = inOrder(callIds(view), shelves.callsToAction).filter(isShown);
  const services = inOrder(serviceIds(view, callsToAction), shelves.services);
  return {
    callsToAction,
    services: services.filter(({ site }) => isShown({ sites: [site] })),
    topics: inOrder(view.topics, shelves.topics),
  };
}
