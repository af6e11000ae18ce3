/** Reads the parameters of /api/disclaimers/resolve. What is not known here is a 400 that names it. */
import { defaultLocale, type Locale, locales } from '../../../collections/locales.js';
import { contentKinds, type Mode, serviceModes } from '../../compliance/conditionProperties.js';
import type { ContentKind } from '../../compliance/pageProperties.js';
import { invalidParameter } from '../../errors.js';
import { momentOf, oneOf, refuseUnknown, stateOf } from '../../parameters.js';
import type { Spelling } from '../../spelling/spelling.js';
import { usual } from '../../usualParameters.js';
import { plainPath } from '../addresses.js';
import type { AskedMoment } from '../askedMoment.js';

/** Properties as a frontend says them of a page of its own. What it leaves out follows from the services that it names. */
export interface SaidProperties {
  kind?: ContentKind;
  /** Slugs. */
  services: string[];
  /** Slugs. */
  topics?: string[];
  modes?: Mode[];
  offersFree?: boolean;
  showsPrice?: boolean;
  /** Words that the page uses. */
  phrase: string;
}

export interface ResolveQuery {
  /** Slug. */
  site: string;
  locale: Locale;
  /** A USPS abbreviation; undefined is a visitor from anywhere. */
  state?: string;
  moment?: AskedMoment;
  /** The path of one of our pages, or what a page that is not ours is like. */
  about: { path: string } | { said: SaidProperties };
}

/** Of pages that are not ours. */
const properties = ['kind', 'services', 'topics', 'modes', 'offersFree', 'showsPrice', 'phrase'] as const;
export const resolveParameters = [
  ...(['site', 'path', 'state', 'locale', 'at', 'position'] as const),
  ...properties,
] as const;
type Parameter = (typeof resolveParameters)[number];

/** How strangers ask, who may not ask for the past. What a page is like is answered as it is said. */
export const resolveSpellings: readonly Spelling[] = [
  {
    parameters: {
      ...{ site: {}, path: {}, state: usual.state, locale: usual.locale },
      ...Object.fromEntries(properties.map((name) => [name, {}])),
    },
  },
];
type Values = (name: Parameter) => string | undefined;

/** As much of a text as an address can carry to every server. */
const mostWords = 2_000;

const listOf = (value: string): string[] =>
  value
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

const flagOf = (name: Parameter, value: string): boolean => oneOf(name, value, ['true', 'false']) === 'true';

function phraseOf(value = ''): string {
  if (value.length <= mostWords) return value;
  throw invalidParameter('phrase', `phrase has at most ${mostWords} characters: send the words that matter.`);
}

/** `parse` of the value, under its name; nothing when the parameter was not given. */
function given<N extends Parameter, T>(value: Values, name: N, parse: (text: string) => T) {
  const text = value(name);
  return (text === undefined ? {} : { [name]: parse(text) }) as Partial<Record<N, T>>;
}

function saidIn(value: Values): SaidProperties {
  return {
    ...given(value, 'kind', (text) => oneOf('kind', text, contentKinds)),
    services: listOf(value('services') ?? ''),
    ...given(value, 'topics', listOf),
    ...given(value, 'modes', (text) => listOf(text).map((each) => oneOf('modes', each, serviceModes))),
    ...given(value, 'offersFree', (text) => flagOf('offersFree', text)),
    ...given(value, 'showsPrice', (text) => flagOf('showsPrice', text)),
    phrase: phraseOf(value('phrase')),
  };
}

function aboutIn(value: Values): ResolveQuery['about'] {
  const path = value('path');
  if (path === undefined) return { said: saidIn(value) };
  const tooMuch = properties.find((name) => value(name) !== undefined);
  if (tooMuch) {
    const message = `${tooMuch} is for pages of your own: a page of ours, named by path, says what it is like itself.`;
    throw invalidParameter(tooMuch, message);
  }
  if (!path.startsWith('/'))
    throw invalidParameter('path', 'path begins with a slash, such as /resources/x.');
  return { path: plainPath(path) };
}

/** The question that the parameters ask. Throws the first thing that is wrong with them. */
export function parseResolveQuery(search: URLSearchParams): ResolveQuery {
  refuseUnknown(search, resolveParameters);
  const value: Values = (name) => search.get(name) ?? undefined;
  const site = value('site');
  if (!site) throw invalidParameter('site', 'site is needed: the slug of the site that shows the page.');
  const [state, moment] = [value('state'), momentOf(value('at'), value('position'))];
  return {
    site,
    locale: oneOf('locale', value('locale') ?? defaultLocale, locales),
    ...(state === undefined ? {} : { state: stateOf(state) }),
    ...(moment === undefined ? {} : { moment }),
    about: aboutIn(value),
  };
}
