/** The properties of a page for the rules, from what it says and names. Pure. */

import type { Locale } from '../../collections/locales.js';
import { stateOptions } from '../availability/states.js';
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

export interface OfferSeen {
  facts: Facts;
  site: { slug: string };
  /** USPS abbreviations. */
  states: readonly string[];
}

/** Where a visitor from anywhere may be, as USPS abbreviations. */
export const everyState: readonly string[] = stateOptions.map(({ value }) => value);

/** Amounts of money, as people write them. */
const money = /[$€£]\s?\d|\d\s?[$€£]|\bUSD\s?\d|\d\s?(USD|dollars|dólares)\b/iu;

type Words = (string | null | undefined)[];

const joined = (words: Words): string => words.filter(Boolean).join('\n');

const cardWords = ({ callsToAction }: Facts): Words =>
  callsToAction.flatMap((call) => [
    ...[call.label, call.eyebrow, call.heading, call.text],
    ...(call.facts ?? []).map(({ text }) => text),
  ]);

/** The words of the page itself, with FAQs and terms that it places. Other things are looked at through their own properties. */
function wordsOf({ facts, locale, view }: PageSeen): string {
  const nothing = () => undefined;
  const silent = {
    locale,
    availability: nothing,
    count: nothing,
    document: nothing,
    href: nothing,
    price: nothing,
  };
  const body = renderText(view.body, silent);
  const faqs = view.faqs.flatMap(({ answer, question }) => [question, renderText(answer, silent)]);
  const terms = view.terms.flatMap(({ definition, expansion, term }) => [term, expansion, definition]);
  const own = [view.title, view.summary, view.changeNote, body, ...faqs, ...terms];
  return joined([...own, ...cardWords(facts)]);
}

const isFree = ({ price }: Service) => price?.amount === 0;
const hasPrice = ({ price }: Service) => typeof price?.amount === 'number';

/** What both a page and an offer show. A price counts as shown when the answer carries one, or its words name one. */
function propertiesOfFacts({ callsToAction, services, topics }: Facts, text: string) {
  return {
    services: services.map(({ slug }) => slug),
    modes: [...new Set(services.flatMap(({ modes }) => modes))],
    topics: topics.map(({ slug }) => slug),
    offersFree: callsToAction.some(({ offer }) => offer?.free === true) || services.some(isFree),
    showsPrice: services.some(hasPrice) || money.test(text),
    text,
  };
}

export function propertiesOf(seen: PageSeen): PageProperties {
  return {
    site: seen.site?.slug,
    kind: seen.view.kind,
    states: seen.state ? [seen.state] : everyState,
    ...propertiesOfFacts(seen.facts, wordsOf(seen)),
  };
}

/** Of services that are offered outside of any page, to a visitor who is in one of these states. It has no kind. */
export function propertiesOfOffer({ facts, site, states }: OfferSeen): PageProperties {
  return { site: site.slug, states, ...propertiesOfFacts(facts, joined(cardWords(facts))) };
}
