/** Every kind of write moves what was made of what it writes, before the writer gets an answer. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { inTransaction } from '../../src/database/inTransaction.js';
import { rebuildLedger } from '../../src/publishing/ledger/rebuildLedger.js';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type Heard, hear } from '../helpers/heard.js';
import { type House, openHouse } from '../helpers/house.js';

jest.setTimeout(600_000);

let house: House;
let heard: Heard;
let administrator: Asking;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  heard = await hear(house);
  administrator = asking(house, await house.person('administrator'));
  // making its schema can take longer than an answer may
  for (let status = 503; status === 503; ) ({ status } = await administrator.graphql('{ __typename }'));
});
afterAll(() => house.close());

const isMongo = Boolean(process.env.TEST_MONGODB_URI);
function next(): string {
  count += 1;
  return `heard-${count}`;
}

async function makeTopic(): Promise<string> {
  const slug = next();
  const { body } = await administrator
    .post('/api/topics', { kind: 'condition', slug, title: slug })
    .expect(201);
  return body.doc.id;
}

async function makeFaq(more: object = {}): Promise<string> {
  const slug = next();
  const data = { answer: paragraph(slug), question: slug, slug, _status: 'published', ...more };
  const { body } = await administrator.post('/api/faqs', data).expect(201);
  return body.doc.id;
}

type Write = (id: string) => Promise<unknown>;
const adapter = () => house.payload.db;
const topics = { collection: 'topics' } as const;
const where = (id: string) => ({ id: { equals: id } });

describe('a document and its collection move', () => {
  it.each<[how: string, write: Write]>([
    ['changed over REST', (id) => administrator.patch(`/api/topics/${id}`, { title: next() }).expect(200)],
    [
      'changed in GraphQL',
      (id) =>
        administrator
          .graphql(`mutation { updateTopic(id: "${id}", data: { title: "${next()}" }) { id } }`)
          .expect(200),
    ],
    [
      'changed in bulk',
      (id) => administrator.patch(`/api/topics?where[id][in]=${id}`, { title: next() }).expect(200),
    ],
    [
      'changed through the adapter',
      (id) => adapter().updateOne({ ...topics, data: { slug: next() }, id, locale: 'en' }),
    ],
    [
      'changed through the adapter, many',
      (id) => adapter().updateMany({ ...topics, data: { slug: next() }, locale: 'en', where: where(id) }),
    ],
    [
      'upserted',
      (id) => adapter().upsert({ ...topics, data: { slug: next() }, locale: 'en', where: where(id) }),
    ],
    [
      'changed in a transaction',
      (id) =>
        inTransaction(house.payload, ({ req }) =>
          adapter().updateOne({ ...topics, data: { slug: next() }, id, locale: 'en', req }),
        ),
    ],
    ['deleted over REST', (id) => administrator.delete(`/api/topics/${id}`).expect(200)],
    ['deleted through the adapter', (id) => adapter().deleteOne({ ...topics, where: where(id) })],
    ['deleted through the adapter, many', (id) => adapter().deleteMany({ ...topics, where: where(id) })],
  ])('%s', async (_how, write) => {
    for (const tagOf of [() => 'topics', (id: string) => `topics/${id}`]) {
      const id = await makeTopic();
      expect(await heard.moves(tagOf(id), () => write(id))).toBe(true);
    }
  });

  it.each<[how: string, write: Write]>([
    ['taken down', (id) => administrator.patch(`/api/faqs/${id}`, { _status: 'draft' }).expect(200)],
    [
      'put in the trash',
      (id) => administrator.patch(`/api/faqs/${id}`, { deletedAt: new Date().toISOString() }).expect(200),
    ],
    [
      'brought back to a former version',
      async (id) => {
        const { docs } = await house.payload.findVersions({
          collection: 'faqs',
          limit: 1,
          overrideAccess: true,
          where: { parent: { equals: id } },
        });
        await administrator.post(`/api/faqs/versions/${docs[0]?.id}`).expect(200);
      },
    ],
  ])('%s', async (_how, write) => {
    const id = await makeFaq();
    expect(await heard.moves(`faqs/${id}`, () => write(id))).toBe(true);
  });

  it('when one is made', async () => {
    expect(await heard.moves('topics', makeTopic)).toBe(true);
  });

  it('also when it all came to nothing', async () => {
    const id = await makeTopic();
    const fails = inTransaction.bind(null, house.payload, async ({ req }) => {
      await adapter().updateOne({ ...topics, data: { slug: next() }, id, locale: 'en', req });
      throw new Error('on purpose');
    });
    expect(await heard.moves(`topics/${id}`, () => fails().catch(() => undefined))).toBe(true);
  });
});

describe('what nobody wrote moves', () => {
  it('when the document at the other end of a relation is deleted past every hook', async () => {
    const topic = await makeTopic();
    const faq = await makeFaq({ topics: [topic] });
    const told = await heard.ask(`/api/faqs/${faq}`);
    const list = await heard.ask('/api/faqs?limit=100');
    await adapter().deleteOne({ ...topics, where: where(topic) });
    expect([heard.isFresh(told), heard.isFresh(list)]).toEqual([false, false]);
  });

  it('when derived tables of the ledger are made anew', async () => {
    const told = await heard.ask('/api/pages/brightpath/resources/nothing-here');
    const { docs } = await adapter().find<{ id: string }>({
      collection: 'publication-spans' as 'topics',
      limit: 1,
      pagination: false,
    });
    await adapter().updateOne({
      collection: 'publication-spans' as 'topics',
      data: { contentHash: 'wrong' },
      id: docs[0]?.id ?? '',
    });
    expect((await rebuildLedger(house.payload)).corrected).toBe(1);
    expect(heard.isFresh(told)).toBe(false);
  });
});

describe('what readers do not see moves nothing', () => {
  it.each<[what: string, write: (id: string) => Promise<unknown>]>([
    [
      'a draft of what is public',
      (id) => administrator.patch(`/api/faqs/${id}?draft=true`, { question: next() }).expect(200),
    ],
    ['a person who signs in', () => house.person('editor')],
  ])('%s', async (_what, write) => {
    const id = await makeFaq();
    expect(await heard.moves('faqs', () => write(id))).toBe(false);
  });
});

describe('a commit of which nobody knows how it ended', () => {
  it(
    isMongo ? 'keeps the front from answering from memory until it is over' : 'moves what it wrote',
    async () => {
      const { moveListener } = await import('../../src/freshness/moves.js');
      const id = await makeTopic();
      const since = heard.generations.now();
      void moveListener.ended?.('unknown', [{ collection: 'topics', id }], adapter(), 'any');
      expect(heard.generations.isDark()).toBe(isMongo);
      expect(heard.generations.isFresh([], heard.generations.now())).toBe(!isMongo);
      expect(heard.generations.now()).not.toBe(since);
      if (isMongo) heard.generations.lighten();
    },
  );
});
