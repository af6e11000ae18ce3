// Updates of many documents in parts, each a transaction of its own: who else wants to write waits for one part, not for all.
import {
  APIError,
  addDataAndFileToRequest,
  addLocalesToRequestFromData,
  type BulkOperationResult,
  type CollectionSlug,
  getDataLoader,
  headersWithCors,
  isolateObjectProperty,
  type PayloadRequest,
  parseParams,
  type SanitizedCollectionConfig,
  type SanitizedConfig,
  updateOperation,
  type Where,
} from 'payload';
import { houseRequest } from '../editingRequests.js';

/** A part holds the writer for a few tenths of a second. */
const mostAtOnce = 25;

type Result = BulkOperationResult<CollectionSlug, Record<string, true>>;
type Failure = Result['errors'][number];
type Asked = ReturnType<typeof parseParams>;

const hidden = 'Something went wrong.';

/** The documents that are meant, as Payload would find them; undefined where only Payload can tell. */
async function idsMeant(
  req: PayloadRequest,
  { slug }: SanitizedCollectionConfig,
  asked: Asked,
): Promise<string[] | undefined> {
  const { draft, limit, sort, trash, where } = asked;
  if (!where || limit) return undefined;
  const isTrashing = typeof req.data?.deletedAt === 'string';
  const { docs } = await req.payload.find({
    ...{ collection: slug as CollectionSlug, depth: 0, pagination: false, select: { updatedAt: true } },
    ...{ draft: Boolean(draft) || isTrashing, overrideAccess: false, sort, trash, where: where as Where },
    req: await houseRequest(req),
  });
  return docs.map(({ id }) => String(id));
}

/** What hooks remember during one part is not told to the next. */
function requestOfPart(req: PayloadRequest): PayloadRequest {
  const own = isolateObjectProperty(req, ['context', 'payloadDataLoader', 'transactionID']);
  Object.assign(own, { context: { ...req.context }, transactionID: undefined });
  own.payloadDataLoader = getDataLoader(own);
  return own;
}

async function update(
  req: PayloadRequest,
  { slug }: SanitizedCollectionConfig,
  { where, ...asked }: Asked,
  ids?: readonly string[],
): Promise<Result> {
  const { depth, draft, limit, overrideLock, populate, publishAllLocales, select } = asked;
  const { sort, trash, unpublishAllLocales } = asked;
  // who no longer satisfies the condition is left alone
  const narrowed = ids ? { and: [where as Where, { id: { in: [...ids] } }] } : (where as Where);
  return updateOperation({
    ...{ collection: req.payload.collections[slug], data: structuredClone(req.data ?? {}), depth, draft },
    ...{ limit, overrideLock: overrideLock ?? false, populate, publishAllLocales, req: requestOfPart(req) },
    ...{ select, sort, trash, unpublishAllLocales, where: narrowed },
  } as Parameters<typeof updateOperation>[0]) as Promise<Result>;
}

/** When a part fails as a whole, nothing of it is written; what was written before stays. */
function failuresOf(error: unknown, ids: readonly string[], req: PayloadRequest): Failure[] {
  const isPublic = error instanceof APIError && error.isPublic;
  if (!isPublic) req.payload.logger.error({ err: error, msg: 'a part of a bulk update failed' });
  return ids.map((id) => ({ id, isPublic, message: isPublic ? error.message : hidden }));
}

async function updateAll(
  req: PayloadRequest,
  config: SanitizedCollectionConfig,
  asked: Asked,
): Promise<Result> {
  const ids = await idsMeant(req, config, asked);
  if (!ids || ids.length <= mostAtOnce) return update(req, config, asked);
  const all: Result = { docs: [], errors: [] };
  for (let start = 0; start < ids.length; start += mostAtOnce) {
    const part = ids.slice(start, start + mostAtOnce);
    try {
      const { docs, errors } = await update(req, config, asked, part);
      all.docs.push(...docs);
      all.errors.push(...errors);
    } catch (error) {
      if (start === 0) throw error;
      all.errors.push(...failuresOf(error, part, req));
    }
  }
  return all;
}

function labelOf({ labels }: SanitizedCollectionConfig, { i18n, t }: PayloadRequest, count: number): string {
  const label = count === 1 ? labels.singular : labels.plural;
  if (typeof label === 'function') return label({ i18n, t } as never);
  return typeof label === 'string' ? label : (label[i18n.language] ?? Object.values(label)[0] ?? '');
}

/** In Payload's own words. */
function messageOf(req: PayloadRequest, config: SanitizedCollectionConfig, { docs, errors }: Result): string {
  const total = docs.length + errors.length;
  const label = labelOf(config, req, total);
  return errors.length === 0
    ? req.t('general:updatedCountSuccessfully', { count: docs.length, label })
    : req.t('error:unableToUpdateCount', { count: errors.length, label, total });
}

async function answer(req: PayloadRequest, config: SanitizedCollectionConfig): Promise<Response> {
  await addDataAndFileToRequest(req);
  addLocalesToRequestFromData(req);
  const found = await updateAll(req, config, parseParams(req.query));
  const errors = found.errors.map((error) => (error.isPublic ? error : { ...error, message: hidden }));
  const body = { ...found, errors, message: messageOf(req, config, found) };
  const headers = headersWithCors({ headers: new Headers(), req });
  return Response.json(body, { headers, status: errors.length === 0 ? 200 : 400 });
}

/** The configuration, its endpoints sanitised already, with bulk updates in parts; those of files stay as they are. */
export async function updatingInParts(made: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await made;
  for (const collection of config.collections) {
    if (collection.upload || collection.endpoints === false) continue;
    collection.endpoints = collection.endpoints.map((endpoint) =>
      endpoint.path === '/' && endpoint.method === 'patch'
        ? { ...endpoint, handler: (req) => answer(req, collection) }
        : endpoint,
    );
  }
  return config;
}
