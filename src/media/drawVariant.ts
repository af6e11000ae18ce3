/** Makes the bytes of a variant with sharp. Nothing of the camera is carried over. */
import sharp, { type Sharp } from 'sharp';
import { mostPixels } from '../../collections/hooks/checkImage.js';
import type { VariantFormat } from './imageTable.js';
import type { VariantPlan } from './planVariant.js';

export interface Drawing {
  plan: VariantPlan;
  format: VariantFormat;
  quality: number | null;
}

/** Moves when equal questions would be answered with other pictures; with the library's own versions it is part of every key. */
export const drawnBy = `1 ${sharp.versions.sharp} ${sharp.versions.vips}`;

const mostSeconds = 20;

function encode(image: Sharp, { format, quality }: Drawing): Sharp {
  const options = quality === null ? {} : { quality };
  // as for the renditions of collections/content/media.ts: a tenth of the time for files a little larger
  if (format === 'avif') return image.avif({ ...options, effort: 2 });
  if (format === 'jpeg') return image.flatten({ background: '#fff' }).jpeg({ ...options, progressive: true });
  return image.toFormat(format, options);
}

/** Throws when the bytes are no picture, or take more than 20 seconds. */
export async function drawVariant(original: Buffer, drawing: Drawing): Promise<Buffer> {
  const { cut, scaled } = drawing.plan;
  const image = sharp(original, { limitInputPixels: mostPixels }).resize({ ...scaled, fit: 'fill' });
  const part = cut ? image.extract(cut) : image;
  return encode(part, drawing).timeout({ seconds: mostSeconds }).toBuffer();
}
