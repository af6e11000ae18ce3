/** The document of the API in OpenAPI 3.1: everything that strangers may ask, made from the tables that answer them. */
import type { SanitizedConfig } from 'payload';
import { z } from 'zod';
import './answers/availability.js';
import './answers/disclaimers.js';
import './answers/page.js';
import './answers/requests.js';
import { namedSchemas } from './answers/shape.js';
import './answers/shared.js';
import './answers/site.js';
import { collectionSchemas } from './collectionSchemas.js';
import { addExamples, type Examples } from './examples.js';
import { introduction, tags } from './introduction.js';
import { isObject, type Json } from './json.js';
import { errorResponses, type Operation, presentOperation } from './operation.js';
import { serverOperations } from './operations/aboutServer.js';
import { availabilityOperations } from './operations/availability.js';
import { collectionOperations } from './operations/collections.js';
import { disclaimerOperations } from './operations/disclaimers.js';
import { graphqlOperations } from './operations/graphql.js';
import { mediaOperations } from './operations/media.js';
import { pageOperations } from './operations/pages.js';
import { signInOperations } from './operations/signingIn.js';
import { siteOperations } from './operations/sites.js';
import { sharedHeaders, sharedParameters } from './parameters.js';

/** Every operation, in the order in which people read them. */
export const operations: readonly Operation[] = [
  ...pageOperations,
  ...disclaimerOperations,
  ...siteOperations,
  ...collectionOperations,
  ...availabilityOperations,
  ...graphqlOperations,
  ...mediaOperations,
  ...signInOperations,
  ...serverOperations,
];

/** Answers may get more fields, so nothing is said of fields that are not named; and each schema is a component, no file. */
function asComponent(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asComponent);
  if (!isObject(schema)) return schema;
  const { $id: _id, $schema: _schema, propertyNames: _names, ...rest } = schema;
  const entries = Object.entries(rest).filter(
    ([name, value]) => !(name === 'additionalProperties' && value === false),
  );
  return Object.fromEntries(entries.map(([name, value]) => [name, asComponent(value)]));
}

function answerSchemas(): Record<string, unknown> {
  const { schemas } = z.toJSONSchema(namedSchemas, {
    io: 'output',
    uri: (name) => `#/components/schemas/${name}`,
  });
  return asComponent(schemas) as Record<string, unknown>;
}

function paths(): Record<string, Json> {
  const found: Record<string, Json> = {};
  for (const operation of operations) {
    found[operation.path] = {
      ...found[operation.path],
      [operation.method ?? 'get']: presentOperation(operation),
    };
  }
  return found;
}

const securitySchemes = {
  session: {
    ...{ type: 'apiKey', in: 'header', name: 'Authorization' },
    description: 'A person: `JWT ` and the token that signing in gives.',
  },
  apiKey: {
    ...{ type: 'apiKey', in: 'header', name: 'Authorization' },
    description: 'A program: `api-clients API-Key ` and a key, which an administrator makes in the admin.',
  },
};

/** The whole document. The same for every server of one version: what differs between them is no part of it. */
export function describeApi(config: SanitizedConfig, examples: Examples): Json {
  return {
    openapi: '3.1.0',
    info: introduction,
    servers: [{ url: '/', description: 'The server that this document was read from.' }],
    tags,
    security: [],
    paths: addExamples(paths(), examples),
    components: {
      schemas: { ...answerSchemas(), ...collectionSchemas(config) },
      responses: errorResponses(operations),
      parameters: sharedParameters,
      headers: sharedHeaders,
      securitySchemes,
    },
  };
}
