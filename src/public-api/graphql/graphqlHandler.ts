// GraphQL over HTTP for strangers (the allow-list's schema) and signed-in people and keys (Payload's whole schema).
import { configToSchema } from '@payloadcms/graphql';
import type { Request, RequestHandler, Response } from 'express';
import {
  execute,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  parse,
  type ValidationRule,
} from 'graphql';
import { createHandler, type Handler } from 'graphql-http';
import { createPayloadRequest, type Payload, type PayloadRequest } from 'payload';
import type { Settings } from '../../config.js';
import { userOf } from '../../http/authenticate.js';
import { AppError, codeForStatus } from '../../http/errors.js';
import { readBody } from '../../http/readBody.js';
import { toWebHeaders } from '../../http/webRequest.js';
import { maskError } from './maskError.js';
import { type Context, withOwnRequests } from './ownRequests.js';
import { type GraphqlLimits, graphqlLimits, queryLimits } from './queryLimits.js';
import { signedInSchema } from './signedInSchema.js';
import { strangersSchema } from './strangersSchema.js';

type GraphqlHandler = Handler<unknown, Context>;

interface GraphqlParts {
  payload: Payload;
  settings: Settings;
}

interface Handlers {
  strangers: () => GraphqlHandler;
  signedIn: () => GraphqlHandler;
}

function handlerFor(
  payload: Payload,
  schema: GraphQLSchema,
  limits: GraphqlLimits,
  rules: ValidationRule[],
): GraphqlHandler {
  return createHandler<unknown, Context, Context>({
    schema,
    execute,
    context: ({ context }) => context,
    formatError: (error) => maskError(payload, error),
    parse: (source) => parse(source, { maxTokens: limits.tokens, noLocation: false }),
    validationRules: (_request, _args, specified) => [...specified, ...queryLimits(limits), ...rules],
  });
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Building a schema takes about a second: each is built at the first question that needs it. */
function handlersOf(payload: Payload, isProduction: boolean): Handlers {
  const whole = once(() => configToSchema(payload.config).schema);
  const hidden = isProduction ? [NoSchemaIntrospectionCustomRule] : [];
  return {
    // its introspection shows what is public anyway
    strangers: once(() =>
      handlerFor(payload, withOwnRequests(strangersSchema(whole())), graphqlLimits.strangers, []),
    ),
    signedIn: once(() => {
      const schema = withOwnRequests(signedInSchema(whole(), payload.config));
      return handlerFor(payload, schema, graphqlLimits.signedIn, hidden);
    }),
  };
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
  const payloadRequest = await createPayloadRequest({ canSetHeaders: true, config: payload.config, request });
  return Object.assign(payloadRequest, { payloadAPI: 'GraphQL', user: userOf(res) });
}

/** GET carries a query in its address; mutations are resolved only from POST, as GraphQL over HTTP asks. */
export function createGraphqlHandler(parts: GraphqlParts): RequestHandler {
  const handlers = handlersOf(parts.payload, parts.settings.production);
  return async (req, res) => {
    if (req.method !== 'GET' && req.method !== 'POST') {
      throw new AppError('method_not_allowed', 405, `${req.method} is not used here.`);
    }
    const isStranger = userOf(res) === null;
    const limits = isStranger ? graphqlLimits.strangers : graphqlLimits.signedIn;
    const body = req.method === 'POST' ? (await readBody(req, limits.bodyBytes)).toString('utf8') : null;
    const headers = toWebHeaders(req);
    const payloadRequest = await payloadRequestOf(req, res, parts);
    const handle = isStranger ? handlers.strangers() : handlers.signedIn();
    const [answer, init] = await handle({
      body,
      context: { headers: {}, req: payloadRequest, roots: new Map() },
      headers: { get: (name: string) => headers.get(name) },
      method: req.method,
      raw: payloadRequest,
      url: req.originalUrl,
    });
    if (answer === null) throw new AppError(codeForStatus(init.status), init.status, `${init.statusText}.`);
    for (const [name, value] of Object.entries(init.headers ?? {})) res.setHeader(name, value);
    res.status(init.status).send(answer);
  };
}
