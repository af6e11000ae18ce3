// Gives every field at the root a request of its own. Payload's resolvers write language and transaction into the one
// request that all share, so that one field would answer in the language of the field beside it.
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import type { GraphQLFieldConfig, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { getDataLoader, isolateObjectProperty, type PayloadRequest } from 'payload';

/** What resolvers are given. */
export type Context = Record<PropertyKey, unknown> & {
  headers: Record<string, string>;
  req: PayloadRequest;
  /** By the name of the field at the root. */
  roots: Map<string | number, Context>;
};

type Field = GraphQLFieldConfig<unknown, Context>;

function rootOf({ path }: GraphQLResolveInfo): string | number {
  let root = path;
  while (root.prev) root = root.prev;
  return root.key;
}

function ownRequest(shared: PayloadRequest): PayloadRequest {
  const { fallbackLocale, locale } = shared;
  const own = isolateObjectProperty(shared, [
    'fallbackLocale',
    'locale',
    'payloadDataLoader',
    'query',
    'transactionID',
  ] as never) as PayloadRequest;
  Object.assign(own, { fallbackLocale, locale, query: {}, transactionID: undefined });
  own.payloadDataLoader = getDataLoader(own);
  return own;
}

function atRoot(field: Field): Field {
  const { resolve } = field;
  if (!resolve) return field;
  return {
    ...field,
    resolve: (source, args, context, info) => {
      const own = { ...context, req: ownRequest(context.req) };
      context.roots.set(rootOf(info), own);
      return resolve(source, args, own, info);
    },
  };
}

function belowRoot(field: Field): Field {
  const { resolve } = field;
  if (!resolve) return field;
  return {
    ...field,
    resolve: (source, args, context, info) =>
      resolve(source, args, context.roots.get(rootOf(info)) ?? context, info),
  };
}

/** The schema, each of whose root fields keeps its request to itself and to the fields below it. */
export function withOwnRequests(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.ROOT_FIELD]: (field) => atRoot(field as Field),
    [MapperKind.OBJECT_FIELD]: (field) => belowRoot(field as Field),
  });
}
