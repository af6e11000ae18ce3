/**
 * The shapes of everything that is said at /api/compliance-desk. Plain JSON; every moment is an ISO 8601 instant, every state a
 * USPS abbreviation.
 */
import type { Locale } from '../../collections/locales.js';
import type { Placement } from '../compliance/attachDisclaimers.js';
import type { Choice, ConditionProperty } from '../compliance/conditionProperties.js';
import type { Condition } from '../compliance/matchRule.js';
import type { ContentKind } from '../compliance/pageProperties.js';

/** GET choices: the values that there are for each property; null where any words will do. */
export type ChoicesAnswer = Record<ConditionProperty, Choice[] | null>;

/** A public page of a site. */
export interface NamedPage {
  /** Slug of the site. */
  site: string;
  path: string;
  locale: Locale;
  kind: ContentKind;
  /** Its collection and id, for the admin. */
  collection: string;
  id: string;
  title: string;
  /** Its address in the API. */
  href: string;
}

/** POST matches: the conditions of a rule, saved or not. Dates and effects are not looked at. */
export interface MatchesBody {
  match: 'all' | 'any';
  conditions: Condition[];
}

export interface MatchesAnswer {
  at: string;
  /** With the conditions that each page meets, for a visitor of any state. */
  pages: (NamedPage & { conditions: Condition[] })[];
  /** How many public pages were looked at. */
  checked: number;
  /** How many more there are; 0 usually. */
  unchecked: number;
  problems: Problem[];
}

/**
 * POST preview: rules and disclaimers as they would be published. What is left out of one with an id is as in its newest draft;
 * `remove` is for one that would be taken down. Texts are in `locale`, other languages stay as they are public.
 */
export interface PreviewBody {
  locale?: Locale;
  rules?: ({ id?: string; remove?: boolean } & Record<string, unknown>)[];
  disclaimers?: ({ id?: string; remove?: boolean } & Record<string, unknown>)[];
}

export interface ShownDisclaimer {
  id: string;
  slug: string;
  title: string;
  /** `inText`: an editor has placed it there. */
  placement: Placement | 'inText';
  locale: Locale;
  text: string;
  /** Slugs of the rules that ask for it there. */
  rules: string[];
}

/** A page that carries other disclaimers, or the same for other reasons. */
export interface ChangedPage extends NamedPage {
  /** As of when: the moment of the preview in `pages`, a later one in `laterPages`. */
  at: string;
  /** `reasons`: the same texts in the same places, but asked for by other rules or conditions. */
  change: 'disclaimers' | 'reasons';
  /** The states of the visitors for whom it changes; null for everybody. */
  states: string[] | null;
  /** A visitor of this state is shown `before` and `after`; null is a visitor from anywhere. */
  state: string | null;
  before: ShownDisclaimer[];
  after: ShownDisclaimer[];
}

export interface Problem {
  message: string;
  /** A place in the body, such as `rules.0.conditions.1.value`. */
  path: string;
}

export interface PreviewAnswer {
  at: string;
  pages: ChangedPage[];
  /** Pages that change at a later moment: the first three at which something of the proposal begins or ends. */
  laterPages: ChangedPage[];
  checked: number;
  unchecked: number;
  /** What publishing would refuse, or what makes a rule do nothing. */
  problems: Problem[];
}
