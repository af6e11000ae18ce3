// What signed-in people and API keys ask of Payload's own REST API, and what is refused before it gets there.
// Rights per document stay with the collections' access rules.
import type { Request, RequestHandler, Response } from 'express';
import type { Payload, TypedUser } from 'payload';
import { AppError, notFound, unauthenticated } from '../errors.js';
import { userOf } from '../requestUser.js';
import { collectionOf, isCollection, isKnownAddress, pathOf, segmentsOf } from './addresses.js';
import { type Bridge, type BridgeChanges, jsonLimit } from './bridge.js';
import { checkQuery, checkWriteFilter, withLocale } from './checkQuery.js';
import { readBody } from './readBody.js';

const methods = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'DELETE']);

/** Ways in that stand open only at the sign-in door, if at all. */
const closed = new Set(['first-register', 'init', 'login', 'forgot-password', 'reset-password', 'verify']);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const objectId = /^[0-9a-f]{24}$/i;

interface EditingDoorParts {
  payload: Payload;
  bridge: Bridge;
}

/** Strangers: 401 where there is something, 404 where there is nothing. Everyone else: on to Payload. */
export function createEditingDoor({ payload, bridge }: EditingDoorParts): RequestHandler {
  return async (req, res) => {
    const segments = segmentsOf(req.path);
    if (!isKnownAddress(payload, segments)) throw notFound();
    if (!userOf(res)) throw unauthenticated();
    if (isClosed(payload, segments, userOf(res))) throw notFound();
    if (!methods.has(req.method))
      throw new AppError('method_not_allowed', 405, `${req.method} is not used here.`);
    res.setHeader('Cache-Control', 'private, no-store');
    const changes = await readOverride(req);
    const path = pathOf(await resolveDocument(payload, req, res, segments, changes.method));
    await bridge.pass(req, res, { ...changes, path, query: cleanQuery(payload, req, changes) });
  };
}

/** What nobody, or no API client, has any business with; and versions of what has none, which Payload answers with 500. */
function isClosed(payload: Payload, [slug = '', word = '']: string[], user: TypedUser | null): boolean {
  if (!isCollection(payload, slug)) return false;
  if (slug.startsWith('payload-') && user?.collection !== payload.config.admin.user) return true;
  const hasVersions = Boolean(collectionOf(payload, slug).config.versions);
  return closed.has(word) || (word === 'versions' && !hasVersions && slug !== 'payload-preferences');
}

function cleanQuery(payload: Payload, req: Request, { method = req.method, query }: BridgeChanges): string {
  const asked = withLocale(query ?? req.url.split('?').slice(1).join('?'), payload.config);
  return method === 'GET' || method === 'HEAD' ? checkQuery(asked) : checkWriteFilter(asked);
}

/** The admin asks for long filters with POST, a form body and a header that says GET; nothing else may disguise itself. */
async function readOverride(req: Request): Promise<BridgeChanges> {
  const override = req.headers['x-payload-http-method-override'] ?? req.headers['x-http-method-override'];
  if (override === undefined) return {};
  const type = req.headers['content-type']?.split(';', 1)[0];
  if (req.method !== 'POST' || override !== 'GET' || type !== 'application/x-www-form-urlencoded') {
    throw new AppError(
      'bad_request',
      400,
      'A method override is only accepted for GET, on a POST with a form body.',
    );
  }
  return { method: 'GET', query: (await readBody(req, jsonLimit)).toString('utf8') };
}

/** Slugs become ids where a document is read; what can be neither is a 404 instead of a database error. */
async function resolveDocument(
  payload: Payload,
  req: Request,
  res: Response,
  segments: string[],
  method = req.method,
): Promise<string[]> {
  const [slug = '', id, ...rest] = segments;
  if (!isCollection(payload, slug) || id === undefined || hasOwnEndpoint(payload, slug, id)) {
    refuseMalformedVersion(segments);
    return segments;
  }
  if (uuid.test(id) || slug.startsWith('payload-')) return segments;
  if ((method === 'GET' || method === 'HEAD') && !rest.length)
    return [slug, await findIdBySlug(payload, res, slug, id)];
  throw notFound();
}

/** `/articles/count`, `/media/file/…`: the second segment is a word of the collection's endpoints. */
function hasOwnEndpoint(payload: Payload, slug: string, word: string): boolean {
  const { endpoints } = collectionOf(payload, slug).config;
  return endpoints !== false && endpoints.some(({ path }) => path.split('/')[1] === word);
}

function refuseMalformedVersion([, word, id]: string[]): void {
  if (word === 'versions' && id !== undefined && !uuid.test(id) && !objectId.test(id)) throw notFound();
}

async function findIdBySlug(
  payload: Payload,
  res: Response,
  collection: string,
  slug: string,
): Promise<string> {
  const { config } = collectionOf(payload, collection);
  if (!config.flattenedFields.some((field) => field.name === 'slug')) throw notFound();
  const { docs } = await payload.find({
    collection: collection as never,
    where: { slug: { equals: slug } },
    depth: 0,
    limit: 1,
    pagination: false,
    disableErrors: true, // who may not read it finds nothing
    overrideAccess: false,
    user: userOf(res),
  });
  const found = docs[0] as { id: string } | undefined;
  if (!found) throw notFound();
  return found.id;
}
