import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import request, { type Test } from 'supertest';
import { type Asking, asking } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
let authorization: string;
let editor: Asking;

beforeAll(async () => {
  house = await openHouse();
  authorization = await house.person('editor');
  editor = asking(house, authorization);
});
afterAll(() => house.close());

const picture = (width = 900, height = 600) =>
  sharp({ create: { width, height, channels: 3, background: { r: 40, g: 90, b: 120 } } });

interface Upload {
  file: Buffer;
  filename: string;
  type?: string;
  data?: Record<string, unknown>;
}

function upload({ data = { alt: 'A plain blue field' }, file, filename, type = 'image/png' }: Upload): Test {
  return request(house.app)
    .post('/api/media')
    .set('Authorization', authorization)
    .field('_payload', JSON.stringify(data))
    .attach('file', file, { filename, contentType: type });
}

/** A file of the collection, as a stranger asks for it. */
const fetchFile = (name: string) =>
  house.stranger
    .get(`/api/media/file/${name}`)
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => done(null, Buffer.concat(chunks)));
    });

const files = () => (existsSync(house.settings.mediaDir) ? readdirSync(house.settings.mediaDir).sort() : []);

describe('an image', () => {
  it.each([
    ['png', 'image/png'],
    ['jpeg', 'image/jpeg'],
    ['webp', 'image/webp'],
    ['avif', 'image/avif'],
  ] as const)('as %s is taken, measured, and shown to strangers', async (format, type) => {
    const file = await picture().toFormat(format).toBuffer();
    const { body } = await upload({ file, filename: `field.${format}`, type }).expect(201);
    expect(body.doc).toMatchObject({ mimeType: type, width: 900, height: 600, alt: 'A plain blue field' });
    const shown = await house.stranger.get(`/api/media/${body.doc.id}`).expect(200);
    const answer = await fetchFile(path.basename(new URL(shown.body.url, 'http://x').pathname)).expect(200);
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await sharp(answer.body).metadata()).width).toBe(900);
  });

  it('is made in sizes for screens, as WebP and AVIF, and in one for sharing', async () => {
    const file = await picture(2000, 1500).jpeg().toBuffer();
    const { body } = await upload({ file, filename: 'wide.jpg', type: 'image/jpeg' }).expect(201);
    const shown = (await house.stranger.get(`/api/media/${body.doc.id}`).expect(200)).body;
    for (const width of [320, 640, 1024, 1600]) {
      for (const format of ['webp', 'avif']) {
        const size = shown.sizes[`${format}${width}`];
        expect(size).toMatchObject({
          width,
          height: Math.round((width * 3) / 4),
          mimeType: `image/${format}`,
        });
        const answer = await fetchFile(size.filename).expect(200);
        expect(answer.headers['content-type']).toBe(`image/${format}`);
        expect((await sharp(answer.body).metadata()).width).toBe(width);
      }
    }
    expect(shown.sizes.share).toMatchObject({ width: 1200, height: 630, mimeType: 'image/jpeg' });
  });

  it('is never made larger than it is', async () => {
    const { body } = await upload({
      file: await picture(400, 300).png().toBuffer(),
      filename: 'small.png',
    }).expect(201);
    expect(body.doc.sizes.webp320.width).toBe(320);
    expect(body.doc.sizes.webp1600.width ?? 0).toBeLessThanOrEqual(400);
  });

  it('keeps nothing of where and with what it was taken', async () => {
    const file = await picture()
      .withExif({ IFD0: { Copyright: 'Secret place', Model: 'Camera' } })
      .jpeg()
      .toBuffer();
    expect((await sharp(file).metadata()).exif).toBeDefined();
    const { body } = await upload({ file, filename: 'exif.jpg', type: 'image/jpeg' }).expect(201);
    const rendition = await fetchFile(body.doc.sizes.webp320.filename).expect(200);
    expect((await sharp(rendition.body).metadata()).exif).toBeUndefined();
    const original = await fetchFile(body.doc.filename).expect(200);
    expect((await sharp(original.body).metadata()).exif).toBeUndefined();
  });

  it('is cut around its focal point', async () => {
    const red = { create: { width: 600, height: 1200, channels: 3 as const, background: 'red' } };
    const file = await sharp({ create: { width: 3000, height: 1200, channels: 3, background: 'blue' } })
      .composite([{ input: await sharp(red).png().toBuffer(), left: 2400, top: 0 }])
      .png()
      .toBuffer();
    const { body } = await upload({ file, filename: 'focal.png' }).expect(201);
    expect(body.doc).toMatchObject({ focalX: 50, focalY: 50 });
    await editor
      .patch(`/api/media/${body.doc.id}?uploadEdits[focalPoint][x]=98&uploadEdits[focalPoint][y]=50`, {
        focalX: 98,
        focalY: 50,
      })
      .expect(200);
    const moved = (await editor.get(`/api/media/${body.doc.id}`).expect(200)).body;
    expect(moved).toMatchObject({ focalX: 98, focalY: 50 });
    const answer = await fetchFile(moved.sizes.share.filename).expect(200);
    const { data, info } = await sharp(answer.body).raw().toBuffer({ resolveWithObject: true });
    const rightMiddle = (Math.floor(info.height / 2) * info.width + info.width - 20) * info.channels;
    expect(data[rightMiddle]).toBeGreaterThan(200);
  });

  it('needs words for those who do not see it', async () => {
    const file = await picture().png().toBuffer();
    for (const data of [{}, { alt: '' }]) {
      const { body } = await upload({ file, filename: 'wordless.png', data }).expect(400);
      expect(body.errors[0]).toMatchObject({ code: 'validation_failed', path: 'alt' });
    }
    expect(files().some((name) => name.startsWith('wordless'))).toBe(false);
  });

  it('with a name that is taken gets another', async () => {
    const file = await picture(50, 50).png().toBuffer();
    const first = (await upload({ file, filename: 'twice.png' }).expect(201)).body.doc;
    const second = (await upload({ file, filename: 'twice.png' }).expect(201)).body.doc;
    expect(second.filename).not.toBe(first.filename);
  });

  it.each([
    '../../etc/passwd.png',
    '..\\..\\windows.png',
    '/etc/cron.d/x.png',
    'a/../../b.png',
    '%2e%2e%2fc.png',
    '.htaccess.png',
  ])('named %j stays in its folder', async (filename) => {
    const { body } = await upload({ file: await picture(40, 40).png().toBuffer(), filename }).expect(201);
    expect(body.doc.filename).not.toMatch(/[/\\\0]|^\./);
    expect(files()).toContain(body.doc.filename);
    await fetchFile(encodeURIComponent(body.doc.filename)).expect(200);
  });

  it('can be uploaded by those who may publish only', async () => {
    const file = await picture(40, 40).png().toBuffer();
    for (const other of [await house.person('compliance'), await house.client(['write'])]) {
      await request(house.app)
        .post('/api/media')
        .set('Authorization', other)
        .field('_payload', '{"alt":"x"}')
        .attach('file', file, 'refused.png')
        .expect(403);
    }
    await house.stranger
      .post('/api/media')
      .field('_payload', '{"alt":"x"}')
      .attach('file', file, 'refused.png')
      .expect(401);
    expect(files().filter((name) => name.startsWith('refused'))).toEqual([]);
  });
});

describe('what is no image', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const html = Buffer.from('<!doctype html><script>alert(1)</script>');
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF');
  const xml = Buffer.from('<?xml version="1.0"?><x/>');

  it.each([
    ['SVG', svg, 'drawing.svg', 'image/svg+xml'],
    ['SVG that calls itself PNG', svg, 'drawing.png', 'image/png'],
    [
      'SVG with an XML declaration that calls itself PNG',
      Buffer.concat([Buffer.from('<?xml version="1.0"?>\n'), svg]),
      'drawing.png',
      'image/png',
    ],
    ['SVG under a PNG type', svg, 'drawing.svg', 'image/png'],
    ['HTML', html, 'page.html', 'text/html'],
    ['HTML that calls itself PNG', html, 'page.png', 'image/png'],
    ['PDF', pdf, 'paper.pdf', 'application/pdf'],
    ['PDF that calls itself JPEG', pdf, 'paper.jpg', 'image/jpeg'],
    ['XML', xml, 'x.xml', 'application/xml'],
    ['a few bytes', Buffer.from('abc'), 'x.png', 'image/png'],
    ['nothing', Buffer.alloc(0), 'x.png', 'image/png'],
    [
      'a PNG’s first bytes alone',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      'x.png',
      'image/png',
    ],
  ])('(%s) is refused with words, and leaves nothing behind', async (_name, file, filename, type) => {
    const before = files();
    const { body } = await upload({ file, filename, type }).expect(400);
    expect(body.errors[0].message).toBeTruthy();
    expect(JSON.stringify(body)).not.toMatch(/\/tmp|node_modules|stack/);
    expect(files()).toEqual(before);
  });

  it('(a PNG with HTML behind it) is stored as its picture alone', async () => {
    const file = Buffer.concat([await picture(60, 60).png().toBuffer(), html]);
    const { body } = await upload({ file, filename: 'both.html.png' }).expect(201);
    const answer = await fetchFile(body.doc.filename).expect(200);
    expect(answer.headers['content-type']).toBe('image/png');
    expect(answer.body.includes('<script>')).toBe(false);
  });

  it('(a GIF, a TIFF) is refused', async () => {
    for (const [format, type] of [
      ['gif', 'image/gif'],
      ['tiff', 'image/tiff'],
    ] as const) {
      const file = await picture(30, 30).toFormat(format).toBuffer();
      await upload({ file, filename: `x.${format}`, type }).expect(400);
      await upload({ file, filename: 'x.png', type: 'image/png' }).expect(400);
    }
  });

  it('(a form that is malformed) is refused', async () => {
    const { body } = await upload({
      file: await picture(40, 40).png().toBuffer(),
      filename: 'nul\0byte.png',
    }).expect(400);
    expect(body.errors[0].code).toBe('bad_request');
  });

  it('(a request without a file) is refused', async () => {
    const { body } = await editor.post('/api/media', { alt: 'Nothing' }).expect(400);
    expect(body.errors[0].message).toMatch(/file/i);
  });

  it('(an address to fetch from) is not fetched', async () => {
    for (const url of ['http://127.0.0.1:1/x.png', 'http://169.254.169.254/latest/meta-data']) {
      await editor.post('/api/media', { alt: 'Fetched', url, filename: 'x.png' }).expect(400);
      const answer = await editor.get(`/api/media/paste-url?src=${encodeURIComponent(url)}`);
      expect([400, 403, 404]).toContain(answer.status);
    }
  });
});

describe('an image too large', () => {
  it('in pixels is refused before it is unpacked', async () => {
    const bomb = await picture(9000, 9000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    const before = files();
    const { body } = await upload({ file: bomb, filename: 'bomb.png' }).expect(400);
    expect(body.errors[0]).toMatchObject({ code: 'validation_failed', path: 'file' });
    expect(JSON.stringify(body)).toMatch(/50 million pixels/);
    expect(files()).toEqual(before);
  });

  it('in bytes is refused with 413', async () => {
    const before = files();
    const { body } = await upload({ file: Buffer.alloc(26 * 1024 * 1024), filename: 'large.png' }).expect(
      413,
    );
    expect(body.errors[0].code).toBe('payload_too_large');
    expect(files()).toEqual(before);
  });
});

describe('a file', () => {
  it('of an image that is not live is not public, and goes dark at once', async () => {
    const file = await picture(700, 500).png().toBuffer();
    const { body } = await upload({
      file,
      filename: 'kept-back.png',
      data: { alt: 'Kept back', live: false },
    }).expect(201);
    const names = [body.doc.filename, body.doc.sizes.webp320.filename];
    for (const name of names) await fetchFile(name).expect(404);
    await house.stranger.get(`/api/media/${body.doc.id}`).expect(404);
    await editor.get(`/api/media/file/${names[0]}`).expect(200);
    await editor.patch(`/api/media/${body.doc.id}`, { live: true }).expect(200);
    for (const name of names) await fetchFile(name).expect(200);
    await editor.patch(`/api/media/${body.doc.id}`, { live: false }).expect(200);
    for (const name of names) await fetchFile(name).expect(404);
  });

  it('is gone with its image', async () => {
    const file = await picture(700, 500).png().toBuffer();
    const { body } = await upload({ file, filename: 'going.png' }).expect(201);
    await editor.delete(`/api/media/${body.doc.id}`).expect(200);
    await fetchFile(body.doc.filename).expect(404);
    expect(files().filter((name) => name.startsWith('going'))).toEqual([]);
  });

  it('on the disk that belongs to no image is not served', async () => {
    const { writeFileSync } = await import('node:fs');
    writeFileSync(path.join(house.settings.mediaDir, 'stray.png'), await picture(10, 10).png().toBuffer());
    await fetchFile('stray.png').expect(404);
  });

  it.each([
    '..%2f..%2fforthright.db',
    '%2e%2e%2fsecret',
    '....//secret',
    '..%5csecret',
    'x%00.png',
    '../../forthright.db',
  ])('address with %s leads nowhere', async (name) => {
    for (const answer of [await fetchFile(name), await editor.get(`/api/media/file/${name}`)])
      expect([400, 403, 404]).toContain(answer.status);
  });

  it('is answered to HEAD without its bytes', async () => {
    const { body } = await upload({
      file: await picture(40, 40).png().toBuffer(),
      filename: 'head.png',
    }).expect(201);
    const answer = await request(house.app).head(`/api/media/file/${body.doc.filename}`).expect(200);
    expect(answer.headers['content-type']).toBe('image/png');
  });
});
