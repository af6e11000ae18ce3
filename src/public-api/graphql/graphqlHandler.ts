// GraphQL over HTTP for strangers (the allow-list's schema) and signed-in people and keys (Payload's whole schema).
import { configToSchema } from '@payloadcms/graphql';
import type { RequestHandler } from 'express';
import { execute, type GraphQLSchema, NoSchemaIntrospectionCustomRule, parse, type ValidationRule } from 'graphql';
import { createHandler, type Handler } from 'graphql-http';
import { createPayloadRequest, type Payload, type PayloadRequest } from 'payload';
import type { Settings } from '../../config.js';
import { userOf } from '../../http/authenticate.js';
import { AppError } from '../../http/errors.js';
import { readBody } from '../../http/readBody.js';
import { toWebHeaders } from '../../http/webRequest.js';
import { maskError } from './maskError.js';
import { type GraphqlLimits, graphqlLimits, queryLimits } from './queryLimits.js';
import { strangersSchema } from './strangersSchema.js';

type Context = Record<PropertyKey, unknown> & { headers: Record<string, string>; req: PayloadRequest };

type GraphqlHandler = Handler<unknown, Context>;

interface Handlers {
  strangers: GraphqlHandler;
  signedIn: GraphqlHandler;
}

function handlerFor(payload: Payload, schema: GraphQLSchema, limits: GraphqlLimits, rules: ValidationRule[]): GraphqlHandler {
  return createHandler<unknown, Context, Context>({
    schema,
    execute,
    context: ({ context }) => context,
    formatError: (error) => maskError(payload, error),
    parse: (source) => parse(source, { maxTokens: limits.tokens, noLocation: false }),
    validationRules: (_request, _args, specified) => [...specified, ...queryLimits(limits), ...rules],
  });
}

/** Building the schema takes a while: it is built at the first question, once. */
function handlersOf(payload: Payload, isProduction: boolean): () => Handlers {
  let handlers: Handlers | undefined;
  return () => {
    if (!handlers) {
      const { schema } = configToSchema(payload.config);
      const hidden = isProduction ? [NoSchemaIntrospectionCustomRule] : [];
      handlers = {
        // its introspection shows what is public anyway
        strangers: handlerFor(payload, strangersSchema(schema), graphqlLimits.strangers, []),
        signedIn: handlerFor(payload, schema, graphqlLimits.signedIn, hidden),
      };
    }
    return handlers;
  };
}

/** GET carries a query in its address; Payload resolves mutations only from POST, as GraphQL over HTTP asks. */
export function createGraphqlHandler({ payload, settings }: { payload: Payload; settings: Settings }): RequestHandler {
  const handlers = handlersOf(payload, settings.production);
  return async (req, res) => {
    if (req.method !== 'GET' && req.method !== 'POST') {
      throw new AppError('method_not_allowed', 405, `${req.method} is not used here.`);
    }
    const isStranger = userOf(res) === null;
    const limits = isStranger ? graphqlLimits.strangers : graphqlLimits.signedIn;
    const body = req.method === 'POST' ? (await readBody(req, limits.bodyBytes)).toString('utf8') : null;
    const headers = toWebHeaders(req);
    const url = new URL(req.originalUrl, settings.serverUrl);
    const request = new Request(url, { headers, method: 'GET' });
    const payloadRequest = await createPayloadRequest({ canSetHeaders: true, config: payload.config, request });
    payloadRequest.payloadAPI = 'GraphQL';
    if (isStranger) payloadRequest.user = null;
    const handle = isStranger ? handlers().strangers : handlers().signedIn;
    const [answer, init] = await handle({
      body,
      context: { headers: {}, req: payloadRequest },
      headers: { get: (name: string) => headers.get(name) },
      method: req.method,
      raw: request,
      url: url.pathname + url.search,
    });
    for (const [name, value] of Object.entries(init.headers ?? {})) res.setHeader(name, value);
    res.status(init.status).send(answer);
  };
}
