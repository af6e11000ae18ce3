// GraphQL over HTTP: reads the question, finds out who asks, and writes the answer. The schemas are public-api's.
import type { Request, RequestHandler, Response } from 'express';
import { createPayloadRequest, type Payload, type PayloadRequest } from 'payload';
import type { Settings } from '../config.js';
import { AppError, codeForStatus } from '../errors.js';
import { neverKeep } from '../freshness/reads.js';
import { createGraphqlHandlers, graphqlLimits } from '../public-api/index.js';
import { atOnePosition, positionHeader } from '../publishing/ledger/atOnePosition.js';
import { userOf } from '../requestUser.js';
import { sendAnswer } from '../sendAnswer.js';
import { tellWhoAsks } from './knownUsers.js';
import { readBody } from './readBody.js';
import { toWebHeaders } from './webRequest.js';

interface GraphqlParts {
  payload: Payload;
  settings: Settings;
}

/** Payload reads `draft`, `locale` and more from the address; here they are arguments, and the language is always said. */
function addressFor(req: Request, { serverUrl }: Settings, { localization }: Payload['config']): URL {
  const url = new URL(req.originalUrl.split('?', 1)[0] as string, serverUrl);
  if (localization) url.searchParams.set('locale', localization.defaultLocale);
  return url;
}

async function payloadRequestOf(
  req: Request,
  res: Response,
  { payload, settings }: GraphqlParts,
): Promise<PayloadRequest> {
  const request = new globalThis.Request(addressFor(req, settings, payload.config), {
    headers: toWebHeaders(req),
    method: 'GET',
  });
  tellWhoAsks(payload, request, userOf(res));
  const payloadRequest = await createPayloadRequest({ canSetHeaders: true, config: payload.config, request });
  return Object.assign(payloadRequest, { payloadAPI: 'GraphQL', user: userOf(res) });
}

/** What strangers are answered is of one position of the ledger, and names it. */
async function askAtOnePosition<T>(payload: Payload, res: Response, ask: () => Promise<T>): Promise<T> {
  const { answer, position } = await atOnePosition(payload, ask);
  if (position !== null) res.setHeader(positionHeader, String(position));
  return answer;
}

/** For tools that make types of it: the schema for strangers, whoever asks. */
function sendSchema(req: Request, res: Response, body: string): void {
  sendAnswer({ req, res }, { type: 'text/plain; charset=utf-8', body }, { isPrivate: false });
}

type Answer = Awaited<ReturnType<ReturnType<ReturnType<typeof createGraphqlHandlers>['strangers']>>>;

/** Data without a single error: anything else is of this moment. */
const isWhole = (answer: string, status: number) => status === 200 && answer.startsWith('{"data":');

/** What may be kept is sent like any answer to strangers. */
function send(req: Request, res: Response, [answer, init]: Answer): void {
  if (init.status === 405)
    throw new AppError('method_not_allowed', 405, 'What changes something is sent with POST.');
  if (answer === null) throw new AppError(codeForStatus(init.status), init.status, `${init.statusText}.`);
  res.vary('Accept');
  const type = init.headers?.['content-type'];
  if (userOf(res) === null && isWhole(answer, init.status) && type) {
    sendAnswer({ req, res }, { type, body: answer }, { isPrivate: false });
    return;
  }
  neverKeep();
  for (const [name, value] of Object.entries(init.headers ?? {})) res.setHeader(name, value);
  res.status(init.status).send(answer);
}

/** GET carries a query in its address; mutations are resolved only from POST, as GraphQL over HTTP asks. */
export function createGraphqlDoor(parts: GraphqlParts): RequestHandler {
  const handlers = createGraphqlHandlers(parts.payload, parts.settings.production);
  return async (req, res) => {
    const isRead = req.method === 'GET' || req.method === 'HEAD';
    if (isRead && req.path === '/schema.graphql') return sendSchema(req, res, handlers.schemaText());
    if (req.method !== 'GET' && req.method !== 'POST') {
      throw new AppError('method_not_allowed', 405, `${req.method} is not used here.`);
    }
    const isStranger = userOf(res) === null;
    const limits = isStranger ? graphqlLimits.strangers : graphqlLimits.signedIn;
    const body = req.method === 'POST' ? (await readBody(req, limits.bodyBytes)).toString('utf8') : null;
    const headers = toWebHeaders(req);
    const handle = isStranger ? handlers.strangers() : handlers.signedIn();
    const ask = async () => {
      const payloadRequest = await payloadRequestOf(req, res, parts);
      return handle({
        body,
        context: { headers: {}, req: payloadRequest, roots: new Map() },
        headers: { get: (name: string) => headers.get(name) },
        method: req.method,
        raw: payloadRequest,
        url: req.originalUrl,
      });
    };
    send(req, res, isStranger ? await askAtOnePosition(parts.payload, res, ask) : await ask());
  };
}
