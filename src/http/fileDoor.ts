// Uploaded files: as they are stored, and as variants made for whoever asks. Anything that is not public does not exist.
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Payload } from 'payload';
import type { Settings } from '../config.js';
import { invalidParameter, notFound } from '../errors.js';
import { variantFormats } from '../media/imageTable.js';
import { type AskedVariant, type FileQuery, parseFileQuery } from '../media/parseFileQuery.js';
import { planVariant } from '../media/planVariant.js';
import { findStoredFile, readOriginal, type StoredFile } from '../media/storedFile.js';
import { createVariants, type FindVariant, variantKey } from '../media/variants.js';
import { userOf } from '../requestUser.js';
import type { Bridge } from './bridge.js';
import { fileEtag, setCaching } from './fileHeaders.js';
import { abortSignalOf, ignoreDeparture, sendWebResponse } from './webRequest.js';

interface FileDoorParts {
  payload: Payload;
  bridge: Bridge;
  settings: Pick<Settings, 'dataDir'>;
}

interface Asked {
  req: Request;
  res: Response;
  file: StoredFile;
  query: FileQuery;
}

const searchOf = ({ url }: Request) =>
  new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?')) : '');

function variantOf({ media }: StoredFile, asked: AskedVariant) {
  const { contentHash, filename, filesize, focalX, focalY, height, updatedAt, width } = media;
  if (!width || !height) throw notFound();
  // older than content hashes: what changes with every save stands in
  const content = contentHash ?? `${filename} ${filesize} ${updatedAt}`;
  const plan = planVariant({ width, height, focalX, focalY }, asked);
  return { content, drawing: { plan, format: asked.format, quality: asked.quality } };
}

function refuseRendition({ isOriginal, media }: StoredFile): void {
  if (isOriginal) return;
  const message = `This file is a rendition already: ask ${media.filename}, the original, for other sizes.`;
  throw invalidParameter('w', message);
}

async function sendVariant(
  { payload, findVariant }: { payload: Payload; findVariant: FindVariant },
  { file, query, req, res }: Asked,
  asked: AskedVariant,
): Promise<void> {
  refuseRendition(file);
  const variant = variantOf(file, asked);
  setCaching(res, file, query);
  res.setHeader('ETag', fileEtag(variantKey(variant)));
  if (req.fresh) {
    res.status(304).end();
    return;
  }
  const made = await findVariant({
    variant,
    // whoever has one address of version 6 has a whole network of them
    caller: ipKeyGenerator(req.ip ?? ''),
    signal: abortSignalOf(res),
    readOriginal: () => readOriginal(payload, file),
  });
  // answered in the meantime: it took too long, or nobody is there any more
  if (res.headersSent || res.destroyed || req.method === 'HEAD') made.stream.destroy();
  if (res.headersSent || res.destroyed) return;
  res.setHeader('Content-Type', variantFormats[asked.format].type);
  res.setHeader('Content-Length', made.size);
  if (req.method === 'HEAD') res.end();
  else await pipeline(made.stream, res).catch(ignoreDeparture);
}

/** One part, of the content that the caller has; a Range that is none is left aside, and many are not served. */
function wantsPart({ headers }: Request, etag: string | null): boolean {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '') ?? [];
  const isRange = from === '' ? Number(to) > 0 : to === '' || Number(from) <= Number(to);
  return isRange && (headers['if-range'] === undefined || headers['if-range'] === etag);
}

async function sendStored(bridge: Bridge, locale: string, { file, query, req, res }: Asked): Promise<void> {
  const { contentHash } = file.media;
  const etag = contentHash ? fileEtag(`${contentHash} ${file.name}`) : null;
  if (etag) res.setHeader('ETag', etag);
  if (etag && req.fresh) {
    setCaching(res, file, query);
    res.status(304).end();
    return;
  }
  if (!wantsPart(req, etag)) delete req.headers.range;
  const answer = await bridge.ask(req, res, { query: locale });
  if (answer.status >= 400 && answer.status !== 416) {
    await answer.body?.cancel();
    throw notFound(); // not on the disk
  }
  const headers = new Headers(answer.headers);
  headers.delete('cache-control');
  if (etag) headers.delete('etag');
  setCaching(res, file, query);
  if (answer.status === 416) {
    // says nothing of the file but its length
    res.removeHeader('ETag');
    res.setHeader('Cache-Control', 'no-store');
  }
  await sendWebResponse(res, new Response(answer.body, { headers, status: answer.status }));
}

/** GET and HEAD /media/file/{name}. Signed-in people go on to the editing door unless they ask for something of the table. */
export function createFileDoor({ bridge, payload, settings }: FileDoorParts): Router {
  const router = Router({ caseSensitive: true });
  const { localization } = payload.config;
  const locale = localization ? `locale=${localization.defaultLocale}` : '';
  const findVariant = createVariants({ folder: path.join(settings.dataDir, 'variants') });
  const answerFile: RequestHandler<{ name: string }> = async (req, res, next) => {
    const user = userOf(res);
    const search = searchOf(req);
    if (user && !search.has('v') && !['w', 'h', 'fit', 'format', 'q'].some((name) => search.has(name)))
      return next();
    const query = parseFileQuery(search);
    const file = await findStoredFile({ payload, user, name: req.params.name });
    if (!file) throw notFound(); // also for what exists but is not public
    const asked = { req, res, file, query };
    if (query.variant) return sendVariant({ payload, findVariant }, asked, query.variant);
    return sendStored(bridge, locale, asked);
  };
  router.get('/media/file/:name', answerFile);
  return router;
}
