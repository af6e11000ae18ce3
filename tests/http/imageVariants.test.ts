import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { type Asking, asking } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';
import { fetchFile, noise, picture, uploadImage } from '../helpers/imageUploads.js';

let house: House;
let authorization: string;
let editor: Asking;
let wide: Awaited<ReturnType<typeof uploadImage>>;

beforeAll(async () => {
  house = await openHouse();
  authorization = await house.person('editor');
  editor = asking(house, authorization);
  const file = await noise(1800, 1200).png().toBuffer();
  wide = await uploadImage(house, authorization, { file, filename: 'wide.png' });
});
afterAll(() => house.close());

const fetch = (address: string, headers?: Record<string, string>) => fetchFile(house, address, headers);
const measure = async (bytes: Buffer) => {
  const { format, height, width } = await sharp(bytes).metadata();
  return { format, height, width };
};
const variantsOnDisk = () => {
  const folder = path.join(house.settings.dataDir, 'variants');
  return existsSync(folder) ? readdirSync(folder).length : 0;
};

describe('an image in another size', () => {
  it.each([
    ['w=320', { format: 'webp', width: 320, height: 213 }],
    ['w=640&format=avif', { format: 'heif', width: 640, height: 427 }],
    ['w=320&h=320&format=jpeg&q=65', { format: 'jpeg', width: 320, height: 320 }],
    ['w=320&h=320&fit=contain&format=png', { format: 'png', width: 320, height: 213 }],
    ['w=2560', { format: 'webp', width: 1800, height: 1200 }],
    ['format=jpeg', { format: 'jpeg', width: 1800, height: 1200 }],
  ])('(%s) is made as it is asked for', async (query, expected) => {
    const answer = await fetch(`${wide.filename}?${query}`).expect(200);
    expect(await measure(answer.body)).toEqual(expected);
    expect(answer.headers['content-length']).toBe(String(answer.body.length));
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    const again = await fetch(`${wide.filename}?${query}`).expect(200);
    expect(again.body.equals(answer.body)).toBe(true);
    expect(again.headers.etag).toBe(answer.headers.etag);
  });

  it('is made once, and taken from the disk afterwards', async () => {
    await fetch(`${wide.filename}?w=480`).expect(200);
    const before = variantsOnDisk();
    await Promise.all(Array.from({ length: 30 }, () => fetch(`${wide.filename}?w=480`).expect(200)));
    // wider than the original: the same picture under another address
    await fetch(`${wide.filename}?w=1920&q=35`).expect(200);
    await fetch(`${wide.filename}?w=2560&q=35`).expect(200);
    expect(variantsOnDisk()).toBe(before + 1);
  });

  it('smaller in quality is smaller in bytes', async () => {
    const [low, high] = [
      await fetch(`${wide.filename}?w=640&q=35`),
      await fetch(`${wide.filename}?w=640&q=80`),
    ];
    expect(low.body.length).toBeLessThan(high.body.length / 1.5);
  });

  it('is answered to HEAD and to whoever has it already without its bytes', async () => {
    const address = `/api/media/file/${wide.filename}?w=128`;
    const head = await house.stranger.head(address).expect(200);
    expect(head.headers).toMatchObject({
      'content-type': 'image/webp',
      'content-length': expect.any(String),
    });
    await house.stranger
      .get(address)
      .set('If-None-Match', head.headers.etag as string)
      .expect(304);
    await house.stranger.get(address).set('If-None-Match', '"another"').expect(200);
  });

  it.each([
    ['w=321', 'w'],
    ['w=320&h=5', 'h'],
    ['fit=cover', 'fit'],
    ['format=svg', 'format'],
    ['q=100', 'q'],
    ['width=320', 'width'],
    ['w=320&w=320', 'w'],
  ])('(%s) that the table does not have is refused by name', async (query, path) => {
    const { body } = await house.stranger.get(`/api/media/file/${wide.filename}?${query}`).expect(400);
    expect(body.errors[0]).toMatchObject({ code: 'invalid_parameter', path });
  });
});

describe('an address that names its content', () => {
  const forEver = 'public, max-age=31536000, immutable';

  it('may be kept for ever; any other is asked for again', async () => {
    const { contentHash, filename, sizes } = wide;
    for (const name of [filename, sizes.avif320?.filename as string]) {
      const kept = await fetch(`${name}?v=${contentHash}`).expect(200);
      expect(kept.headers['cache-control']).toBe(forEver);
      const plain = await fetch(name).expect(200);
      expect(plain.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
      expect(plain.headers.etag).toBe(kept.headers.etag);
      const unchanged = await fetch(name, { 'If-None-Match': plain.headers.etag as string }).expect(304);
      expect(unchanged.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    }
    expect((await fetch(`${filename}?w=320&v=${contentHash}`)).headers['cache-control']).toBe(forEver);
    expect((await fetch(`${filename}?w=320&v=guessed`)).headers['cache-control']).not.toContain('immutable');
  });

  it('gives parts of the file, and the whole to whoever has parts of another', async () => {
    const whole = await fetch(wide.filename).expect(200);
    const range = { Range: 'bytes=0-99' };
    const part = await fetch(wide.filename, { ...range, 'If-Range': whole.headers.etag as string }).expect(
      206,
    );
    expect(part.body.equals(whole.body.subarray(0, 100))).toBe(true);
    await fetch(wide.filename, { ...range, 'If-Range': '"of another"' }).expect(200);
    await fetch(wide.filename, { Range: 'bytes=999999999-' }).expect(416);
  });

  it('is another when the file is replaced, and when a name comes back with other content', async () => {
    const red = await picture(400, 300, '#f00').png().toBuffer();
    const blue = await picture(400, 300, '#00f').png().toBuffer();
    const first = await uploadImage(house, authorization, { file: red, filename: 'swap.png' });
    const seen = [first];
    for (const file of [blue, red, blue])
      seen.push(await uploadImage(house, authorization, { id: first.id, file, filename: 'swap.png' }));
    const names = new Map<string, string>();
    for (const { contentHash, filename } of seen) {
      const address = `${filename}?v=${contentHash}`;
      const content = names.get(address) ?? contentHash;
      expect(content).toBe(contentHash);
      names.set(address, contentHash);
    }
    expect(new Set(seen.map(({ contentHash }) => contentHash)).size).toBe(2);
    const now = seen.at(-1) as (typeof seen)[number];
    const shown = await fetch(`${now.filename}?w=64&format=png`).expect(200);
    expect((await sharp(shown.body).raw().toBuffer()).subarray(0, 3)).toEqual(Buffer.from([0, 0, 255]));
  });

  it('is another when the focal point moves, and the same when words change', async () => {
    const file = await noise(900, 400).png().toBuffer();
    const made = await uploadImage(house, authorization, { file, filename: 'focus.png' });
    const cut = `${made.filename}?w=240&h=240&format=png`;
    const before = (await fetch(cut).expect(200)).body;
    await editor.patch(`/api/media/${made.id}`, { alt: 'Other words', contentHash: 'chosen' }).expect(200);
    const reworded = (await editor.get(`/api/media/${made.id}`).expect(200)).body;
    expect(reworded.contentHash).toBe(made.contentHash);
    await editor
      .patch(`/api/media/${made.id}?uploadEdits[focalPoint][x]=100&uploadEdits[focalPoint][y]=50`, {
        focalX: 100,
        focalY: 50,
      })
      .expect(200);
    const moved = (await editor.get(`/api/media/${made.id}`).expect(200)).body;
    expect(moved.contentHash).not.toBe(made.contentHash);
    const after = await fetch(cut).expect(200);
    expect(after.body.equals(before)).toBe(false);
    expect((await fetch(`${cut}&v=${made.contentHash}`)).headers['cache-control']).not.toContain('immutable');
    // without the file, as programs do it
    await editor.patch(`/api/media/${made.id}`, { focalX: 0 }).expect(200);
    const again = (await editor.get(`/api/media/${made.id}`).expect(200)).body;
    expect(again.contentHash).not.toBe(moved.contentHash);
    expect((await fetch(cut).expect(200)).body.equals(after.body)).toBe(false);
    await editor.patch(`/api/media/${made.id}`, { alt: 'Words again' }).expect(200);
    expect((await editor.get(`/api/media/${made.id}`).expect(200)).body.contentHash).toBe(again.contentHash);
  });
});

describe('an animation', () => {
  const frames = (side: number, count: number) =>
    Promise.all(
      // equal pictures would become one
      Array.from({ length: count }, (_, index) =>
        picture(side, side, `rgb(${index * 8}, 90, 120)`)
          .png()
          .toBuffer(),
      ),
    );
  const animation = async (side: number, count: number) =>
    sharp(await frames(side, count), { join: { animated: true } })
      .webp({ loop: 0 })
      .toBuffer();

  it('is shown by its first picture in another size', async () => {
    const file = await animation(300, 4);
    const { filename } = await uploadImage(house, authorization, { file, filename: 'moves.webp' });
    const { body } = await fetch(`${filename}?w=128`).expect(200);
    expect(await measure(body)).toEqual({ format: 'webp', width: 128, height: 128 });
    expect((await sharp(body).metadata()).pages).toBeUndefined();
  });

  it('that unpacks to too many pixels is refused in words', async () => {
    const file = await animation(1500, 30);
    const { body } = await editor
      .post('/api/media')
      .field('_payload', JSON.stringify({ alt: 'Much' }))
      .attach('file', file, { filename: 'much.webp', contentType: 'image/webp' })
      .expect(400);
    expect(body.errors[0]).toMatchObject({ path: 'file', message: expect.any(String) });
    expect(JSON.stringify(body)).toContain('million pixels');
  });
});

describe('a picture whose file is missing', () => {
  it('is 404 in every size, and nobody keeps that', async () => {
    const file = await noise(400, 400).png().toBuffer();
    const made = await uploadImage(house, authorization, { file, filename: 'lost.png' });
    rmSync(path.join(house.settings.mediaDir, made.filename));
    for (const query of ['w=240', `w=240&v=${made.contentHash}`, `v=${made.contentHash}`]) {
      const { headers } = await fetch(`${made.filename}?${query}`).expect(404);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers.etag).toBeUndefined();
    }
  });
});

describe('pages', () => {
  it('carry images ready for srcset, under addresses that may be kept', async () => {
    const { body } = await house.stranger
      .get('/api/pages/harbor-therapy/resources/after-a-long-search')
      .expect(200);
    const { heroImage } = body.page;
    expect(heroImage).toMatchObject({ width: 1600, height: 900, alt: expect.any(String), focalX: 50 });
    for (const format of ['avif', 'webp'] as const) {
      const candidates = heroImage.srcset[format].split(', ').map((each: string) => each.split(' '));
      expect(candidates.map(([, width]: string[]) => width)).toEqual(['320w', '640w', '1024w', '1600w']);
      for (const [address, width] of candidates) {
        const answer = await fetch(address.slice(address.indexOf('/file/') + 6)).expect(200);
        expect(answer.headers['cache-control']).toContain('immutable');
        expect(`${(await measure(answer.body)).width}w`).toBe(width);
      }
    }
  });
});

describe('a variant of what is not public', () => {
  it('does not exist, and is gone at once when its image goes dark', async () => {
    const file = await noise(500, 500).png().toBuffer();
    const data = { live: false };
    const { contentHash, filename, id } = await uploadImage(house, authorization, {
      file,
      filename: 'dark.png',
      data,
    });
    const address = `${filename}?w=240&v=${contentHash}`;
    await fetch(address).expect(404);
    const own = await fetch(address, { Authorization: authorization }).expect(200);
    expect(own.headers['cache-control']).toMatch(/^private/);
    await fetch(address, { 'If-None-Match': own.headers.etag as string }).expect(404);
    await editor.patch(`/api/media/${id}`, { live: true }).expect(200);
    await fetch(address).expect(200);
    await editor.patch(`/api/media/${id}`, { live: false }).expect(200);
    await fetch(address).expect(404);
  });
});

describe('many who ask for images that were not made yet', () => {
  it('are answered or told to come back; nothing else waits for them', async () => {
    const names: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const file = await noise(1100, 1100).png().toBuffer();
      names.push((await uploadImage(house, authorization, { file, filename: `many-${i}.png` })).filename);
    }
    const asked = names.flatMap((name) =>
      [320, 480, 640, 800, 1024].flatMap((w) =>
        ['avif', 'webp', 'jpeg'].map((f) => `${name}?w=${w}&format=${f}`),
      ),
    );
    const answers = Promise.all(asked.map((address) => fetch(address)));
    const begun = Date.now();
    await house.stranger.get('/api/topics?limit=1').expect(200);
    const waited = Date.now() - begun;
    const statuses = (await answers).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    // two at once and half of the line, since all come from one address
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(26);
    expect(waited).toBeLessThan(10_000);
    const refused = (await answers).find(({ status }) => status === 503);
    expect(refused?.headers['retry-after']).toBe('2');
    expect(JSON.parse(refused?.body.toString() ?? '').errors[0].code).toBe('unavailable');
    const again = asked[statuses.indexOf(503)] as string;
    await fetch(again).expect(200);
  });
});
