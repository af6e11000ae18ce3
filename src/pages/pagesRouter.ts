// TEMPORARY placeholder by the lead so that the app compiles; the pages helper replaces this file.
import { Router } from 'express';
import type { Payload } from 'payload';
import type { Settings } from '../config.js';
export function createPagesRouter(_: { payload: Payload; settings: Settings }): Router {
  return Router();
}
