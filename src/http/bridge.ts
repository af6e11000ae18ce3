// Hands a request to Payload's own REST endpoints and its answer back. Checks limits, not rights: the doors do that.
import { Readable } from 'node:stream';
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';
import { handleEndpoints, type Payload } from 'payload';
import { mostUploadBytes } from '../../collections/content/media.js';
import type { Settings } from '../config.js';
import { AppError, notFound } from '../errors.js';
import { userOf } from '../requestUser.js';
import { collectionOf, isCollection, pathOf, segmentsOf } from './addresses.js';
import { describeErrors } from './describePayloadError.js';
import { withDocumentEtag } from './documentEtag.js';
import { tellWhoAsks } from './knownUsers.js';
import { limitStream, readBody } from './readBody.js';
import { abortSignalOf, sendWebResponse, toWebHeaders } from './webRequest.js';

/** Bytes of a body that is no file. */
export const jsonLimit = 1024 * 1024;
/** What a form adds to the bytes of its file. */
const formMargin = 1024 * 1024;
/** The admin sends every document as a form, so that a file could go with it. */
const formLimit = 2 * 1024 * 1024;

/** What a door changed of the request before it passes it on. */
export interface BridgeChanges {
  method?: string;
  /** Below /api, with a leading slash. */
  path?: string;
  /** Without the question mark. */
  query?: string;
  /** Replaces the body. */
  json?: unknown;
}

export interface Bridge {
  /** Payload's answer to this request. */
  ask(req: ExpressRequest, res: ExpressResponse, changes?: BridgeChanges): Promise<Response>;
  /** Asks and answers; errors take the public shape. */
  pass(req: ExpressRequest, res: ExpressResponse, changes?: BridgeChanges): Promise<void>;
}

interface BridgeParts {
  payload: Payload;
  settings: Pick<Settings, 'serverUrl'>;
}

export function createBridge({ payload, settings }: BridgeParts): Bridge {
  async function ask(
    req: ExpressRequest,
    res: ExpressResponse,
    changes: BridgeChanges = {},
  ): Promise<Response> {
    let broken: AppError | undefined;
    const init = await describeRequest(payload, req, changes, (error) => {
      broken = error;
    });
    const request = new Request(addressOf(settings.serverUrl, req, changes), {
      ...init,
      signal: abortSignalOf(res),
    });
    tellWhoAsks(payload, request, userOf(res));
    const answer = await handleEndpoints({ config: payload.config, request });
    if (broken) throw broken;
    return answer;
  }
  async function pass(req: ExpressRequest, res: ExpressResponse, changes?: BridgeChanges): Promise<void> {
    const answer = await ask(req, res, changes);
    if (answer.status === 500 && isFile(req)) throw notFound(); // not on the disk; Payload has logged it
    const { method = req.method, path = req.path } = changes ?? {};
    await sendWebResponse(res, await withDocumentEtag(await inPublicShape(answer), method, segmentsOf(path)));
  }
  return { ask, pass };
}

/** Built from the configured origin: what a caller claims in Host or X-Forwarded-* never reaches Payload. */
function addressOf(serverUrl: string, req: ExpressRequest, { path, query }: BridgeChanges): URL {
  const address = new URL(serverUrl);
  const [ownPath = '', ...ownQuery] = req.url.split('?');
  address.pathname = `/api${path ?? ownPath}`;
  address.search = query ?? ownQuery.join('?');
  return address;
}

type RequestParts = RequestInit & { duplex?: 'half' };

async function describeRequest(
  payload: Payload,
  req: ExpressRequest,
  { method = req.method === 'HEAD' ? 'GET' : req.method, json }: BridgeChanges,
  onTooLarge: (error: AppError) => void,
): Promise<RequestParts> {
  const headers = toWebHeaders(req);
  if (json !== undefined) {
    headers.set('content-type', 'application/json');
    headers.delete('content-length');
    return { method, headers, body: JSON.stringify(json) };
  }
  if (method === 'GET') return { method, headers };
  return { method, headers, ...(await readPayloadBody(payload, req, onTooLarge)) };
}

async function readPayloadBody(
  payload: Payload,
  req: ExpressRequest,
  onTooLarge: (error: AppError) => void,
): Promise<RequestParts> {
  const type = req.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type === 'multipart/form-data') {
    const limit = takesFiles(payload, req) ? mostUploadBytes + formMargin : formLimit;
    return {
      body: Readable.toWeb(limitStream(req, limit, onTooLarge)) as ReadableStream<Uint8Array>,
      duplex: 'half',
    };
  }
  const body = await readBody(req, jsonLimit);
  if (!body.length) return {};
  if (type === 'application/json') return { body: objectIn(body) };
  if (type === 'text/csv' && takesCsv(payload, req)) return { body };
  throw new AppError(
    'unsupported_media_type',
    415,
    'Send application/json, or multipart/form-data for files.',
  );
}

/** The same bytes. Payload takes any JSON for a document and fails on what is none. */
function objectIn(body: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new AppError('invalid_json', 400, 'The body is not JSON.');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return body;
  throw new AppError('invalid_json', 400, 'The body must be a JSON object.');
}

function isFile(req: ExpressRequest): boolean {
  return segmentsOf(req.path)[1] === 'file';
}

function takesFiles(payload: Payload, req: ExpressRequest): boolean {
  const [first = ''] = segmentsOf(req.path);
  return isCollection(payload, first) && Boolean(collectionOf(payload, first).config.upload);
}

/** Endpoints of our own say so of themselves. */
function takesCsv({ config }: Payload, req: ExpressRequest): boolean {
  const path = pathOf(segmentsOf(req.path));
  return config.endpoints.some((each) => each.path === path && each.custom?.takesCsv === true);
}

/** Who changes many at once is told what has been changed, beside what has not. */
function ofMany(body: unknown): { docs?: unknown[]; message?: string } {
  const { docs, message } = (body ?? {}) as { docs?: unknown; message?: string };
  return Array.isArray(docs) ? { docs, message } : {};
}

/** Errors of Payload get their code; a 501 (a collection without REST) is an address that does not exist. */
export async function inPublicShape(answer: Response): Promise<Response> {
  if (answer.status < 400 || !answer.headers.get('content-type')?.includes('json')) return answer;
  const status = answer.status === 501 ? 404 : answer.status;
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  headers.set('cache-control', 'no-store');
  const body: unknown = await answer.json();
  return Response.json({ ...ofMany(body), ...describeErrors(body, status) }, { status, headers });
}
