/** Uploads pictures as an editor does, and fetches files as anybody does. */
import sharp from 'sharp';
import request, { type Test } from 'supertest';
import type { House } from './house.js';

/** A field of one colour, or of noise, which no format makes small. */
export function picture(width: number, height: number, color = '#285a78') {
  return sharp({ create: { width, height, channels: 3, background: color } });
}

export function noise(width: number, height: number) {
  const look = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  return sharp({ create: { width, height, channels: 3, background: '#000', noise: look } });
}

/** The body of the answer holds the media document as `doc`. */
export async function uploadImage(
  house: House,
  authorization: string,
  { data = {}, file, filename, id }: { file: Buffer; filename: string; data?: object; id?: string },
) {
  const asking = request(house.app);
  const test: Test = id ? asking.patch(`/api/media/${id}`) : asking.post('/api/media');
  const { body, status } = await test
    .set('Authorization', authorization)
    .field('_payload', JSON.stringify({ alt: 'A field', ...data }))
    .attach('file', file, { filename, contentType: 'image/png' });
  if (status !== (id ? 200 : 201))
    throw new Error(`The upload ended with ${status}: ${JSON.stringify(body)}`);
  return body.doc as {
    id: string;
    filename: string;
    contentHash: string;
    sizes: Record<string, { filename: string }>;
  };
}

/** The answer's body is its bytes. */
export function fetchFile(house: House, address: string, headers: Record<string, string> = {}): Test {
  return request(house.app)
    .get(`/api/media/file/${address}`)
    .set(headers)
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => done(null, Buffer.concat(chunks)));
    });
}
