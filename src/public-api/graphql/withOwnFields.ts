/** Adds to a schema of Payload's what it does not know: our own questions, and what answers carry beside what is stored. */
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  type GraphQLInputType,
  GraphQLObjectType,
  type GraphQLScalarType,
  type GraphQLSchema,
  GraphQLString,
  isScalarType,
} from 'graphql';
import type { Payload } from 'payload';
import { withAnsweredFields } from './answeredFields.js';
import { availabilityFields } from './availabilityFields.js';
import type { Askers, Making } from './makingFields.js';
import { pageFields } from './pageRootFields.js';
import { schemaTypes } from './schemaTypes.js';

/** As Payload names it. Articles have a body, so both schemas have it. */
function jsonIn(schema: GraphQLSchema): GraphQLScalarType {
  const json = schema.getType('JSON');
  if (isScalarType(json)) return json;
  throw new Error('The GraphQL schema has no type JSON.');
}

const localeIn = (schema: GraphQLSchema): GraphQLInputType =>
  // as Payload names the type of its own arguments for languages
  (schema.getType('LocaleInputType') as GraphQLInputType | undefined) ?? GraphQLString;

function withQuestions(making: Making, query: GraphQLObjectType): GraphQLObjectType {
  const config = query.toConfig();
  const own = { ...availabilityFields(making), ...pageFields(making) };
  return new GraphQLObjectType({ ...config, fields: { ...config.fields, ...own } });
}

/** In one go, so that each type of an answer is made once. People and keys get documents as Payload answers them. */
export function withOwnFields(schema: GraphQLSchema, payload: Payload, askers: Askers): GraphQLSchema {
  const typeOf = schemaTypes(jsonIn(schema));
  const making = { askers, payload, locale: localeIn(schema), typeOf };
  return mapSchema(schema, {
    [MapperKind.QUERY]: (query) => withQuestions(making, query),
    [MapperKind.OBJECT_TYPE]: (type) => (askers === 'strangers' ? withAnsweredFields(making, type) : type),
  });
}
