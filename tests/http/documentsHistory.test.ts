/**
 * Whatever is written through whichever door, at every position of the ledger the ledger answers what the published rows
 * answered then, and pages composed from either are one.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CollectionSlug } from 'payload';
import { createLocalReq } from 'payload';
import { withoutNulls } from '../../collections/hooks/withoutNulls.js';
import { type Locale, locales } from '../../collections/locales.js';
import { composePage } from '../../src/pages/composePage.js';
import type { Documents } from '../../src/pages/documents.js';
import { LedgerDocuments } from '../../src/pages/ledgerDocuments.js';
import { loadPage } from '../../src/pages/loadPage.js';
import { PublishedDocuments } from '../../src/pages/publishedDocuments.js';
import { bodyForms } from '../../src/pages/renderBody.js';
import { latestPosition } from '../../src/publishing/ledger/positions.js';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { askEverything, type Shelves } from '../helpers/documentsAnswers.js';
import { type House, openHouse } from '../helpers/house.js';
import { minimalDocument, type References } from '../helpers/minimalDocuments.js';

/** The same histories in every run; FUZZ=50 tries that many new ones, and fast-check prints the seed of a failure. */
const runs = process.env.FUZZ ? { numRuns: Number(process.env.FUZZ) } : { numRuns: 2, seed: 20261121 };
const mostSteps = 12;

const at = '2026-06-01T00:00:00.000Z';
const siteSlug = 'history-site';

type Data = Record<string, unknown>;
type Kind = Parameters<typeof minimalDocument>[0];

let house: House;
let administrator: Asking;
let references: References;

beforeAll(async () => {
  house = await openHouse();
  administrator = asking(house, await house.person('administrator'));
  references = { site: '', service: '' };
  const site = await house.payload.create({
    ...{ collection: 'sites', depth: 0, locale: 'en', overrideAccess: true },
    data: { ...minimalDocument('sites', references), slug: siteSlug } as never,
  });
  references.site = site.id;
});
afterAll(() => house.close());

interface Step {
  door: string;
  /** Which document of the history. */
  target: number;
  word: string;
  locale: Locale;
}

/** One of the documents that a history writes; `id` is another one after it was deleted. */
interface Card {
  kind: Kind;
  slug: string;
  title: string;
  hasDrafts: boolean;
  id: string;
  known: Set<string>;
}

const cardsOf = (name: string): Card[] => {
  const card = (kind: Kind, title: string, hasDrafts: boolean): Card => ({
    ...{ hasDrafts, id: '', kind, known: new Set(), slug: `${name}-${kind}`, title },
  });
  return [
    card('topics', 'title', false),
    card('people', 'name', false),
    card('services', 'name', true),
    card('calls-to-action', 'label', false),
    card('disclaimers', 'title', true),
    card('rules', 'title', true),
    card('articles', 'title', true),
    card('articles', 'title', true),
    card('availability', 'publicNote', true),
    card('redirects', 'to', false),
  ].map((each, index) => ({ ...each, slug: `${each.slug}-${index}` }));
};

const local = (locale: Locale) => ({ depth: 0, locale, overrideAccess: true }) as const;
const collectionOf = ({ kind }: Card) => kind as 'articles';

const wordsFor = ({ kind, title }: Card, word: string): Data => ({
  [title]: kind === 'redirects' ? `/to-${word}` : word,
});

/** As the adapter takes them: texts that have a language by language. */
function storedWords(card: Card, word: string): Data {
  const { flattenedFields } = house.payload.collections[card.kind as CollectionSlug].config;
  const field = flattenedFields.find(({ name }) => name === card.title);
  const isLocalized = field !== undefined && 'localized' in field && field.localized === true;
  return isLocalized ? { [card.title]: { en: word, es: `${word} es` } } : wordsFor(card, word);
}

/** What each kind has besides its least, so that everything hangs together on the page of the first article. */
function moreOf({ kind, slug }: Card, cards: Card[]): Data {
  const idOf = (wanted: Kind) => cards.find((each) => each.kind === wanted)?.id || undefined;
  const many = (wanted: Kind) => (idOf(wanted) ? [idOf(wanted)] : []);
  const [topics, services, people] = [many('topics'), many('services'), many('people')];
  switch (kind) {
    case 'articles':
      return { slug, topics, services, authors: people, callsToAction: many('calls-to-action') };
    case 'calls-to-action':
      return { slug, service: idOf('services') };
    case 'availability':
      return { service: idOf('services') };
    case 'rules': {
      const effect = { kind: 'attachDisclaimer', disclaimer: idOf('disclaimers') };
      return { slug, effect, conditions: [{ property: 'site', operator: 'is', value: siteSlug }] };
    }
    case 'redirects':
      return { from: `/${slug}` };
    default:
      return { slug };
  }
}

async function create(card: Card, cards: Card[]): Promise<void> {
  const data = { ...minimalDocument(card.kind, references), ...moreOf(card, cards), _status: 'published' };
  const { id } = await house.payload.create({
    ...{ ...local('en'), collection: collectionOf(card), data: data as never },
  });
  card.id = id;
  card.known.add(id);
}

async function update(card: Card, locale: Locale, data: Data, more: Data = {}): Promise<void> {
  const collection = collectionOf(card);
  await house.payload.update({ ...local(locale), collection, data: data as never, id: card.id, ...more });
}

async function inTransaction(
  work: (req: Awaited<ReturnType<typeof createLocalReq>>) => Promise<void>,
  keep: boolean,
) {
  const { payload } = house;
  const req = await createLocalReq({}, payload);
  req.transactionID = (await payload.db.beginTransaction()) ?? undefined;
  const end = (commit: boolean) =>
    req.transactionID && payload.db[commit ? 'commitTransaction' : 'rollbackTransaction'](req.transactionID);
  try {
    await work(req);
  } catch (error) {
    await end(false);
    throw error;
  }
  await end(keep);
}

const saved = (card: Card, data: Data): Data => ({
  ...data,
  ...(card.hasDrafts ? { _status: 'published' } : {}),
});

async function restore({ hasDrafts, id, kind }: Card): Promise<void> {
  if (!hasDrafts) return;
  const where = { parent: { equals: id } };
  const collection = kind as 'articles';
  const { docs } = await house.payload.findVersions({ ...local('en'), collection, limit: 5, where });
  const version = docs.at(-1);
  if (version) await house.payload.restoreVersion({ ...local('en'), collection, id: version.id });
}

async function twice(card: Card, { locale, word }: Step, cards: Card[], keep: boolean): Promise<void> {
  const other = cards[(cards.indexOf(card) + 1) % cards.length] as Card;
  await inTransaction(async (req) => {
    await update(card, locale, saved(card, wordsFor(card, `${word} one`)), { req });
    await update(other, locale, saved(other, wordsFor(other, `${word} two`)), { req });
  }, keep);
}

type Door = (card: Card, step: Step, cards: Card[]) => PromiseLike<unknown>;

const byId = ({ id }: Card) => ({ id: { equals: id } });

const doors: Record<string, Door> = {
  save: (card, { locale, word }) => update(card, locale, saved(card, wordsFor(card, word))),
  saveAlike: (card) => update(card, 'en', saved(card, {})),
  draft: (card, { locale, word }) => update(card, locale, wordsFor(card, word), { draft: true }),
  body: (card, { locale, word }) => update(card, locale, saved(card, { body: paragraph(word) })),
  unpublish: (card) => update(card, 'en', card.hasDrafts ? { _status: 'draft' } : { live: false }),
  publish: (card) => update(card, 'en', card.hasDrafts ? { _status: 'published' } : { live: true }),
  trash: (card) => update(card, 'en', { deletedAt: new Date().toISOString() }),
  untrash: (card) => update(card, 'en', { deletedAt: null }, { trash: true }),
  dates: (card, { word }) =>
    update(card, 'en', saved(card, { effectiveTo: word < 'm' ? '2026-03-01T00:00:00.000Z' : null })),
  delete: (card) =>
    house.payload.delete({ ...local('en'), collection: collectionOf(card), id: card.id, trash: true }),
  bulk: (card, { locale, word }) =>
    house.payload.update({
      ...{ ...local(locale), collection: collectionOf(card), where: byId(card) },
      data: saved(card, wordsFor(card, word)) as never,
    }),
  restore: (card) => restore(card),
  direct: (card, { word }) =>
    house.payload.db.updateOne({
      ...{ collection: collectionOf(card), data: storedWords(card, word), id: card.id },
    }),
  directMany: (card, { word }) =>
    house.payload.db.updateMany({
      ...{ collection: collectionOf(card), data: storedWords(card, word), where: byId(card) },
    }),
  directDelete: (card) => house.payload.db.deleteOne({ collection: collectionOf(card), where: byId(card) }),
  rest: (card, { locale, word }) =>
    administrator.patch(`/api/${card.kind}/${card.id}?locale=${locale}`, saved(card, wordsFor(card, word))),
  restDelete: (card) => administrator.delete(`/api/${card.kind}/${card.id}`),
  transaction: (card, step, cards) => twice(card, step, cards, true),
  rolledBack: (card, step, cards) => twice(card, step, cards, false),
};

async function isStored({ id, kind }: Card): Promise<boolean> {
  const where = { id: { equals: id } };
  return Boolean(await house.payload.db.findOne({ collection: kind as CollectionSlug, where }));
}

/** Does what the step says; refusals are part of every history. True when nothing stood in the way. */
async function take(step: Step, cards: Card[]): Promise<boolean> {
  const card = cards[step.target % cards.length] as Card;
  try {
    if (!(await isStored(card))) await create(card, cards);
    else await doors[step.door]?.(card, step, cards);
    return true;
  } catch (error) {
    if (error instanceof Error && 'status' in error && Number(error.status) < 500) return false;
    throw error;
  }
}

function shelvesOf(cards: Card[]): Shelves {
  const shelves: Shelves = { sites: [{ id: references.site, slug: siteSlug }] };
  for (const { kind, known, slug } of cards) {
    const redirect = kind === 'redirects' ? { from: `/${slug}`, site: references.site } : {};
    const rows = [...known].map((id) => ({ id, slug, ...redirect }));
    shelves[kind] = [...(shelves[kind] ?? []), ...rows];
  }
  return shelves;
}

async function pageOf(documents: Documents, slug: string) {
  const site = await documents.site(siteSlug);
  const loaded = site && (await loadPage(documents, { path: `/resources/${slug}`, site }));
  return loaded && composePage(loaded, { at, forms: bodyForms });
}

interface Answers {
  documents: Map<string, unknown>;
  pages: (string | null)[];
}

async function answersOf(documents: Documents, shelves: Shelves): Promise<Answers> {
  const slugs = [...new Set((shelves.articles ?? []).flatMap(({ slug }) => slug ?? []))];
  const pages: (string | null)[] = [];
  for (const slug of slugs) {
    const page = await pageOf(documents, slug);
    pages.push(page && JSON.stringify(page));
  }
  return { documents: await askEverything(documents, shelves), pages };
}

interface Seen {
  position: number;
  shelves: Shelves;
  locale: Locale;
  answers: Answers;
}

async function look(shelves: Shelves): Promise<Seen[]> {
  const { payload } = house;
  const position = await latestPosition(payload);
  return Promise.all(
    locales.map(async (locale) => {
      const answers = await answersOf(new PublishedDocuments(payload, locale, at), shelves);
      return { answers, locale, position, shelves };
    }),
  );
}

const stepOf = fc.record({
  door: fc.constantFrom(...Object.keys(doors)),
  locale: fc.constantFrom<Locale[]>('en', 'en', 'es'),
  target: fc.nat(99),
  word: fc.stringMatching(/^[a-z]{3,8}$/),
});

/** A field that is empty in a language may be null or absent, on the same database. */
const plain = (position: number, { documents }: Answers) => ({
  documents: [...documents].map(([question, answer]) => [question, withoutNulls(answer)]),
  position,
});

let histories = 0;
const tally = { pages: 0, positions: new Set<number>(), taken: 0 };

async function replay(steps: Step[]): Promise<void> {
  histories += 1;
  const cards = cardsOf(`history-${histories}`);
  for (const card of cards) await create(card, cards);
  const seen = await look(shelvesOf(cards));
  for (const step of steps) {
    if (await take(step, cards)) tally.taken += 1;
    seen.push(...(await look(shelvesOf(cards))));
  }
  for (const { answers, locale, position, shelves } of seen) {
    const documents = new LedgerDocuments(house.payload, locale, { at, position });
    const then = await answersOf(documents, shelves);
    expect(plain(position, then)).toEqual(plain(position, answers));
    expect({ position, pages: then.pages }).toEqual({ position, pages: answers.pages });
    tally.positions.add(position);
    tally.pages += answers.pages.filter(Boolean).length;
  }
}

describe('after a random history of writes through every door', () => {
  it('the ledger answers at each of its positions what was answered then', async () => {
    const property = fc.asyncProperty(
      fc.array(stepOf, { minLength: mostSteps, maxLength: mostSteps }),
      replay,
    );
    await fc.assert(property, { ...runs, endOnFailure: true });
    // it was not for want of writes or pages
    expect(tally.taken).toBeGreaterThan(mostSteps);
    expect(tally.positions.size).toBeGreaterThan(mostSteps);
    expect(tally.pages).toBeGreaterThan(mostSteps);
  }, 600_000);
});
