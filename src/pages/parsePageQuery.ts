/** Reads the parameters of a page's address. What is not known here is a 400 that names it. */
import { defaultLocale, type Locale, locales } from '../../collections/locales.js';
import { invalidParameter } from '../errors.js';
import { fallbackOf, momentOf, oneOf, refuseUnknown, stateOf } from '../parameters.js';
import type { Spelling } from '../spelling/spelling.js';
import { usual } from '../usualParameters.js';
import type { AskedMoment } from './askedMoment.js';
import { mediaTypes, type PageFormat, pageFormats } from './pageFormats.js';
import { type BodyForm, bodyForms } from './renderBody.js';

/** How a page is shown. */
export interface PageView {
  format: PageFormat;
  /** Of the body in JSON; none in the other formats. */
  forms: BodyForm[];
  /** Whether JSON carries the page cut into modules, too. */
  modules: boolean;
}

export interface PageQuery extends PageView {
  locale: Locale;
  /** Tried when the page is not published in `locale`. */
  fallbackLocale: Locale | null;
  /** A USPS abbreviation. */
  state?: string;
  /** The past that is asked for; absent for now. */
  moment?: AskedMoment;
  /** The newest draft instead of what is published. */
  draft: boolean;
}

const ofJson = ['body', 'modules'] as const;
export const ofView = ['format', ...ofJson] as const;
export const pageParameters = [
  ...ofView,
  'locale',
  'fallbackLocale',
  'state',
  'at',
  'position',
  'draft',
] as const;
type Parameter = (typeof pageParameters)[number];

const { fallbackLocale, locale, state } = usual;
const ofAll = { fallbackLocale, locale, state };
const body = { form: { kind: 'set' }, usual: ['html'] } as const;
const modules = usual.word('false');

/** How strangers ask, who may ask for neither drafts nor the past. What is for JSON alone makes it JSON, whatever is liked. */
export const pageSpellings: readonly Spelling[] = [
  { when: ['format=json'], parameters: { ...ofAll, format: {}, body, modules } },
  { when: ['format'], parameters: { ...ofAll, format: {} } },
  { when: ofJson, parameters: { ...ofAll, body: { ...body, always: true }, modules } },
  { parameters: ofAll, accept: pageFormats.map((format) => mediaTypes[format]) },
];

function formsOf(value: string | undefined): BodyForm[] {
  if (value === undefined) return ['html'];
  return value.split(',').map((form) => oneOf('body', form.trim(), bodyForms));
}

const yesNo = (search: URLSearchParams, name: Parameter): boolean =>
  oneOf(name, search.get(name) ?? 'false', ['true', 'false']) === 'true';

function formatOf(search: URLSearchParams, accepted: PageFormat): PageFormat {
  const asked = search.get('format');
  const onlyJson = ofJson.find((name) => search.has(name));
  if (asked === null) return onlyJson ? 'json' : accepted;
  const format = oneOf('format', asked, pageFormats);
  if (onlyJson && format !== 'json')
    throw invalidParameter(onlyJson, `${onlyJson} is for format=json; ${format} is the whole page.`);
  return format;
}

function viewIn(search: URLSearchParams, accepted: PageFormat): PageView {
  const format = formatOf(search, accepted);
  const forms = formsOf(search.get('body') ?? undefined);
  return { format, forms: format === 'json' ? forms : [], modules: yesNo(search, 'modules') };
}

/** format, body, modules, and nothing else. `accepted` is the format where no parameter says one. */
export function parsePageView(search: URLSearchParams, accepted: PageFormat = 'json'): PageView {
  refuseUnknown(search, ofView);
  return viewIn(search, accepted);
}

/** The question that the parameters ask. Throws the first thing that is wrong with them. */
export function parsePageQuery(search: URLSearchParams, accepted: PageFormat = 'json'): PageQuery {
  refuseUnknown(search, pageParameters);
  const value = (name: Parameter) => search.get(name) ?? undefined;
  const state = value('state');
  const moment = momentOf(value('at'), value('position'));
  const draft = yesNo(search, 'draft');
  if (draft && moment) throw invalidParameter('draft', 'draft is of now: leave out at and position.');
  return {
    ...viewIn(search, accepted),
    locale: oneOf('locale', value('locale') ?? defaultLocale, locales),
    fallbackLocale: fallbackOf('fallbackLocale', value('fallbackLocale')),
    ...(state === undefined ? {} : { state: stateOf(state) }),
    ...(moment === undefined ? {} : { moment }),
    draft,
  };
}
