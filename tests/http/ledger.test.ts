/** Whatever becomes public, changes or goes dark is recorded once, through whichever door; what does not, is not. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLocalReq, type PayloadRequest } from 'payload';
import { inTransaction } from '../../src/database/inTransaction.js';
import { appendRecord } from '../../src/publishing/ledger/appendRecord.js';
import { latestPosition, positionAt } from '../../src/publishing/ledger/positions.js';
import {
  contentHashOf,
  firstPreviousHash,
  hashOf,
  type Publication,
  type PublicationDraft,
} from '../../src/publishing/ledger/record.js';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
let editor: Asking;

beforeAll(async () => {
  house = await openHouse();
  editor = asking(house, await house.person('editor'));
});
afterAll(() => house.close());

type Doc = Record<string, unknown> & { id: string };

let count = 0;
const fresh = (words: string) => {
  count += 1;
  return `${words} ${count}`;
};

async function recordsAfter(position: number): Promise<Publication[]> {
  const { docs } = await house.payload.db.find<Publication>({
    collection: 'publications',
    pagination: false,
    sort: 'position',
    where: { position: { greater_than: position } },
  });
  return docs;
}

/** What a piece of work appended to the ledger. */
async function recorded(work: () => PromiseLike<unknown>): Promise<Publication[]> {
  const before = await latestPosition(house.payload);
  await work();
  return recordsAfter(before);
}

const briefly = (records: Publication[]) => records.map(({ act, documentId }) => [act, documentId]);
const snapshotOf = ({ snapshot }: Publication): Doc => JSON.parse(snapshot ?? 'null');

/** The row that readers see, as the database has it. */
const rowOf = (collection: string, id: string): Promise<Doc | null> =>
  house.payload.db.findOne<Doc>({
    collection: collection as 'articles',
    locale: 'all',
    where: { id: { equals: id } },
  });

async function draft(more: Record<string, unknown> = {}): Promise<Doc> {
  const data = { title: fresh('A recorded article'), summary: 'S', body: paragraph('The text.'), ...more };
  return (await editor.post('/api/articles?draft=true', data).expect(201)).body.doc;
}

async function published(): Promise<Doc> {
  const { id } = await draft();
  return (await editor.patch(`/api/articles/${id}`, { _status: 'published' }).expect(200)).body.doc;
}

const graphql = (query: string) => editor.post('/api/graphql', { query }).expect(200);

const local = { collection: 'articles', depth: 0, locale: 'en', overrideAccess: true } as const;

describe('what an editor does over REST', () => {
  it('is not recorded while it is a draft', async () => {
    const none = await recorded(async () => {
      const { id } = await draft();
      await editor.patch(`/api/articles/${id}?draft=true`, { title: fresh('Still a draft') }).expect(200);
      await editor.delete(`/api/articles/${id}`).expect(200);
    });
    expect(none).toEqual([]);
  });

  it('appends one record when it publishes, with the row as it stands, the person, the path and the languages', async () => {
    const { id, slug } = await draft();
    const [record, ...more] = await recorded(() =>
      editor.patch(`/api/articles/${id}`, { _status: 'published' }).expect(200),
    );
    expect(more).toEqual([]);
    expect(record).toMatchObject({
      ...{ act: 'publish', approvals: [], collectionSlug: 'articles', documentId: id },
      ...{ locales: ['en'], path: `/resources/${slug}` },
      actor: { kind: 'person', label: expect.stringContaining('editor') },
    });
    expect(snapshotOf(record as Publication)).toEqual(
      JSON.parse(JSON.stringify(await rowOf('articles', id))),
    );
    expect(record?.contentHash).toBe(contentHashOf(record?.snapshot ?? ''));
  });

  it('appends none when it saves and changes nothing, and the moment of the last change stays', async () => {
    const { id, title } = await published();
    const { updatedAt } = (await rowOf('articles', id)) as Doc;
    const none = await recorded(async () => {
      await editor.patch(`/api/articles/${id}`, { _status: 'published' }).expect(200);
      await editor.patch(`/api/articles/${id}`, { _status: 'published', title }).expect(200);
    });
    expect(none).toEqual([]);
    expect(await rowOf('articles', id)).toMatchObject({ updatedAt });
  });

  it('appends none when it publishes again what is public, and the draft between is overtaken', async () => {
    const { id, title } = await published();
    await editor.patch(`/api/articles/${id}?draft=true`, { title: fresh('Thought better of') }).expect(200);
    const none = await recorded(() =>
      editor.patch(`/api/articles/${id}`, { _status: 'published', title }).expect(200),
    );
    expect(none).toEqual([]);
    const { body: alone } = await editor.get(`/api/articles/${id}?draft=true`).expect(200);
    const { body: listed } = await editor.get(`/api/articles?draft=true&where[id][equals]=${id}`).expect(200);
    expect([alone.title, listed.docs[0].title]).toEqual([title, title]);
  });

  it('records none for a text with half a character: it is refused', async () => {
    const { id } = await draft({ body: paragraph('Whole and \\ud800.') });
    const half = { _status: 'published', body: paragraph('Half \ud800') };
    expect(await recorded(() => editor.patch(`/api/articles/${id}`, half).expect(400))).toEqual([]);
    const [record] = await recorded(() =>
      editor.patch(`/api/articles/${id}`, { _status: 'published' }).expect(200),
    );
    expect(record?.snapshot).toContain('Whole and \\\\ud800.');
  });

  it('appends one record for a change, for taking down, and for publishing again', async () => {
    const { id } = await published();
    const records = await recorded(async () => {
      await editor.patch(`/api/articles/${id}`, { _status: 'published', summary: 'Other' }).expect(200);
      await editor.patch(`/api/articles/${id}`, { _status: 'draft' }).expect(200);
      await editor.patch(`/api/articles/${id}`, { _status: 'published' }).expect(200);
      await editor.delete(`/api/articles/${id}`).expect(200);
    });
    expect(records.map(({ act }) => act)).toEqual(['change', 'unpublish', 'publish', 'delete']);
    expect(records[1]).toMatchObject({ contentHash: null, locales: [], snapshot: null });
    expect(records[3]?.path).toMatch(/^\/resources\//);
  });

  it('records a language at a time', async () => {
    const { id } = await published();
    const records = await recorded(async () => {
      const spanish = { _status: 'published', title: fresh('En español') };
      await editor.patch(`/api/articles/${id}?locale=es&draft=true`, { title: 'Otro' }).expect(200);
      await editor.patch(`/api/articles/${id}?locale=es`, spanish).expect(200);
    });
    expect(records).toMatchObject([{ act: 'change', locales: ['en', 'es'] }]);
  });

  it('records kinds that are published by saving, and what is kept back and let out', async () => {
    const records = await recorded(async () => {
      const { body } = await editor.post('/api/topics', { kind: 'condition', title: fresh('A topic') });
      await editor.patch(`/api/topics/${body.doc.id}`, { live: false }).expect(200);
      await editor.patch(`/api/topics/${body.doc.id}`, { title: fresh('Unseen') }).expect(200);
      await editor.patch(`/api/topics/${body.doc.id}`, { live: true }).expect(200);
      await editor.patch(`/api/topics/${body.doc.id}`, { live: true }).expect(200);
    });
    expect(records.map(({ act }) => act)).toEqual(['publish', 'unpublish', 'publish']);
  });

  it('records what is internal but decides what is public', async () => {
    const site = await house.idOf('sites', 'brightpath');
    const records = await recorded(() =>
      editor
        .post('/api/redirects', { from: `/old/${fresh('x').replaceAll(' ', '-')}`, site, to: '/new' })
        .expect(201),
    );
    expect(records).toMatchObject([{ act: 'publish', collectionSlug: 'redirects' }]);
  });
});

describe('other doors', () => {
  it('GraphQL records each change once', async () => {
    const { id } = await published();
    const records = await recorded(async () => {
      await graphql(
        `mutation { updateArticle(id: "${id}", data: { summary: "By GraphQL", _status: published }) { id } }`,
      );
      await graphql(`mutation { deleteArticle(id: "${id}") { id } }`);
    });
    expect(briefly(records)).toEqual([
      ['change', id],
      ['delete', id],
    ]);
  });

  it('a bulk update appends one record for each document that changed', async () => {
    const ids = [(await published()).id, (await published()).id];
    await house.payload.update({
      ...local,
      data: { summary: 'The same', _status: 'published' },
      id: ids[0] as string,
    });
    const records = await recorded(() =>
      editor
        .patch(`/api/articles?where[id][in]=${ids.join(',')}`, { _status: 'published', summary: 'The same' })
        .expect(200),
    );
    expect(briefly(records)).toEqual([['change', ids[1]]]);
  });

  it('a bulk update records what it wrote although it reports an error', async () => {
    const { id } = await published();
    const config = house.payload.collections.articles.config;
    const hooks = config.hooks.afterChange;
    config.hooks.afterChange = [
      () => {
        throw new Error('A hook that fails after the write.');
      },
    ];
    try {
      const records = await recorded(async () => {
        const result = await house.payload.update({
          ...local,
          data: { _status: 'published', summary: 'Written all the same' },
          where: { id: { equals: id } },
        });
        expect(result.errors).toHaveLength(1);
      });
      const row = await rowOf('articles', id);
      const isWritten = JSON.stringify(row).includes('Written all the same');
      expect(records).toHaveLength(isWritten ? 1 : 0);
      if (isWritten) expect(snapshotOf(records[0] as Publication)).toEqual(JSON.parse(JSON.stringify(row)));
    } finally {
      config.hooks.afterChange = hooks;
    }
  });

  it('restoring a version that was public is a change', async () => {
    const { id } = await published();
    await editor.patch(`/api/articles/${id}`, { _status: 'published', summary: 'Second' }).expect(200);
    const { body } = await editor.get(`/api/articles/versions?where[parent][equals]=${id}&sort=updatedAt`);
    const first = body.docs.find((each: { version: Doc }) => each.version._status === 'published');
    const records = await recorded(() => editor.post(`/api/articles/versions/${first.id}`, {}).expect(200));
    expect(briefly(records)).toEqual([['change', id]]);
  });

  it('trash takes down, and bringing back makes public', async () => {
    const { id } = await published();
    const trashed = { ...local, data: { deletedAt: new Date().toISOString() }, id };
    const records = await recorded(async () => {
      await house.payload.update(trashed);
      await house.payload.update({ ...trashed, data: { deletedAt: null }, trash: true });
    });
    expect(records.map(({ act }) => act)).toEqual(['unpublish', 'publish']);
  });

  it('says why, where the writer says so', async () => {
    const { id } = await draft();
    const [record] = await recorded(() =>
      house.payload.update({
        ...local,
        context: { publicationReason: 'Because it was due.' },
        data: { _status: 'published' },
        id,
      }),
    );
    expect(record).toMatchObject({ actor: { kind: 'system' }, reason: 'Because it was due.' });
  });
});

describe('writes that no hook sees', () => {
  it('are recorded when they go to the adapter itself, alone', async () => {
    const { id } = await published();
    const { db } = house.payload;
    const byId = { id: { equals: id } };
    const records = await recorded(async () => {
      await db.updateOne({ collection: 'articles', data: { changeNote: { en: 'One' } }, id });
      await db.updateOne({ collection: 'articles', data: { changeNote: { en: 'Two' } }, where: byId });
      await db.updateMany({ collection: 'articles', data: { changeNote: { en: 'Three' } }, where: byId });
      await db.upsert({ collection: 'articles', data: { changeNote: { en: 'Four' } }, where: byId });
      await db.deleteOne({ collection: 'articles', where: byId });
    });
    expect(records.map(({ act }) => act)).toEqual(['change', 'change', 'change', 'change', 'delete']);
    expect(snapshotOf(records[3] as Publication)).toHaveProperty('changeNote.en', 'Four');
  });

  it('are recorded when they find documents by something else than the id', async () => {
    const title = fresh('A topic of many');
    const { id } = (await editor.post('/api/topics', { kind: 'condition', title }).expect(201)).body.doc;
    const where = { 'title.en': { equals: title } };
    const records = await recorded(async () => {
      await house.payload.db.updateMany({ collection: 'topics', data: { kind: 'therapy' }, where });
      await house.payload.db.deleteMany({ collection: 'topics', where });
    });
    expect(briefly(records)).toEqual([
      ['change', id],
      ['delete', id],
    ]);
  });

  it('are recorded together when they share a transaction, and vanish with it', async () => {
    const [one, other] = [(await published()).id, (await published()).id];
    const { db } = house.payload;
    const write = async (end: 'commitTransaction' | 'rollbackTransaction', text: string) => {
      const req: PayloadRequest = await createLocalReq({}, house.payload);
      req.transactionID = (await db.beginTransaction()) as string;
      for (const id of [one, other, one]) {
        await db.updateOne({ collection: 'articles', data: { changeNote: { en: text } }, id, req });
      }
      await db[end](req.transactionID);
    };
    expect(await recorded(() => write('rollbackTransaction', 'Never'))).toEqual([]);
    expect(briefly(await recorded(() => write('commitTransaction', 'Both')))).toEqual([
      ['change', one],
      ['change', other],
    ]);
  });
});

describe('a record that cannot be appended', () => {
  it('takes the whole write down with it', async () => {
    const { id } = await published();
    const before = await rowOf('articles', id);
    const { db } = house.payload;
    const create = db.create;
    db.create = (async (args: Parameters<typeof create>[0]) => {
      if (args.collection === 'publications') throw new Error('The disk is full.');
      return create(args);
    }) as typeof create;
    try {
      const answer = await editor.patch(`/api/articles/${id}`, { _status: 'published', summary: 'Lost' });
      expect(answer.status).toBe(500);
      expect(JSON.stringify(answer.body)).not.toContain('disk');
      const bulk = house.payload.update({
        ...local,
        data: { _status: 'published', summary: 'Lost' },
        where: { id: { equals: id } },
      });
      await expect(bulk).rejects.toThrow();
    } finally {
      db.create = create;
    }
    expect(await rowOf('articles', id)).toEqual(before);
    const { body } = await editor.get(`/api/articles/versions?where[parent][equals]=${id}`).expect(200);
    expect(JSON.stringify(body)).not.toContain('Lost');
  });
});

describe('writers at the same time', () => {
  it('lose no record and leave no gap, on different documents and on one', async () => {
    const docs = await Promise.all(Array.from({ length: 12 }, () => draft()));
    const one = await published();
    const records = await recorded(() =>
      Promise.all([
        ...docs.map(({ id }) => editor.patch(`/api/articles/${id}`, { _status: 'published' }).expect(200)),
        ...docs.map((_doc, index) =>
          editor
            .patch(`/api/articles/${one.id}`, { _status: 'published', summary: `Version ${index}` })
            .expect(200),
        ),
      ]),
    );
    expect(records).toHaveLength(24);
    expect(records.filter(({ documentId }) => documentId === one.id)).toHaveLength(12);
  });
});

describe('people who read the ledger', () => {
  async function snapshotFor(authorization: string, collection: string): Promise<unknown> {
    const where = `where[collectionSlug][equals]=${collection}`;
    const { body } = await asking(house, authorization)
      .get(`/api/publications?${where}&limit=1&sort=position`)
      .expect(200);
    expect(body.docs[0]).toMatchObject({ collectionSlug: collection, hash: expect.any(String) });
    return body.docs[0].snapshot ?? null;
  }

  it('see the snapshots of what they may read in drafts, and of nothing else', async () => {
    const site = await house.idOf('sites', 'brightpath');
    const [compliance, anEditor, limited] = [
      await house.person('compliance'),
      await house.person('editor'),
      await house.person('editor', [site]),
    ];
    expect(await snapshotFor(compliance, 'licenses')).toEqual(expect.any(String));
    expect(await snapshotFor(anEditor, 'licenses')).toBeNull();
    expect(await snapshotFor(anEditor, 'articles')).toEqual(expect.any(String));
    expect(await snapshotFor(limited, 'articles')).toBeNull();
    const guess = '/api/publications?where[snapshot][contains]=license';
    expect((await asking(house, anEditor).get(guess)).body.docs ?? []).toEqual([]);
    await house.stranger.get('/api/publications').expect(401);
  });
});

describe('the end of the ledger', () => {
  const draft: PublicationDraft = {
    ...{ act: 'redact', actor: { kind: 'system', id: null, label: 'A test' }, approvals: [] },
    ...{ collectionSlug: 'topics', contentHash: null, documentId: 'none', locales: [], path: null },
    ...{ reason: null, snapshot: null, target: null },
  };

  it('is where it was when what was appended comes to nothing', async () => {
    await published();
    const { payload } = house;
    const before = await latestPosition(payload);
    const work = inTransaction(payload, async (place) => {
      const { position } = await appendRecord(place, draft);
      expect(position).toBe(before + 1);
      expect(await latestPosition(payload, place.req)).toBe(position);
      throw new Error('Not this time.');
    });
    await expect(work).rejects.toThrow('Not this time.');
    expect(await latestPosition(payload)).toBe(before);
  });

  it('at a moment is the last record of that moment', async () => {
    const records = await recordsAfter(0);
    for (const { createdAt } of records.slice(-20)) {
      const last = records.findLast((each) => each.createdAt <= createdAt);
      expect(await positionAt(house.payload, createdAt)).toBe(last?.position);
    }
    expect(await positionAt(house.payload, '1999-01-01T00:00:00Z')).toBe(0);
  });
});

describe('the chain', () => {
  it('holds from the first record to the last', async () => {
    const records = await recordsAfter(0);
    let previousHash = firstPreviousHash;
    let time = '';
    for (const [index, record] of records.entries()) {
      expect(record.position).toBe(index + 1);
      expect(record.previousHash).toBe(previousHash);
      expect(record.hash).toBe(hashOf(record));
      expect(record.createdAt >= time).toBe(true);
      previousHash = record.hash;
      time = record.createdAt;
    }
    expect(records.length).toBeGreaterThan(300);
  });
});
