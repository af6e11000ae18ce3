/** Articles and FAQs for a database of any size: the demo's own, again and again under other names, blocks and sources included. */
import type { FlattenedField, Payload } from 'payload';
import { importProduct } from './openProduct.js';

interface DemoRecord {
  origin: string;
  slug: string;
  fields: Record<string, unknown>;
}

type Fields = Record<string, unknown>;

interface Demo {
  readContent: {
    readArticles(): Promise<DemoRecord[]>;
    readRecords(collection: string): Promise<DemoRecord[]>;
  };
  toDocument: {
    toDocument(
      fields: FlattenedField[],
      record: Fields,
      place: { origin: string; locale: 'en' },
    ): Promise<Fields>;
  };
  ids: { demoId(collection: string, slug: string): string };
}

export type Filled = 'articles' | 'faqs';

const titles = { articles: 'title', faqs: 'question' } as const;

/** Names the n-th document of a collection in the database, n from 1. */
export const slugOf = (collection: Filled, count: number): string =>
  `bench-${collection === 'articles' ? 'article' : 'faq'}-${String(count).padStart(5, '0')}`;

/** Makes the data of the n-th document, its id included. */
export type Maker = (count: number) => Fields;

async function templatesOf(payload: Payload, collection: Filled, demo: Demo): Promise<Fields[]> {
  const { readArticles, readRecords } = demo.readContent;
  const records = collection === 'articles' ? await readArticles() : await readRecords(collection);
  const fields = payload.collections[collection]?.config.flattenedFields ?? [];
  const place = (origin: string) => ({ origin, locale: 'en' as const });
  return Promise.all(
    records.map((each) => demo.toDocument.toDocument(fields, each.fields, place(each.origin))),
  );
}

/** Reads the demo's records once. */
export async function makerOf(payload: Payload, collection: Filled): Promise<Maker> {
  const demo: Demo = {
    readContent: await importProduct('src/demo/readContent'),
    toDocument: await importProduct('src/demo/toDocument'),
    ids: await importProduct('src/demo/demoId'),
  };
  const templates = await templatesOf(payload, collection, demo);
  return (count) => {
    const template = templates[count % templates.length] as Fields;
    const title = titles[collection];
    const slug = slugOf(collection, count);
    const day = new Date(Date.UTC(2026, 0, 1) + count * 60_000).toISOString();
    return {
      ...structuredClone(template),
      ...{ [title]: `${String(template[title])} (${count})`, id: demo.ids.demoId(collection, slug), slug },
      ...{ publishedAt: day, _status: 'published' },
    };
  };
}
