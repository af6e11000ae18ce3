// GraphQL types made from the schemas of answers, as OpenAPI is: one table says what both answer.
import {
  GraphQLBoolean,
  type GraphQLFieldConfigMap,
  GraphQLFloat,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLScalarType,
  GraphQLString,
} from 'graphql';
import { z } from 'zod';
import { namedSchemas } from '../openapi/answers/shape.js';

/** Makes the type of a schema; `name` is that of a type that the schema does not name itself. */
export type TypeOf = (schema: z.ZodType, name: string) => GraphQLOutputType;

const capital = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** What may be null or absent, and what it is when it is there. */
function unwrap(schema: z.ZodType): { inner: z.ZodType; isThere: boolean } {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    return { inner: unwrap(schema.unwrap() as z.ZodType).inner, isThere: false };
  }
  return { inner: schema, isThere: !(schema instanceof z.ZodUnknown) };
}

const describedIn = (schema: z.ZodType): string | undefined =>
  schema.description ?? namedSchemas.get(schema)?.description;

type Shape = Record<string, z.ZodType>;

/** The fields of all that it may be; what not all of them have may be absent. */
function shapeOfUnion(options: readonly z.ZodObject[]): Shape {
  const named = options.flatMap(({ shape }) => Object.entries(shape as Shape));
  const isCommon = (name: string) => options.every(({ shape }) => Object.hasOwn(shape, name));
  return Object.fromEntries(named.map(([name, each]) => [name, isCommon(name) ? each : each.optional()]));
}

/** The fields of an object, and of what is one object or another; undefined for all else. */
function shapeOf(schema: z.ZodType): Shape | undefined {
  if (isClosed(schema)) return schema.shape;
  if (!(schema instanceof z.ZodUnion)) return undefined;
  const options = schema.options as readonly z.ZodType[];
  return options.every(isClosed) ? shapeOfUnion(options) : undefined;
}

/** An object that may have more fields than it names is JSON: GraphQL would leave those out. */
const isClosed = (schema: z.ZodType): schema is z.ZodObject =>
  schema instanceof z.ZodObject && !schema.def.catchall;

function scalarOf(schema: z.ZodType): GraphQLScalarType | undefined {
  if (schema instanceof z.ZodString || schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral)
    return GraphQLString;
  if (schema instanceof z.ZodBoolean) return GraphQLBoolean;
  if (!(schema instanceof z.ZodNumber)) return undefined;
  return schema.meta()?.type === 'integer' ? GraphQLInt : GraphQLFloat;
}

/**
 * Types are made once for each schema, and end with `Answer`: Payload's own types are named after what is stored. What is not
 * described further is `json`. Values of a closed list are strings, as they are in REST.
 */
export function schemaTypes(json: GraphQLScalarType): TypeOf {
  const made = new Map<z.ZodType, GraphQLObjectType>();

  function objectOf(schema: z.ZodType, shape: Shape, name: string): GraphQLObjectType {
    const known = made.get(schema);
    if (known) return known;
    const typeName = `${namedSchemas.get(schema)?.id ?? name}Answer`;
    const fields = (): GraphQLFieldConfigMap<unknown, unknown> =>
      Object.fromEntries(
        Object.entries(shape).map(([field, each]) => {
          const type = typeOf(each, `${typeName.replace(/Answer$/, '')}${capital(field)}`);
          return [field, { type, description: describedIn(each) }];
        }),
      );
    const type = new GraphQLObjectType({ name: typeName, description: describedIn(schema), fields });
    made.set(schema, type);
    return type;
  }

  function innerOf(schema: z.ZodType, name: string): GraphQLOutputType {
    const shape = shapeOf(schema);
    if (shape) return objectOf(schema, shape, name);
    if (schema instanceof z.ZodArray) return new GraphQLList(typeOf(schema.element as z.ZodType, name));
    return scalarOf(schema) ?? json;
  }

  function typeOf(schema: z.ZodType, name: string): GraphQLOutputType {
    const { inner, isThere } = unwrap(schema);
    const type = innerOf(inner, name);
    return isThere ? new GraphQLNonNull(type) : type;
  }

  return typeOf;
}
