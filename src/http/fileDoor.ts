// Uploaded files, for strangers: the collections' own access rules say which, anything else does not exist.
import { type RequestHandler, Router } from 'express';
import type { Payload } from 'payload';
import { notFound } from '../errors.js';
import { userOf } from '../requestUser.js';
import type { Bridge } from './bridge.js';
import { sendWebResponse } from './webRequest.js';

interface FileDoorParts {
  payload: Payload;
  bridge: Bridge;
}

/** GET and HEAD /{collection}/file/{name}; signed-in people go on to the editing door. */
export function createFileDoor({ payload, bridge }: FileDoorParts): Router {
  const router = Router({ caseSensitive: true });
  const { localization } = payload.config;
  const query = localization ? `locale=${localization.defaultLocale}` : '';
  const answerFile: RequestHandler = async (req, res, next) => {
    if (userOf(res)) return next();
    const answer = await bridge.ask(req, res, { query });
    if (answer.status < 400) return sendWebResponse(res, answer);
    await answer.body?.cancel();
    throw notFound(); // also for what exists but is not public
  };
  for (const { slug, upload } of payload.config.collections)
    if (upload) router.get(`/${slug}/file/:name`, answerFile);
  return router;
}
