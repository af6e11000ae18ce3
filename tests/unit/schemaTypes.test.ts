/** GraphQL types made from the schemas of answers say what those say. */
import { describe, expect, it } from '@jest/globals';
import { GraphQLObjectType, GraphQLScalarType, GraphQLSchema, printSchema } from 'graphql';
import { z } from 'zod';
import { schemaTypes } from '../../src/public-api/graphql/schemaTypes.js';
import { names } from '../../src/public-api/openapi/answers/shape.js';

const json = new GraphQLScalarType({ name: 'JSON' });

function printed(schema: z.ZodObject): string {
  const type = schemaTypes(json)(schema, 'Root');
  const query = new GraphQLObjectType({ name: 'Query', fields: { root: { type } } });
  return printSchema(new GraphQLSchema({ query })).replace(/\s+/g, ' ');
}

describe('GraphQL types of answers', () => {
  it('are null where answers may be, numbers and lists as they are, and JSON where nothing more is said', () => {
    const schema = z.object({
      text: z.string(),
      textOrNull: z.string().nullable(),
      absent: z.number().nullable().optional(),
      whole: z.number().meta({ type: 'integer' }),
      list: z.array(z.enum(['in-person', 'other'])),
      anything: z.unknown(),
      record: z.record(z.string(), z.unknown()),
      open: z.array(z.looseObject({ id: z.string() })),
      below: z.object({ is: z.boolean() }).nullable(),
    });
    const said = printed(schema);
    expect(said).toContain('root: RootAnswer!');
    expect(said).toContain(
      'type RootAnswer { text: String! textOrNull: String absent: Float whole: Int! list: [String!]! anything: JSON record: JSON! open: [JSON!]! below: RootBelowAnswer }',
    );
    expect(said).toContain('type RootBelowAnswer { is: Boolean! }');
  });

  it('have the fields of all that an answer may be, null where it is another', () => {
    const place = z.union([
      z.object({ zip: z.string(), states: z.array(z.string()) }),
      z.object({ state: z.string(), states: z.array(z.string()) }),
    ]);
    const said = printed(z.object({ place, word: z.union([z.string(), z.number()]) }));
    expect(said).toContain('type RootPlaceAnswer { zip: String states: [String!]! state: String }');
    expect(said).toContain('word: JSON!');
  });

  it('are one type for one schema, with its name and description', () => {
    const named = names('Thing', 'A thing.', z.object({ name: z.string() }));
    const said = printed(z.object({ one: named, others: z.array(named) }));
    expect(said).toContain('"""A thing.""" type ThingAnswer { name: String! }');
    expect(said).toContain('one: ThingAnswer! others: [ThingAnswer!]!');
  });
});
