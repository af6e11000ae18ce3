/** The properties of a page for the rules, from what it says and names. Pure. */
import { stateOptions } from '../../collections/availability/states.js';
import type { Locale } from '../../collections/locales.js';
import type { PageProperties } from '../compliance/pageProperties.js';
import type { Service } from '../payload-types.js';
import type { ContentView } from './contentView.js';
import type { Facts } from './facts.js';
import { renderText } from './formats/renderText.js';

export interface PageSeen {
  view: ContentView;
  facts: Facts;
  site: { slug: string } | null;
  /** A USPS abbreviation; undefined is a visitor from anywhere. */
  state?: string;
  locale: Locale;
}

const everyState = stateOptions.map(({ value }) => value);

/** Amounts of money, as people write them. */
const money = /[$€£]\s?\d|\d\s?[$€£]|\bUSD\s?\d|\d\s?(USD|dollars|dólares)\b/iu;

/** The words of the page itself. What it places is looked at through its own properties. */
function wordsOf({ facts, locale, view }: PageSeen): string {
  const nothing = () => undefined;
  const body = renderText(view.body, { locale, availability: nothing, document: nothing, href: nothing });
  const cards = facts.callsToAction.flatMap((call) => [
    ...[call.label, call.eyebrow, call.heading, call.text],
    ...(call.facts ?? []).map(({ text }) => text),
  ]);
  return [view.title, view.summary, view.changeNote, body, ...cards].filter(Boolean).join('\n');
}

const isFree = ({ price }: Service) => price?.amount === 0;
const hasPrice = ({ price }: Service) => typeof price?.amount === 'number';

/** A price counts as shown when the page's answer carries one, or its words name one. */
export function propertiesOf(seen: PageSeen): PageProperties {
  const { callsToAction, services, topics } = seen.facts;
  const text = wordsOf(seen);
  return {
    site: seen.site?.slug,
    kind: seen.view.kind,
    services: services.map(({ slug }) => slug),
    modes: [...new Set(services.flatMap(({ modes }) => modes))],
    topics: topics.map(({ slug }) => slug),
    states: seen.state ? [seen.state] : everyState,
    offersFree: callsToAction.some(({ offer }) => offer?.free === true) || services.some(isFree),
    showsPrice: services.some(hasPrice) || money.test(text),
    text,
  };
}
