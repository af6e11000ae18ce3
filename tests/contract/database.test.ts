/**
 * What Payload must be able to rely on, on each database: writes in parallel, isolation, rollback, unique values, retries.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { retryWriteConflicts } from '../../src/database/retryWriteConflicts.js';
import { createRequest, type FixturePayload, openMongodb, openSqlite } from './fixture/openPayload.js';

const mongodbUri = process.env.TEST_MONGODB_URI;
const databases = [
  { name: 'SQLite', open: () => openSqlite(), isSkipped: false },
  { name: 'MongoDB', open: () => openMongodb(mongodbUri as string), isSkipped: !mongodbUri },
];

const writing = { depth: 0, overrideAccess: true } as const;
let counter = 0;

for (const { name, open, isSkipped } of databases) {
  const title = isSkipped
    ? `the database contract on ${name} (skipped: TEST_MONGODB_URI is not set)`
    : `the database contract on ${name}`;
  (isSkipped ? describe.skip : describe)(title, () => {
    let payload: FixturePayload;
    let close: () => Promise<void>;

    beforeAll(async () => {
      ({ payload, close } = await open());
    });
    afterAll(() => close());

    function createArticle(data: Record<string, unknown> = {}) {
      counter += 1;
      return payload.create({
        collection: 'articles',
        data: {
          title: `Title ${counter}`,
          slug: `slug-${counter}`,
          steps: [{ text: 'one' }, { text: 'two' }],
          ...data,
        },
        ...writing,
      });
    }

    function publish(id: string, title: string) {
      return retryWriteConflicts(() =>
        payload.update({ collection: 'articles', id, data: { title, _status: 'published' }, ...writing }),
      );
    }

    const countArticles = async (where: object) =>
      (await payload.count({ collection: 'articles', where, ...writing })).totalDocs;

    async function readPositions(): Promise<number[]> {
      const { docs } = await payload.find({ collection: 'log', sort: 'position', limit: 0, ...writing });
      return docs.map((doc) => Number(doc.position));
    }

    it('publishes twenty different documents at once, each with one entry in an unbroken log', async () => {
      const drafts = await Promise.all(
        Array.from({ length: 20 }, () => retryWriteConflicts(() => createArticle())),
      );
      const before = await readPositions();
      const published = await Promise.all(drafts.map(({ id }) => publish(id, 'Live')));
      expect(published.map((doc) => doc._status)).toEqual(Array(20).fill('published'));
      const positions = await readPositions();
      expect(positions).toHaveLength(before.length + 20);
      expect(positions).toEqual(positions.map((_, index) => index + 1));
    });

    it('publishes one document twenty times at once without losing a publication', async () => {
      const { id } = await createArticle();
      const before = await readPositions();
      const titles = Array.from({ length: 20 }, (_, index) => `Version ${index}`);
      await Promise.all(titles.map((title) => publish(id, title)));
      expect(await readPositions()).toHaveLength(before.length + 20);
      const doc = await payload.findByID({ collection: 'articles', id: id, ...writing });
      expect(titles).toContain(doc.title);
      expect(doc.steps).toHaveLength(2);
    });

    it('leaves nothing of work that fails after its writes', async () => {
      const before = await readPositions();
      const req = await createRequest(payload, undefined, { failAfterLog: true });
      const data = { title: 'Gone', slug: 'gone', _status: 'published', steps: [{ text: 'gone' }] };
      await expect(payload.create({ collection: 'articles', data, req, ...writing })).rejects.toThrow(
        'failed after its writes',
      );
      expect(await countArticles({ slug: { equals: 'gone' } })).toBe(0);
      expect(await readPositions()).toEqual(before);
      const versions = await payload.findVersions({
        collection: 'articles',
        where: { 'version.slug': { equals: 'gone' } },
        ...writing,
      });
      expect(versions.docs).toEqual([]);
    });

    it('hides what is not committed from everybody else, and shows it afterwards', async () => {
      const transaction = (await payload.db.beginTransaction()) as string;
      const req = await createRequest(payload, transaction);
      await payload.create({ collection: 'topics', data: { name: 'hidden' }, req, ...writing });
      const count = async (options: object) =>
        (
          await payload.count({
            collection: 'topics',
            where: { name: { equals: 'hidden' } },
            ...writing,
            ...options,
          })
        ).totalDocs;
      expect(await count({ req })).toBe(1);
      expect(await count({})).toBe(0);
      await payload.db.commitTransaction(transaction);
      expect(await count({})).toBe(1);
    });

    it('names the field when a slug is taken', async () => {
      await createArticle({ slug: 'taken' });
      await expect(createArticle({ slug: 'taken' })).rejects.toMatchObject({
        name: 'ValidationError',
        data: { errors: [{ path: 'slug' }] },
      });
    });

    it('gives documents UUIDs that other documents can refer to', async () => {
      const topic = await payload.create({ collection: 'topics', data: { name: 'ptsd' }, ...writing });
      expect(topic.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);
      const { id } = await createArticle({ topics: [topic.id] });
      const where = { 'topics.name': { equals: 'ptsd' } };
      const { docs } = await payload.find({ collection: 'articles', where, ...writing });
      expect(docs.map((doc) => doc.id)).toEqual([id]);
    });

    it('keeps the text of each locale apart', async () => {
      const { id } = await createArticle({ title: 'Hello' });
      await payload.update({
        collection: 'articles',
        id: id,
        data: { title: 'Hola' },
        locale: 'es',
        ...writing,
      });
      const doc = await payload.findByID({ collection: 'articles', id: id, locale: 'all', ...writing });
      expect(doc.title).toEqual({ en: 'Hello', es: 'Hola' });
    });

    it('signs a person in while somebody else is in the middle of a write', async () => {
      const account = {
        email: `editor-${name}@example.org`.toLowerCase(),
        password: 'correct horse battery',
      };
      await payload.create({ collection: 'users', data: account, ...writing });
      const transaction = (await payload.db.beginTransaction()) as string;
      const req = await createRequest(payload, transaction);
      await payload.create({ collection: 'topics', data: { name: 'in progress' }, req, ...writing });
      const signIn = payload.login({ collection: 'users', data: account, overrideAccess: true });
      await new Promise((resolve) => setTimeout(resolve, 50));
      await payload.db.commitTransaction(transaction);
      expect((await signIn).user).toMatchObject({ email: account.email });
    });
  });
}
