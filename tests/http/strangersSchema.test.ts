/** The GraphQL schema that strangers see, read over HTTP: the allow-list and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildClientSchema,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getIntrospectionQuery,
  isInputObjectType,
  isObjectType,
  printSchema,
} from 'graphql';
import { allowList, type PublicCollection, type PublicSlug } from '../../src/public-api/allowList.js';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
let schema: GraphQLSchema;

beforeAll(async () => {
  house = await openHouse();
  const { body } = await house.stranger
    .post('/api/graphql')
    .send({ query: getIntrospectionQuery() })
    .expect(200);
  schema = buildClientSchema(body.data);
});
afterAll(() => house.close());

const rows = Object.entries(allowList) as [PublicSlug, PublicCollection][];
const sorted = (names: Iterable<string>) => [...names].sort();

function objectType(name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no type of the schema.`);
  return type;
}

function inputType(name: string): GraphQLInputObjectType {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`${name} is no input of the schema.`);
  return type;
}

/** GraphQL writes the dots of a path as two underscores. */
const nameOf = (path: string) => path.replaceAll('.', '__');

describe('the schema for strangers', () => {
  it('has one document, a list and a count of each public collection, and no other question', () => {
    const ofCollections = rows.flatMap(([, { names }]) => [
      ...[names.singular, names.plural, `count${names.plural}`],
    ]);
    const ofOurOwn = ['availabilityCheck', 'availabilitySummary', 'disclaimersFor', 'page', 'site'];
    const expected = [...ofCollections, ...ofOurOwn];
    expect(sorted(Object.keys(schema.getQueryType()?.getFields() ?? {}))).toEqual(sorted(expected));
  });

  it('has no mutation and no subscription', () => {
    expect(schema.getMutationType() ?? null).toBeNull();
    expect(schema.getSubscriptionType() ?? null).toBeNull();
  });

  it.each(rows)('takes for %s the arguments that keep within what is public', (_slug, { names }) => {
    const fields = schema.getQueryType()?.getFields() ?? {};
    const argumentsOf = (name: string) => sorted(fields[name]?.args.map((arg) => arg.name) ?? []);
    expect(argumentsOf(names.singular)).toEqual(['id', 'locale', 'select']);
    expect(argumentsOf(names.plural)).toEqual([
      'limit',
      'locale',
      'page',
      'pagination',
      'select',
      'sort',
      'where',
    ]);
    expect(argumentsOf(`count${names.plural}`)).toEqual(['locale', 'where']);
  });

  it.each([
    ['page', ['site', 'path', 'state', 'locale', 'fallbackLocale', 'at', 'position']],
    ['site', ['slug', 'locale', 'fallbackLocale', 'at', 'position']],
    [
      'disclaimersFor',
      [
        ...['site', 'path', 'state', 'locale', 'kind', 'services', 'topics', 'modes'],
        ...['offersFree', 'showsPrice', 'phrase', 'at', 'position'],
      ],
    ],
    ['availabilityCheck', ['site', 'service', 'at', 'locale', 'zip', 'county', 'state']],
    ['availabilitySummary', ['site', 'service', 'at', 'locale', 'format']],
  ])('takes for %s what REST takes of strangers', (name, expected) => {
    const args = schema.getQueryType()?.getFields()[name]?.args ?? [];
    expect(sorted(args.map((arg) => arg.name))).toEqual(sorted(expected));
  });

  it.each(rows)('shows of %s the fields of the allow-list, and what answers carry', (_slug, rules) => {
    const carried = ['href', ...(rules.page ? ['disclaimers'] : [])];
    const shown = Object.keys(objectType(rules.names.singular).getFields());
    expect(sorted(shown)).toEqual(sorted(['id', ...rules.fields, ...carried]));
  });

  it.each(rows)('filters %s as the allow-list says, with those operators', (_slug, rules) => {
    const { singular } = rules.names;
    for (const name of [`${singular}_where`, `${singular}_where_and`, `${singular}_where_or`]) {
      expect(sorted(Object.keys(inputType(name).getFields()))).toEqual(
        sorted(['AND', 'OR', ...Object.keys(rules.filters).map(nameOf)]),
      );
    }
    for (const [path, operators] of Object.entries(rules.filters)) {
      const { type } = inputType(`${singular}_where`).getFields()[nameOf(path)] ?? {};
      expect(type).toBeDefined();
      const offered = Object.keys(inputType(String(type)).getFields());
      expect({ path, offered: sorted(offered) }).toEqual({ path, offered: sorted(operators) });
    }
  });

  it('accepts another language only where a whole answer is in it', () => {
    const asked = Object.values(schema.getQueryType()?.getFields() ?? {});
    const accepting = asked.filter(({ args }) => args.some(({ name }) => name === 'fallbackLocale'));
    expect(sorted(accepting.map(({ name }) => name))).toEqual(['page', 'site']);
  });

  it('takes no arguments below the root', () => {
    const withArguments = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__') && type !== schema.getQueryType())
      .flatMap((type) =>
        Object.values((type as GraphQLObjectType).getFields()).map((field) => ({ type, field })),
      )
      .filter(({ field }) => field.args.length > 0)
      .map(({ field, type }) => `${type.name}.${field.name}`);
    expect(withArguments).toEqual([]);
  });

  it('has no type of a collection that is not public', () => {
    const privateTypes = house.payload.config.collections
      .filter(({ slug }) => !Object.hasOwn(allowList, slug))
      .flatMap(({ graphQL }) => (graphQL ? [graphQL.singularName, graphQL.pluralName] : []));
    expect(privateTypes.length).toBeGreaterThan(10);
    const present = Object.keys(schema.getTypeMap()).filter((name) =>
      privateTypes.some((type) => name === type || name.startsWith(`${type}_`)),
    );
    expect(present).toEqual([]);
  });

  it('knows no word of what is internal', () => {
    const printed = printSchema(schema);
    const internal = rows.flatMap(([slug, { fields }]) =>
      house.payload.collections[slug].config.flattenedFields
        .map(({ name }) => name)
        .filter((name) => !fields.includes(name)),
    );
    const words = [
      ...internal.filter((name) => !['id', 'email', 'label', 'in', 'on'].includes(name)),
      ...[
        '_status',
        'live',
        'internalNote',
        'licenses',
        'confirmed',
        'createdAt',
        'reviewDueAt',
        'versions',
        'Version',
      ],
      ...['draft', 'trash', 'joins', 'Access', 'Permissions', 'policy', 'initialized', 'me', 'docAccess'],
      ...[
        'apiKey',
        'apiKeyIndex',
        'password',
        'hash',
        'salt',
        'sessions',
        'loginAttempts',
        'lockUntil',
        'resetPasswordToken',
      ],
    ];
    expect(words.filter((word) => new RegExp(`\\b${word}\\b`).test(printed))).toEqual([]);
    expect(objectType('Person').getFields()).not.toHaveProperty('email');
  });
});
