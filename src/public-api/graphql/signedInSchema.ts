// The GraphQL schema for signed-in people and keys: Payload's own, without its ways to sign in. Those stand at the
// sign-in door alone, where attempts are counted and answers tell nothing about accounts.
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import type { GraphQLSchema } from 'graphql';
import type { SanitizedConfig } from 'payload';

const accountActs = [
  'forgotPassword',
  'initialized',
  'login',
  'logout',
  'refreshToken',
  'resetPassword',
  'unlock',
  'verifyEmail',
];

function accountFields({ collections }: SanitizedConfig): Set<string> {
  const names = collections.flatMap(({ auth, graphQL }) =>
    auth && graphQL ? accountActs.map((act) => `${act}${graphQL.singularName}`) : [],
  );
  return new Set(names);
}

/** Payload's schema without the fields that sign in, register or reset. */
export function signedInSchema(schema: GraphQLSchema, config: SanitizedConfig): GraphQLSchema {
  const closed = accountFields(config);
  return mapSchema(schema, {
    [MapperKind.ROOT_FIELD]: (field, name) => (closed.has(name) ? null : field),
  });
}
