// The GraphQL schemas and what may be asked of them: the allow-list's for strangers, Payload's for people and keys.
import { configToSchema } from '@payloadcms/graphql';
import {
  execute,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  parse,
  printSchema,
  type ValidationRule,
} from 'graphql';
import { createHandler, type Handler } from 'graphql-http';
import type { Payload } from 'payload';
import { maskError } from './maskError.js';
import { type Context, withOwnRequests } from './ownRequests.js';
import { type GraphqlLimits, graphqlLimits, queryLimits } from './queryLimits.js';
import { signedInSchema } from './signedInSchema.js';
import { strangersSchema } from './strangersSchema.js';
import { withOwnFields } from './withOwnFields.js';

type GraphqlHandler = Handler<unknown, Context>;

export interface GraphqlHandlers {
  strangers: () => GraphqlHandler;
  signedIn: () => GraphqlHandler;
  /** What strangers may ask, as SDL. */
  schemaText: () => string;
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
export function createGraphqlHandlers(payload: Payload, isProduction: boolean): GraphqlHandlers {
  const whole = once(() => configToSchema(payload.config).schema);
  const hidden = isProduction ? [NoSchemaIntrospectionCustomRule] : [];
  const open = once(() => withOwnRequests(withOwnFields(strangersSchema(whole()), payload, 'strangers')));
  return {
    // its introspection shows what is public anyway
    strangers: once(() => handlerFor(payload, open(), graphqlLimits.strangers, [])),
    schemaText: once(() => `${printSchema(open())}\n`),
    signedIn: once(() => {
      const own = withOwnFields(signedInSchema(whole(), payload.config), payload, 'signedIn');
      return handlerFor(payload, withOwnRequests(own), graphqlLimits.signedIn, hidden);
    }),
  };
}
