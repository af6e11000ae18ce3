/** The ledger and the readers agree on what is public, also where a write is unusual. Found by the random history. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { Publication } from '../../src/publishing/ledger/record.js';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';
import { smallImage } from '../helpers/minimalDocuments.js';

let house: House;
let authorization: string;
let editor: Asking;

beforeAll(async () => {
  house = await openHouse();
  authorization = await house.person('editor');
  editor = asking(house, authorization);
});
afterAll(() => house.close());

async function recordsOf(documentId: string): Promise<Publication[]> {
  const { docs } = await house.payload.db.find<Publication>({
    ...{ collection: 'publications', pagination: false, sort: 'position' },
    where: { documentId: { equals: documentId } },
  });
  return docs;
}

describe('an image', () => {
  it('is recorded once when it is uploaded, and not again when it is saved unchanged', async () => {
    const upload = await request(house.app)
      .post('/api/media')
      .set('Authorization', authorization)
      .field('_payload', JSON.stringify({ alt: 'A recorded image' }))
      .attach('file', await smallImage(), 'recorded.png')
      .expect(201);
    const { id } = upload.body.doc;
    await editor.patch(`/api/media/${id}`, { live: true }).expect(200);
    await editor.patch(`/api/media/${id}`, { alt: 'A recorded image' }).expect(200);
    expect((await recordsOf(id)).map(({ act }) => act)).toEqual(['publish']);
  });
});

describe('a box “live” that was emptied', () => {
  it('keeps back: the record says so, as readers see it', async () => {
    const { id } = (await editor.post('/api/topics', { kind: 'condition', title: 'Emptied' }).expect(201))
      .body.doc;
    await house.stranger.get(`/api/topics/${id}`).expect(200);
    await editor.patch(`/api/topics/${id}`, { live: null }).expect(200);
    await house.stranger.get(`/api/topics/${id}`).expect(404);
    expect((await recordsOf(id)).map(({ act }) => act)).toEqual(['publish', 'unpublish']);
  });
});

describe('a version that is brought back', () => {
  it('brings back, too, what was empty in it', async () => {
    const topic = (await editor.post('/api/topics', { kind: 'condition', title: 'Came later' }).expect(201))
      .body.doc.id;
    const first = { _status: 'published', title: 'Brought back', body: paragraph('The text.') };
    const { id } = (await editor.post('/api/articles', first).expect(201)).body.doc;
    const later = { _status: 'published', summary: 'Came later', topics: [topic] };
    await editor.patch(`/api/articles/${id}`, later).expect(200);
    const { body } = await editor.get(`/api/articles/versions?where[parent][equals]=${id}&sort=updatedAt`);
    await editor.post(`/api/articles/versions/${body.docs[0].id}`).expect(200);
    const records = await recordsOf(id);
    expect(records.map(({ act }) => act)).toEqual(['publish', 'change', 'change']);
    const snapshot = JSON.parse(records[2]?.snapshot ?? '{}');
    expect(snapshot.topics ?? []).toEqual([]);
    expect(snapshot.summary?.en ?? null).toBeNull();
  });
});
