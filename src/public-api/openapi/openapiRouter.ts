/** GET and HEAD /api/openapi.json: the document of the API, made at the first question and kept. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Router } from 'express';
import type { Payload } from 'payload';
import { asJson, type Representation, sendAnswer } from '../../sendAnswer.js';
import { describeApi } from './describeApi.js';
import type { Examples } from './examples.js';

/** Beside the code, in the sources and in what is built from them. */
export const examplesFile = path.join(import.meta.dirname, 'examples.json');

export const readExamples = (): Examples => JSON.parse(readFileSync(examplesFile, 'utf8'));

/** Mounted at /api. */
export function createOpenapiRouter({ payload }: { payload: Payload }): Router {
  const router = Router({ caseSensitive: true });
  let made: Representation | undefined;
  router.get('/openapi.json', (req, res) => {
    made ??= asJson(describeApi(payload.config, readExamples()));
    sendAnswer({ req, res }, made, { isPrivate: false });
  });
  return router;
}
