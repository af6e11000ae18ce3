/** What follows the text of a whole page: calls to action, where services are available, references, notices. Pure. */
import { citationUrl, partsOf } from '../../../collections/blocks/citation.js';
import type { PageAnswer } from '../composePage.js';
import { siteUrl } from '../parts/presentSite.js';
import { type Part, plain, type Run } from './part.js';
import { pageWords } from './words.js';

/** What the closing parts read besides the answer. */
export interface Closing {
  /** Where a service is offered, in a sentence; undefined when nothing is to be said. */
  availability: (serviceId: string) => string | undefined;
  /** What a service costs, in words; undefined when nothing is to be said. */
  price: (serviceId: string) => string | undefined;
  /** The rich text of a notice. */
  noticeText: (id: string) => unknown;
}

type Call = PageAnswer['callsToAction'][number];
type Notice = PageAnswer['notices'][number];
type Source = PageAnswer['references'][number];

const paragraph = (name: string, text: string | null): Part[] =>
  text ? [{ is: 'paragraph', name, words: plain(text) }] : [];

const list = (name: string, items: Run[][], isOrdered = false): Part[] =>
  items.length > 0 ? [{ is: 'list', name, isOrdered, items }] : [];

const heading = (text: string | null): Part[] =>
  text ? [{ is: 'heading', level: 2, words: plain(text) }] : [];

function offerOf({ offer }: Call, { page: { locale } }: PageAnswer): string {
  const words = pageWords[locale];
  return [offer.free ? words.free : '', offer.minutes ? words.minutes(offer.minutes) : '']
    .filter(Boolean)
    .join(' · ');
}

function callToAction(call: Call, answer: PageAnswer): Part {
  const parts: Part[] = [
    ...paragraph('eyebrow', call.eyebrow),
    ...heading(call.heading),
    ...paragraph('text', call.text),
    ...list('facts', call.facts.map(plain)),
    ...paragraph('offer', offerOf(call, answer)),
    { is: 'paragraph', name: 'target', words: [{ text: call.label, href: call.target.url }] },
  ];
  return { is: 'section', name: 'call-to-action', parts };
}

/** Those at the end of the page; the others stand in the text. */
function callsToAction(answer: PageAnswer): Part[] {
  return answer.callsToAction
    .filter(({ placements }) => placements.some(({ where }) => where === 'end'))
    .map((call) => callToAction(call, answer));
}

const section = (name: string, title: string, parts: Part[]): Part[] =>
  parts.length > 0 ? [{ is: 'section', name, parts: [...heading(title), ...parts] }] : [];

function availability(answer: PageAnswer, closing: Closing): Part[] {
  const items = answer.availability.flatMap(({ service }) => {
    const words = closing.availability(service.id);
    const price = closing.price(service.id);
    const name = price ? `${service.name} (${price})` : service.name;
    return words ? [plain(`${name}: ${words}`)] : [];
  });
  return section('availability', pageWords[answer.page.locale].whereAvailable, list('services', items));
}

/** As the text itself cites, its title leading to where it is read. */
function citation(source: Source): Run[] {
  const { authors, place, title } = partsOf(source);
  return [
    ...(authors ? plain(`${authors} `) : []),
    { text: title, href: citationUrl(source) },
    ...(place ? plain(` ${place}`) : []),
  ];
}

/** The sources that the page rests on. */
export function referencesOf(answer: PageAnswer): Part[] {
  const items = answer.references.map(citation);
  return section('references', pageWords[answer.page.locale].references, list('sources', items, true));
}

function related(answer: PageAnswer): Part[] {
  const { myth } = pageWords[answer.page.locale];
  const items = answer.related.map(({ kind, path, title }) => {
    const text = kind === 'misconception' ? `${myth}: ${title}` : title;
    return [{ text, href: siteUrl(answer.site, path) }];
  });
  return section('related', pageWords[answer.page.locale].related, list('pages', items));
}

function crisisLine({ crisisLine: line }: Notice, { page: { locale } }: PageAnswer): Run[][] {
  const words = pageWords[locale];
  const call = line?.phone
    ? [{ text: `${words.phone}: ` }, { text: line.phone, href: `tel:${line.phone}` }]
    : [];
  const write = line?.textLine ? plain(`${words.textLine}: ${line.textLine}`) : [];
  return [call, write, line?.hours ? plain(line.hours) : []].filter((words) => words.length > 0);
}

function notice(each: Notice, answer: PageAnswer, { noticeText }: Closing): Part {
  const isLegal = each.kind === 'legal-document';
  const links = each.links.map(({ label, url }) => [{ text: label, href: url }]);
  const parts: Part[] = [
    ...heading(each.heading ?? each.title),
    ...(isLegal ? [] : [{ is: 'rich', richText: noticeText(each.id) } as const]),
    ...paragraph('consent', each.newsletter?.consentText ?? null),
    ...list('links', [...crisisLine(each, answer), ...links]),
  ];
  return { is: 'section', name: `notice fr-notice-${each.kind}`, parts };
}

function rights({ page: { locale }, site: { attribution } }: PageAnswer): Part[] {
  const { license, licenseUrl, publisher } = attribution;
  const name = license ?? licenseUrl;
  const licensed = name
    ? [
        { text: `${pageWords[locale].license}: ` },
        { text: name, ...(licenseUrl ? { href: licenseUrl } : {}) },
      ]
    : [];
  const words = [...(publisher ? plain(publisher + (name ? ' · ' : '')) : []), ...licensed];
  return words.length > 0 ? [{ is: 'paragraph', name: 'attribution', words }] : [];
}

/** What is offered, after the disclaimers that must stand before it. */
export const offersOf = (answer: PageAnswer, closing: Closing): Part[] => [
  ...callsToAction(answer),
  ...availability(answer, closing),
];

/** The end, below the disclaimers of the page. */
export const endOf = (answer: PageAnswer, closing: Closing): Part[] => [
  ...related(answer),
  ...answer.notices.map((each) => notice(each, answer, closing)),
  ...rights(answer),
];
