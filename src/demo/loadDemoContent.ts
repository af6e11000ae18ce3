// Loads the demo content into an empty database, through the Local API like any writer. Loading again changes nothing;
// a load that was cut off goes on where it stopped.
import type { CollectionSlug, Payload } from 'payload';
import type { CollectionKey } from '../../collections/access/accessTable.js';
import { hasDrafts } from '../../collections/defineCollection.js';
import type { Settings } from '../config.js';
import { demoId } from './demoId.js';
import { type Drawing, drawImage } from './drawImage.js';
import { type DemoRecord, type Fields, readArticles, readRecords } from './readContent.js';
import { toDocument } from './toDocument.js';

interface LoadOptions {
  payload: Payload;
  settings: Pick<Settings, 'demoContent'>;
  /** Told what is being loaded, for people who wait. */
  onProgress?: (message: string) => void;
}

/** What refers to others comes after them. */
const order: CollectionKey[] = [
  'sites',
  'media',
  'people',
  'topics',
  'categories',
  'sources',
  'glossary-terms',
  'calls-to-action',
  'services',
  'licenses',
  'availability',
  'disclaimers',
  'rules',
  'claims',
  'notices',
  'articles',
  'faqs',
  'misconceptions',
  'redirects',
];

/** FAQs link to articles, so articles that show FAQs come after them. */
const showsFaqs = ({ fields }: DemoRecord) => /^::faqs\{/m.test(String(fields.body));

/** Links that go round in a circle are set once both ends stand. */
const setLater: Partial<Record<CollectionKey, string>> = { 'calls-to-action': 'service' };

const marker = 'demo-content';
/** What the ledger says of it. */
const context = { publicationReason: 'Demo content.' };
type Mark = { state: 'loading' | 'loaded' };

async function isEmpty(payload: Payload): Promise<boolean> {
  const [sites, articles] = await Promise.all(
    (['sites', 'articles'] as const).map((collection) => payload.count({ collection, overrideAccess: true })),
  );
  return sites?.totalDocs === 0 && articles?.totalDocs === 0;
}

async function exists(payload: Payload, collection: CollectionSlug, id: string): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection,
    overrideAccess: true,
    where: { id: { equals: id } },
  });
  return totalDocs > 0;
}

const published = (collection: CollectionKey) =>
  hasDrafts(collection) ? { _status: 'published' as const } : {};

async function imageFile({ fields }: DemoRecord) {
  const data = await drawImage(fields.draw as Drawing);
  return { data, mimetype: 'image/png', name: String(fields.file), size: data.length };
}

/** What the collection stores of a record; the rest is for the loader alone. */
function storedFields(collection: CollectionKey, fields: Fields): Fields {
  const { draw, file, ...rest } = fields;
  const later = setLater[collection];
  return later ? Object.fromEntries(Object.entries(rest).filter(([name]) => name !== later)) : rest;
}

class Loader {
  constructor(private readonly payload: Payload) {}

  private fieldsOf(collection: CollectionKey) {
    return this.payload.collections[collection].config.flattenedFields;
  }

  async load(collection: CollectionKey, record: DemoRecord): Promise<void> {
    const id = demoId(collection, record.slug);
    if (await exists(this.payload, collection, id)) return;
    const place = { origin: record.origin, locale: 'en' as const };
    const data = await toDocument(this.fieldsOf(collection), storedFields(collection, record.fields), place);
    const created = await this.payload.create({
      collection,
      context: { ...context },
      data: { ...data, id, ...published(collection) } as never,
      depth: 0,
      locale: 'en',
      overrideAccess: true,
      ...(collection === 'media' ? { file: await imageFile(record) } : {}),
    });
    if (record.spanish) await this.translate(collection, id, record, created as unknown as Fields);
  }

  private async translate(
    collection: CollectionKey,
    id: string,
    record: DemoRecord,
    stored: Fields,
  ): Promise<void> {
    const place = { origin: record.origin, locale: 'es' as const, stored };
    const data = await toDocument(this.fieldsOf(collection), record.spanish ?? {}, place);
    await this.payload.update({
      collection,
      context: { ...context },
      id,
      data: { ...data, ...published(collection) } as never,
      depth: 0,
      locale: 'es',
      overrideAccess: true,
    });
  }

  async closeCircle(collection: CollectionKey, field: string, record: DemoRecord): Promise<void> {
    const value = record.fields[field];
    if (value === undefined) return;
    const place = { origin: record.origin, locale: 'en' as const };
    const data = await toDocument(this.fieldsOf(collection), { [field]: value }, place);
    const id = demoId(collection, record.slug);
    await this.payload.update({
      collection,
      context: { ...context },
      id,
      data: data as never,
      depth: 0,
      locale: 'en',
      overrideAccess: true,
    });
  }
}

const recordsOf = (collection: CollectionKey) =>
  collection === 'articles' ? readArticles() : readRecords(collection);

/** Loads what is missing. Does nothing in a database that has content of its own. */
export async function loadDemoContent({ onProgress = () => {}, payload }: LoadOptions): Promise<void> {
  const mark = (await payload.kv.get(marker)) as Mark | null;
  if (mark?.state === 'loaded' || (!mark && !(await isEmpty(payload)))) return;
  await payload.kv.set(marker, { state: 'loading' });
  const loader = new Loader(payload);
  for (const collection of order) {
    const records = await recordsOf(collection);
    onProgress(`Demo content: ${records.length} ${collection} …`);
    for (const record of records.filter((each) => !showsFaqs(each))) await loader.load(collection, record);
  }
  for (const record of await readArticles()) await loader.load('articles', record);
  for (const [collection, field] of Object.entries(setLater)) {
    for (const record of await recordsOf(collection as CollectionKey)) {
      await loader.closeCircle(collection as CollectionKey, field, record);
    }
  }
  await payload.kv.set(marker, { state: 'loaded' });
}
