/** What rules look at: the services, topics and offers of a page, and from them its properties. */
import { idOf } from '../../collections/blocks/fieldValues.js';
import { stateOptions } from '../../collections/availability/states.js';
import type { PageProperties } from '../compliance/pageProperties.js';
import type { CallsToAction, Rule, Service, Site, Topic } from '../payload-types.js';
import { type BodyReference, bodyReferences } from './bodyReferences.js';
import type { ContentView } from './contentView.js';
import type { Documents, Locale } from './documents.js';
import { renderText } from './formats/renderText.js';

export interface Facts {
  /** In the order in which a reader meets them: those in the text, then those at its end. */
  callsToAction: CallsToAction[];
  /** Named by the page, placed in its text, or led to by a call to action. */
  services: Service[];
  topics: Topic[];
  rules: Rule[];
  references: BodyReference[];
}

const every = stateOptions.map(({ value }) => value);

const placed = (references: BodyReference[], collection: string) =>
  references.filter((each) => each.how === 'placed' && each.collection === collection).map(({ id }) => id);

const inOrder = <T>(ids: string[], found: ReadonlyMap<string, T>): T[] =>
  [...new Set(ids)].flatMap((id) => found.get(id) ?? []);

/** Four queries at most: calls to action, topics, rules, then services. */
export async function loadFacts(documents: Documents, view: ContentView, siteId: string | undefined): Promise<Facts> {
  const references = bodyReferences(view.body).filter(({ id }) => id !== '');
  const callIds = [...placed(references, 'calls-to-action'), ...view.callsToAction];
  const [calls, topics, rules] = await Promise.all([
    documents.byIds('calls-to-action', callIds, siteId),
    documents.byIds('topics', view.topics),
    documents.rules(),
  ]);
  const callsToAction = inOrder(callIds, calls);
  const ledTo = callsToAction.flatMap(({ service }) => idOf(service) ?? []);
  const serviceIds = [...view.services, ...placed(references, 'services'), ...ledTo];
  const services = inOrder(serviceIds, await documents.byIds('services', serviceIds, siteId));
  return { callsToAction, services, topics: inOrder(view.topics, topics), rules, references };
}

/** Amounts of money, as people write them. */
const money = /[$€£]\s?\d|\d\s?[$€£]|\bUSD\s?\d|\d\s?(USD|dollars|dólares)\b/iu;

/** The words of the page itself. What it places is looked at through its own properties. */
function wordsOf(view: ContentView, facts: Facts, locale: Locale): string {
  const nothing = () => undefined;
  const body = renderText(view.body, { locale, availability: nothing, document: nothing, href: nothing });
  const cards = facts.callsToAction.flatMap(({ label, eyebrow, heading, text, facts: rows }) => [
    label, eyebrow, heading, text, ...(rows ?? []).map((row) => row.text),
  ]);
  return [view.title, view.summary, view.changeNote, body, ...cards].filter(Boolean).join('\n');
}

const isFree = ({ price }: Service) => price?.amount === 0;
const hasPrice = ({ price }: Service) => typeof price?.amount === 'number';

export interface PageAsked {
  view: ContentView;
  facts: Facts;
  site: Pick<Site, 'slug'> | null;
  /** A USPS abbreviation; undefined is a visitor from anywhere. */
  state?: string;
  locale: Locale;
}

/** The properties of the page for the rules. A price counts as shown when the answer carries it, or the words name one. */
export function propertiesOf({ facts, locale, site, state, view }: PageAsked): PageProperties {
  const text = wordsOf(view, facts, locale);
  const { callsToAction, services, topics } = facts;
  return {
    site: site?.slug,
    kind: view.kind,
    services: services.map(({ slug }) => slug),
    modes: [...new Set(services.flatMap(({ modes }) => modes))],
    topics: topics.map(({ slug }) => slug),
    states: state ? [state] : every,
    offersFree: callsToAction.some(({ offer }) => offer?.free === true) || services.some(isFree),
    showsPrice: services.some(hasPrice) || money.test(text),
    text,
  };
}
