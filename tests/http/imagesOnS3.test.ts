import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { asking } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';
import { fetchFile, noise, uploadImage } from '../helpers/imageUploads.js';
import { type S3Server, startS3Server } from '../helpers/s3Server.js';

let storage: S3Server;
let house: House;
let authorization: string;

beforeAll(async () => {
  storage = await startS3Server();
  house = await openHouse({
    S3_BUCKET: 'pictures',
    S3_ENDPOINT: storage.endpoint,
    S3_ACCESS_KEY_ID: 'a-key',
    S3_SECRET_ACCESS_KEY: 'a-secret',
    S3_FORCE_PATH_STYLE: 'true',
  });
  authorization = await house.person('editor');
});
afterAll(async () => {
  await house.close();
  await storage.close();
});

const localFiles = () => (existsSync(house.settings.mediaDir) ? readdirSync(house.settings.mediaDir) : []);

describe('an image kept on S3', () => {
  it('is shown, made in other sizes, and read from there once', async () => {
    const file = await noise(900, 600).png().toBuffer();
    const made = await uploadImage(house, authorization, { file, filename: 'far.png' });
    expect([...storage.objects.keys()]).toContain(`/pictures/${made.filename}`);
    expect(localFiles()).not.toContain(made.filename);
    const whole = await fetchFile(house, `${made.filename}?v=${made.contentHash}`).expect(200);
    expect(whole.headers['cache-control']).toContain('immutable');
    expect((await sharp(whole.body).metadata()).width).toBe(900);
    const tag = whole.headers.etag as string;
    await fetchFile(house, made.filename, { 'If-None-Match': tag }).expect(304);
    const before = storage.reads();
    for (let i = 0; i < 3; i += 1) {
      const answer = await fetchFile(house, `${made.filename}?w=320&h=320`, { Range: 'bytes=0-9' }).expect(
        200,
      );
      expect(await sharp(answer.body).metadata()).toMatchObject({ width: 320, height: 320, format: 'webp' });
    }
    expect(storage.reads()).toBe(before + 1);
  });

  it('is another content when it is replaced, and nowhere when it is deleted', async () => {
    const first = { file: await noise(400, 300).png().toBuffer(), filename: 'replaced.png' };
    const made = await uploadImage(house, authorization, first);
    const second = { file: await noise(400, 300).png().toBuffer(), filename: 'replaced.png', id: made.id };
    const replaced = await uploadImage(house, authorization, second);
    expect(replaced.contentHash).not.toBe(made.contentHash);
    await fetchFile(house, `${replaced.filename}?w=128`).expect(200);
    await asking(house, authorization).delete(`/api/media/${made.id}`).expect(200);
    await fetchFile(house, `${replaced.filename}?w=128`).expect(404);
  });

  it('that its storage has lost is not found', async () => {
    const file = await noise(300, 300).png().toBuffer();
    const made = await uploadImage(house, authorization, { file, filename: 'lost.png' });
    storage.objects.clear();
    await fetchFile(house, made.filename).expect(404);
    await fetchFile(house, `${made.filename}?w=64`).expect(404);
  });
});
