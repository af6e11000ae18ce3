/** The port through which pages read: one suite for its two stores, the published rows and the ledger. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CollectionSlug } from 'payload';
import { type Locale, locales } from '../../collections/locales.js';
import type { PageKind } from '../../src/pages/addresses.js';
import { composePage } from '../../src/pages/composePage.js';
import type { Documents } from '../../src/pages/documents.js';
import { LedgerDocuments } from '../../src/pages/ledgerDocuments.js';
import { loadPage } from '../../src/pages/loadPage.js';
import { PublishedDocuments } from '../../src/pages/publishedDocuments.js';
import { readAt } from '../../src/pages/readAt.js';
import { bodyForms } from '../../src/pages/renderBody.js';
import { SharedDocuments } from '../../src/pages/sharedDocuments.js';
import { latestPosition } from '../../src/publishing/ledger/positions.js';
import { askEverything, readShelves } from '../helpers/documentsAnswers.js';
import { type House, openHouse } from '../helpers/house.js';
import { minimalDocument, type References, smallImage } from '../helpers/minimalDocuments.js';

jest.setTimeout(180_000);

let house: House;
let references: References;

type Data = Record<string, unknown>;
type Collection = Parameters<typeof minimalDocument>[0];

const [longAgo, past, now, future, farOff] = [
  '1990-01-01T00:00:00.000Z',
  '2026-01-01T00:00:00.000Z',
  '2026-06-01T00:00:00.000Z',
  '2027-01-01T00:00:00.000Z',
  '2090-01-01T00:00:00.000Z',
];

const writing = { depth: 0, locale: 'en', overrideAccess: true } as const;

async function make(collection: Collection, data: Data = {}): Promise<string> {
  const { id } = await house.payload.create({
    ...{ ...writing, collection: collection as 'articles' },
    data: { ...minimalDocument(collection, references), _status: 'published', ...data } as never,
  });
  return id;
}

async function change(collection: CollectionSlug, id: string, data: Data, more: Data = {}): Promise<void> {
  await house.payload.update({
    ...{ ...writing, collection: collection as 'articles', data: data as never, id },
    ...more,
  });
}

async function makeImage(data: Data): Promise<string> {
  const file = { data: await smallImage(), mimetype: 'image/png', name: 'port.png', size: 0 };
  const { id } = await house.payload.create({
    ...{ ...writing, collection: 'media', file },
    data: { ...minimalDocument('media', references), ...data } as never,
  });
  return id;
}

/** One document in every state, by a name for it. */
const ids: Record<string, string> = {};

async function makeArticles(): Promise<void> {
  ids.published = await make('articles', { slug: 'port-published', title: 'Published' });
  await change('articles', ids.published, { title: 'A draft of it' }, { draft: true });
  ids.draft = await make('articles', { slug: 'port-draft', _status: 'draft' });
  ids.unpublished = await make('articles', { slug: 'port-unpublished' });
  await change('articles', ids.unpublished, { _status: 'draft' });
  ids.trashed = await make('articles', { slug: 'port-trashed' });
  await change('articles', ids.trashed, { deletedAt: now });
  ids.deleted = await make('articles', { slug: 'port-deleted' });
  await house.payload.delete({ ...writing, collection: 'articles', id: ids.deleted });
  ids.both = await make('articles', { slug: 'port-both', title: 'In English', summary: 'Only in English' });
  await change('articles', ids.both, { title: 'En español', _status: 'published' }, { locale: 'es' });
}

async function makeDated(): Promise<void> {
  const periods = {
    ended: { effectiveFrom: longAgo, effectiveTo: past },
    endsNow: { effectiveTo: now },
    holds: { effectiveFrom: past, effectiveTo: future },
    toCome: { effectiveFrom: future, effectiveTo: farOff },
  };
  for (const [name, period] of Object.entries(periods)) {
    ids[`disclaimer ${name}`] = await make('disclaimers', period);
    ids[`rule ${name}`] = await make('rules', period);
    ids[`availability ${name}`] = await make('availability', { ...period, state: statesOf[name] });
  }
  ids['rule draft'] = await make('rules', { _status: 'draft' });
  const whole = { title: 'Aviso', clauses: [{ key: 'one', text: 'Texto' }] };
  ids['disclaimer translated'] = await make('disclaimers');
  const { clauses } = await house.payload.findByID({
    ...{ ...writing, collection: 'disclaimers', id: ids['disclaimer translated'] },
  });
  const translated = { ...whole, clauses: [{ ...clauses[0], text: 'Texto' }], _status: 'published' };
  await change('disclaimers', ids['disclaimer translated'], translated, { locale: 'es' });
  ids['disclaimer half'] = await make('disclaimers');
  const half = { collection: 'disclaimers', locale: 'all' } as const;
  const row = await house.payload.db.findOne<Data & { id: string }>({
    ...half,
    where: { id: { equals: ids['disclaimer half'] } },
  });
  const data = { ...row, title: { en: 'In English', es: 'Sin cláusulas' } };
  await house.payload.db.updateOne({ collection: 'disclaimers', data, id: ids['disclaimer half'] });
}

const statesOf: Record<string, string> = { ended: 'WA', endsNow: 'OR', holds: 'NV', toCome: 'AZ' };

async function makeKeptBack(): Promise<void> {
  ids.keptBack = await make('topics', { live: false });
  ids.takenDown = await make('topics');
  await change('topics', ids.takenDown, { live: false });
  ids.unsaid = await make('topics');
  await house.payload.db.updateOne({ collection: 'topics', data: { live: null }, id: ids.unsaid });
  ids.liveTopic = await make('topics', { title: 'A topic' });
  ids.image = await makeImage({ alt: 'An image' });
  ids.imageKeptBack = await makeImage({ live: false });
  ids.hiddenSite = await make('sites', { slug: 'port-site-kept-back', live: false });
}

beforeAll(async () => {
  house = await openHouse();
  references = { site: '', service: '' };
  references.site = await make('sites', { slug: 'port-site' });
  references.service = await make('services', { slug: 'port-service' });
  await makeArticles();
  await makeDated();
  await makeKeptBack();
  await make('redirects', { from: '/port/from', to: '/port/to' });
  ids.redirectGone = await make('redirects', { from: '/port/gone', to: '/port/to' });
  await house.payload.delete({ ...writing, collection: 'redirects', id: ids.redirectGone });
});
afterAll(() => house.close());

type Open = (locale: Locale, at?: string) => Promise<Documents>;

const published: Open = async (locale, at = now) => new PublishedDocuments(house.payload, locale, at);
const ledger: Open = async (locale, at = now) => {
  const position = await latestPosition(house.payload);
  return new LedgerDocuments(house.payload, locale, { at, position });
};

/** As many pages at once read them. */
const shared: Open = async (locale, at = now) => new SharedDocuments(await published(locale, at));

const idOf = (name: string) => ids[name] ?? name;
const idsOf = (docs: Iterable<{ id: string }>) => new Set([...docs].map(({ id }) => id));
const named = (...names: string[]) => new Set(names.map(idOf));

describe.each([
  ['published rows', published],
  ['ledger', ledger],
  ['rows, shared by many pages', shared],
])('documents from the %s', (_store, open) => {
  const articleAt = async (slug: string, locale: Locale = 'en') =>
    (await (await open(locale)).content('articles', { slug }))[0];

  it('are there as they are published, not as somebody drafts them', async () => {
    expect(await articleAt('port-published')).toMatchObject({ id: ids.published, title: 'Published' });
  });

  it.each(['draft', 'unpublished', 'trashed', 'deleted'])('are not there when %s', async (state) => {
    expect(await articleAt(`port-${state}`)).toBeUndefined();
    const documents = await open('en');
    expect(await documents.content('articles', { ids: [idOf(state)] })).toEqual([]);
    expect((await documents.byIds('articles', [idOf(state), idOf('published')])).size).toBe(1);
  });

  it('are there in a language when they have a title in it, and fall back on no other', async () => {
    expect(await articleAt('port-published', 'es')).toBeUndefined();
    const spanish = await articleAt('port-both', 'es');
    expect(spanish).toMatchObject({ title: 'En español' });
    expect(spanish?.summary ?? null).toBeNull();
    expect(await articleAt('port-both', 'en')).toMatchObject({ summary: 'Only in English' });
  });

  it('hold the fields that pages read and no other', async () => {
    const found = await articleAt('port-both');
    expect(found).not.toHaveProperty('createdAt');
    expect(found).not.toHaveProperty('_status');
    const links = await (await open('en')).byIds('articles', [idOf('both')]);
    expect(links.get(idOf('both'))).not.toHaveProperty('body');
  });

  it('are not there while they are kept back', async () => {
    const documents = await open('en');
    const topics = await documents.byIds(
      'topics',
      ['keptBack', 'takenDown', 'unsaid', 'liveTopic'].map(idOf),
    );
    expect(idsOf(topics.values())).toEqual(named('liveTopic'));
    expect(await documents.site('port-site-kept-back')).toBeNull();
    expect(await documents.site('port-site')).toMatchObject({ id: references.site });
  });

  it('say where the file of an image is', async () => {
    const images = await (await open('en')).byIds('media', [idOf('image'), idOf('imageKeptBack')]);
    expect([...images.keys()]).toEqual([ids.image]);
    expect(images.get(idOf('image'))?.url).toMatch(/\/api\/media\/file\/port.*\.png$/);
  });

  it('are there before they begin, and no more once they have ended', async () => {
    const documents = await open('en');
    const all = (kind: string) =>
      ['ended', 'endsNow', 'holds', 'toCome'].map((name) => idOf(`${kind} ${name}`));
    const disclaimers = await documents.disclaimers(all('disclaimer'));
    expect(idsOf(disclaimers)).toEqual(named('disclaimer holds', 'disclaimer toCome'));
    const rows = await documents.availabilityOf([references.service]);
    expect(rows.map(({ state }) => state)).toEqual(['AZ', 'NV']);
    const own = new Set([...all('rule'), idOf('rule draft')]);
    const rules = (await documents.rules()).filter(({ id }) => own.has(id));
    expect(idsOf(rules)).toEqual(named('rule holds', 'rule toCome'));
  });

  it('are judged by the moment asked for', async () => {
    const rows = await (await open('en', '1999-01-01T00:00:00.000Z')).availabilityOf([references.service]);
    expect(rows.map(({ state }) => state)).toEqual(['AZ', 'NV', 'OR', 'WA']);
    const later = await (await open('en', future)).availabilityOf([references.service]);
    expect(later.map(({ state }) => state)).toEqual(['AZ']);
  });

  it('come in English where a disclaimer has not been translated whole', async () => {
    const asked = ['disclaimer translated', 'disclaimer half', 'disclaimer holds'];
    const found = await (await open('es')).disclaimers(asked.map(idOf));
    const localeOf = new Map(found.map(({ id, locale }) => [id, locale]));
    expect(asked.map((name) => localeOf.get(idOf(name)))).toEqual(['es', 'en', 'en']);
  });

  it('know where a path has moved', async () => {
    const documents = await open('es');
    expect(await documents.redirect(references.site, '/port/from')).toMatchObject({ to: '/port/to' });
    expect(await documents.redirect(references.site, '/port/gone')).toBeNull();
    expect(await documents.redirect(await house.idOf('sites', 'brightpath'), '/port/from')).toBeNull();
  });
});

describe('the ledger', () => {
  it('has nothing to say of what was redacted, and what it had to say of all else', async () => {
    const id = await make('articles', { slug: 'port-redacted', title: 'A name that had to go' });
    const first = await latestPosition(house.payload);
    await change('articles', id, { title: 'Without it', _status: 'published' });
    await house.payload.db.updateMany({
      ...{ collection: 'publications', data: { snapshot: null }, where: { position: { equals: first } } },
    });
    const titles = async (position: number) => {
      const documents = new LedgerDocuments(house.payload, 'en', { at: now, position });
      return (await documents.content('articles', { ids: [id, idOf('both')] })).map(({ title }) => title);
    };
    expect(await titles(first)).toEqual(['In English']);
    expect(new Set(await titles(first + 1))).toEqual(new Set(['In English', 'Without it']));
    expect(await titles(first - 1)).toEqual(['In English']);
  });
});

describe('reading while others publish', () => {
  const publish = () => make('topics');
  const read = <T>(ask: (documents: Documents) => Promise<T>) =>
    readAt({ locale: 'en', payload: house.payload }, ask);

  it('begins again when something was published before it failed', async () => {
    let asked = 0;
    const ask = async () => {
      asked += 1;
      if (asked > 1) return 'whole';
      await publish();
      throw new Error('What it began with is gone.');
    };
    expect(await read(ask)).toEqual({ answer: 'whole', position: await latestPosition(house.payload) });
    expect(asked).toBe(2);
  });

  it('reads the ledger where publishing never ends', async () => {
    const stores: string[] = [];
    const answer = await read(async (documents) => {
      stores.push(documents.constructor.name);
      await publish();
      if (documents instanceof PublishedDocuments) throw new Error('What it began with is gone.');
      return documents.locale;
    });
    expect(answer.answer).toBe('en');
    expect(stores).toEqual([...Array(3).fill('PublishedDocuments'), 'LedgerDocuments']);
  });

  it('fails at once, with what was thrown, while nothing is published', async () => {
    let asked = 0;
    const ask = () => {
      asked += 1;
      return Promise.reject(new Error('There is no such page.'));
    };
    await expect(read(ask)).rejects.toThrow('There is no such page.');
    expect(asked).toBe(1);
  });
});

describe('all stores', () => {
  it.each(locales)('answer alike whatever they are asked, in %s', async (locale) => {
    const shelves = await readShelves(house.payload);
    for (const at of [longAgo, now, future]) {
      const expected = await askEverything(await published(locale, at), shelves);
      for (const other of [ledger, shared]) {
        expect([...(await askEverything(await other(locale, at), shelves))]).toEqual([...expected]);
      }
      expect(expected.size).toBeGreaterThan(50);
    }
  });

  it.each(locales)('give pages that are equal to the byte, in %s', async (locale) => {
    const pages = await readShelves(house.payload);
    const stores = [await published(locale), await ledger(locale), await shared(locale)] as const;
    let found = 0;
    for (const [path, siteSlug] of pathsOf(pages)) {
      const [one, ...others] = await Promise.all(stores.map((each) => pageOf(each, siteSlug, path)));
      expect(new Set(others)).toEqual(new Set([one]));
      if (one) found += 1;
    }
    expect(found).toBeGreaterThan(locale === 'en' ? 30 : 5);
  });
});

const usual: Record<PageKind, string> = { articles: '/resources', faqs: '/faqs', misconceptions: '/myths' };

function pathsOf(shelves: Awaited<ReturnType<typeof readShelves>>): [path: string, site: string][] {
  const paths = Object.entries(usual).flatMap(([kind, prefix]) =>
    (shelves[kind] ?? []).map(({ slug }) => `${prefix}/${slug}`),
  );
  return ['harbor-therapy', 'brightpath'].flatMap((site) =>
    paths.map((path): [string, string] => [path, site]),
  );
}

async function pageOf(documents: Documents, siteSlug: string, path: string): Promise<string | null> {
  const site = await documents.site(siteSlug);
  const loaded = site && (await loadPage(documents, { path, site }));
  return loaded && JSON.stringify(await composePage(loaded, { at: now, forms: bodyForms }));
}
