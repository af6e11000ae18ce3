/** Fills the database of DATA_DIR through the Local API, like any writer: `fill.js ARTICLES FAQS`. Goes on where it was cut off. */
import type { Payload } from 'payload';
import { administrator } from '../asking/editor.js';
import { type Filled, makerOf } from './articles.js';
import { importProduct, openProduct } from './openProduct.js';

interface Transactions {
  inTransaction(payload: Payload, work: (place: { req: object }) => Promise<void>): Promise<void>;
}

/** As many as product code writes at once. */
const together = 25;

async function addAdministrator(payload: Payload): Promise<void> {
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true });
  if (totalDocs > 0) return;
  await payload.create({
    collection: 'users',
    data: { ...administrator, name: 'Bench', role: 'administrator', invite: false },
    depth: 0,
    overrideAccess: true,
  });
}

/** How many of ours there are already. */
async function countOf(payload: Payload, collection: Filled): Promise<number> {
  const { totalDocs } = await payload.count({
    collection,
    overrideAccess: true,
    where: { slug: { like: 'bench-' } },
  });
  return totalDocs;
}

async function fill(payload: Payload, collection: Filled, wanted: number): Promise<void> {
  const { inTransaction } = await importProduct<Transactions>('src/database/inTransaction');
  const make = await makerOf(payload, collection);
  const begunAt = Date.now();
  const first = (await countOf(payload, collection)) + 1;
  for (let start = first; start <= wanted; start += together) {
    await inTransaction(payload, async ({ req }) => {
      for (let count = start; count < start + together && count <= wanted; count += 1) {
        await payload.create({
          ...{ collection, data: make(count) as never, depth: 0, locale: 'en', overrideAccess: true, req },
        });
      }
    });
    if (start % 1_000 < together && start > first)
      console.log(`    ${start} of ${wanted} ${collection}, ${Math.round((Date.now() - begunAt) / 1_000)} s`);
  }
}

const [articles = 0, faqs = 0] = process.argv.slice(2).map(Number);
const { payload } = await openProduct();
const { loadDemoContent } = await importProduct<{
  loadDemoContent(options: { payload: Payload; settings: { demoContent: boolean } }): Promise<void>;
}>('src/demo/loadDemoContent');
await loadDemoContent({ payload, settings: { demoContent: true } });
await addAdministrator(payload);
await fill(payload, 'faqs', faqs);
await fill(payload, 'articles', articles);
await payload.destroy();
process.send?.('filled');
process.disconnect();
