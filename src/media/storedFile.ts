/** Finds the image that a file belongs to, with the rights of whoever asks, and reads originals from where uploads are kept. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type CollectionSlug, createLocalReq, type Payload, type TypedUser, type Where } from 'payload';
import { mostUploadBytes } from '../../collections/content/media.js';
import { notFound } from '../errors.js';
import type { Media } from '../payload-types.js';

export interface StoredFile {
  media: Media;
  /** Stored by this name. */
  name: string;
  /** False for a rendition of it. */
  isOriginal: boolean;
}

interface AskedFile {
  payload: Payload;
  name: string;
  user: TypedUser | null;
}

function named(payload: Payload, name: string): Where {
  const { upload } = payload.collections.media.config;
  const sizes = upload.imageSizes?.map((size) => `sizes.${size.name}.filename`) ?? [];
  return { or: ['filename', ...sizes].map((field) => ({ [field]: { equals: name } })) };
}

/** Null when there is none, or none that this caller may see. */
export async function findStoredFile({ name, payload, user }: AskedFile): Promise<StoredFile | null> {
  const { localization } = payload.config;
  const { docs } = await payload.find({
    collection: 'media',
    ...{ depth: 0, limit: 1, pagination: false, overrideAccess: false, where: named(payload, name) },
    ...(localization ? { locale: localization.defaultLocale as 'en' } : {}),
    ...(user ? { user } : {}),
  });
  const [media] = docs;
  return media ? { media, name, isOriginal: media.filename === name } : null;
}

/** From S3 or whatever else keeps uploads: the handlers that Payload itself would ask. */
async function readFromStorage(payload: Payload, { media, name }: StoredFile): Promise<Buffer | null> {
  const collection: CollectionSlug = 'media';
  const req = await createLocalReq({}, payload);
  for (const handler of payload.collections.media.config.upload.handlers ?? []) {
    const answer = await handler(req, { doc: media as never, params: { collection, filename: name } });
    if (!answer) continue;
    if (!answer.ok || !answer.body) throw notFound();
    return buffer(answer.body as never);
  }
  return null;
}

/** The bytes of the original. Throws 404 when they are not there. */
export async function readOriginal(payload: Payload, file: StoredFile): Promise<Buffer> {
  if ((file.media.filesize ?? 0) > mostUploadBytes) throw notFound();
  const stored = await readFromStorage(payload, file);
  if (stored) return stored;
  const folder = path.resolve(payload.collections.media.config.upload.staticDir ?? 'media');
  const address = path.resolve(folder, file.name);
  if (path.dirname(address) !== folder) throw notFound();
  return readFile(address).catch(() => {
    payload.logger.error(`File ${file.name} of media ${file.media.id} is missing from the disk.`);
    throw notFound();
  });
}
