/** /api/availability-desk. The editing door has turned strangers away before. */
import type { Endpoint, PayloadRequest } from 'payload';
import { mayDo } from '../../collections/access/actors.js';
import { countyTable } from '../census/census.js';
import { bodyText, houseRequest, readJsonObject } from '../editingRequests.js';
import { AppError, invalidParameter, notFound } from '../errors.js';
import { applyChanges, Refused } from './applyChanges.js';
import type { Desk } from './desk.js';
import { exportCsv } from './exportCsv.js';
import { gridOf } from './grid.js';
import { type Body, previewChanges } from './previewChanges.js';
import { localeOf, readDesk } from './readDesk.js';
import { readMoment } from './readMoment.js';

/** As many rows as are previewed and written within the time that an answer has. */
const mostLines = 2_000;
/** The editing door says a locale in every query. */
const ignored = 'locale';

function requireRight(req: PayloadRequest): void {
  if (mayDo(req, 'availability', 'publish')) return;
  throw new AppError('forbidden', 403, 'This is for people who may publish availability.');
}

/** Query parameters by name. Throws 400 for one that is unknown or given twice. */
function parametersOf(req: PayloadRequest, names: readonly string[]): Record<string, string | undefined> {
  // not req.query: Payload writes a depth of its own into it
  for (const name of req.searchParams.keys()) {
    if (name === ignored) continue;
    if (!names.includes(name))
      throw invalidParameter(name, `${name} is not known here; these are: ${names.join(', ')}.`);
    if (req.searchParams.getAll(name).length > 1)
      throw invalidParameter(name, `${name} is given once, as one value.`);
  }
  return Object.fromEntries(req.searchParams);
}

function momentIn(value: string | undefined): string {
  const at = readMoment(value, 'UTC');
  if (typeof at === 'object' && at !== null) throw invalidParameter('at', at.message);
  return at ?? new Date().toISOString();
}

/** What of the desk is of one site. Throws 404 for one that the caller does not keep. */
function onSite(desk: Desk, slug: string | undefined): Desk {
  if (slug === undefined) return desk;
  const sites = desk.sites.filter((site) => site.slug === slug);
  if (sites.length === 0) throw notFound();
  const services = desk.services.filter(({ site }) => site.slug === slug);
  const ids = new Set(services.map(({ id }) => id));
  const isOwn = ({ service }: { service: string }) => ids.has(service);
  return { ...desk, sites, services, entries: desk.entries.filter(isOwn), drafts: desk.drafts.filter(isOwn) };
}

async function answerGrid(req: PayloadRequest): Promise<Response> {
  requireRight(req);
  const { at, site } = parametersOf(req, ['site', 'at']);
  const moment = momentIn(at);
  const desk = onSite(await readDesk(await houseRequest(req)), site);
  return Response.json(gridOf(desk, { at: moment, locale: localeOf(req), table: countyTable() }));
}

async function answerExport(req: PayloadRequest): Promise<Response> {
  requireRight(req);
  const { service, site } = parametersOf(req, ['site', 'service']);
  const desk = onSite(await readDesk(await houseRequest(req)), site);
  const services = desk.services.filter(({ id, slug }) => !service || service === slug || service === id);
  if (service && services.length === 0) throw notFound();
  return new Response(exportCsv(services, { desk, table: countyTable() }), {
    headers: {
      'Content-Disposition': 'attachment; filename="availability.csv"',
      'Content-Type': 'text/csv; charset=utf-8',
    },
  });
}

function withinLimit(body: Body): Body {
  const count =
    'csv' in body
      ? body.csv.trimEnd().split('\n').length - 1
      : [body.json.cells, body.json.entries].reduce<number>(
          (sum, list) => sum + (Array.isArray(list) ? list.length : 0),
          0,
        );
  if (count <= mostLines) return body;
  throw new AppError('payload_too_large', 413, `At most ${mostLines} rows go at once. Send them in parts.`);
}

async function readBody(req: PayloadRequest): Promise<Body> {
  const text = await bodyText(req);
  const isCsv = /^text\/csv\b/i.test(req.headers.get('content-type') ?? '');
  return withinLimit(isCsv ? { csv: text } : { json: readJsonObject(text) });
}

function isPreview(value: string | undefined): boolean {
  if (value === undefined || value === 'false') return false;
  if (value === 'true') return true;
  throw invalidParameter('preview', 'preview is true or false.');
}

async function answerChanges(req: PayloadRequest): Promise<Response> {
  requireRight(req);
  const { preview, token } = parametersOf(req, ['preview', 'token']);
  const body = await readBody(req);
  const ours = await houseRequest(req);
  if (isPreview(preview)) return Response.json(await previewChanges(ours, body));
  const given = token ?? ('json' in body ? body.json.token : undefined);
  try {
    return Response.json(await applyChanges(ours, body, String(given ?? '')));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const errors = error.problems.map((problem) => ({ ...problem, code: 'validation_failed' }));
    return Response.json({ errors }, { status: 400 });
  }
}

/** Endpoints of which the body may be text/csv; see src/http/bridge.ts. */
export const takesCsv = { takesCsv: true };

export const availabilityDeskEndpoints: Endpoint[] = [
  { path: '/availability-desk/grid', method: 'get', handler: answerGrid },
  { path: '/availability-desk/export.csv', method: 'get', handler: answerExport },
  { path: '/availability-desk/changes', method: 'post', handler: answerChanges, custom: takesCsv },
];
