// Redirects in bulk: POST /redirects/import takes CSV, GET /redirects/export gives it. For those who may write redirects.
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Payload, TypedUser } from 'payload';
import type { Action } from '../../collections/access/accessTable.js';
import { mayDo } from '../../collections/access/actors.js';
import { AppError, invalidParameter, unauthenticated } from '../errors.js';
import { exportRedirects, importRedirects } from '../publishing/addresses/importRedirects.js';
import { userOf } from '../requestUser.js';
import { readBody } from './readBody.js';

const csvLimit = 2 * 1024 * 1024;
/** As many as are written within the time that an answer has. The command takes any number. */
const mostLines = 5_000;

/** The caller, when the access table gives them all of these rights. */
function allowed(res: Response, actions: readonly Action[]): TypedUser {
  const user = userOf(res);
  if (!user) throw unauthenticated();
  if (actions.every((action) => mayDo({ user }, 'redirects', action))) return user;
  throw new AppError('forbidden', 403, 'You are not allowed to perform this action.');
}

/** Query parameters by name. Throws 400 for one that is unknown or given twice. */
function parametersOf(req: Request, names: readonly string[]): Record<string, string | undefined> {
  const search = new URLSearchParams(req.url.split('?').slice(1).join('?'));
  for (const name of search.keys()) {
    if (!names.includes(name)) {
      throw invalidParameter(name, `“${name}” is not a parameter here. Allowed: ${names.join(', ')}.`);
    }
    if (search.getAll(name).length > 1) throw invalidParameter(name, `${name} is given once, as one value.`);
  }
  return Object.fromEntries(search);
}

function isTrue(name: string, value: string | undefined): boolean {
  if (value === undefined || value === 'false') return false;
  if (value === 'true') return true;
  throw invalidParameter(name, `${name} is true or false.`);
}

function withinLimit(csv: string): string {
  if (csv.trimEnd().split('\n').length <= mostLines + 1) return csv;
  const message = `A file has at most ${mostLines} lines here. Send several, or use npm run redirects.`;
  throw new AppError('payload_too_large', 413, message);
}

async function readCsv(req: Request): Promise<string> {
  const type = req.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  const body = await readBody(req, csvLimit);
  if (type !== 'text/csv') throw new AppError('unsupported_media_type', 415, 'Send text/csv.');
  try {
    return withinLimit(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('bad_request', 400, 'The file is not UTF-8. Save it as “CSV UTF-8”.');
  }
}

const answerImport =
  (payload: Payload): RequestHandler =>
  async (req, res) => {
    const user = allowed(res, ['create', 'update', 'publish']);
    const { dryRun, site } = parametersOf(req, ['dryRun', 'site']);
    const options = { user, defaultSite: site, dryRun: isTrue('dryRun', dryRun) };
    const result = await importRedirects(payload, await readCsv(req), options);
    if (!res.headersSent) res.status(result.errors.length > 0 ? 400 : 200).json(result);
  };

const answerExport =
  (payload: Payload): RequestHandler =>
  async (req, res) => {
    const user = allowed(res, ['read', 'readDrafts']);
    const { site } = parametersOf(req, ['site']);
    const csv = await exportRedirects(payload, { site, user });
    res.set('Content-Disposition', 'attachment; filename="redirects.csv"');
    res.type('text/csv; charset=utf-8').send(csv);
  };

const keepPrivate: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'private, no-store');
  next();
};

/** Mounted before the editing door, which knows JSON only. Calls next() for everything else. */
export function createRedirectsDoor({ payload }: { payload: Payload }): Router {
  const router = Router({ caseSensitive: true });
  router.post('/redirects/import', keepPrivate, answerImport(payload));
  router.get('/redirects/export', keepPrivate, answerExport(payload));
  return router;
}
