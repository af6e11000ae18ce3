// The GraphQL schema for strangers: Payload's own, cut down to the allow-list. What is not in the table is not in the
// schema, so it can be neither asked nor discovered. No mutations.
import { MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils';
import {
  type GraphQLFieldConfig,
  type GraphQLInputFieldConfig,
  type GraphQLObjectType,
  GraphQLSchema,
} from 'graphql';
import { allowList, type PublicCollection } from '../allowList.js';
import { checkedResolver } from './checkedResolver.js';
import { relationFilters } from './relationFilters.js';

const rows = Object.values(allowList);
const singular = new Map(rows.map((rules) => [rules.names.singular, rules]));
const rootFields = new Map<string, PublicCollection>(
  rows.flatMap((rules) => {
    const { plural, singular: one } = rules.names;
    return [one, plural, `count${plural}`].map((name): [string, PublicCollection] => [name, rules]);
  }),
);

/** Arguments that would show drafts, deleted documents or a mix of languages, or fill in without bound. */
const deniedArguments = new Set(['draft', 'trash', 'fallbackLocale', 'joins', 'depth']);
/** Below the root, everything is in the language of the root. */
const deniedBelow = new Set([...deniedArguments, 'locale']);

type Field = GraphQLFieldConfig<unknown, unknown>;

function withoutArguments(field: Field, denied: Set<string>): Field {
  const kept = Object.entries(field.args ?? {}).filter(([name]) => !denied.has(name));
  return { ...field, args: Object.fromEntries(kept) };
}

function queryField(field: Field, name: string): Field | null {
  const rules = rootFields.get(name);
  return rules ? checkedResolver(withoutArguments(field, deniedArguments), rules) : null;
}

function objectField(field: Field, name: string, typeName: string): Field | null {
  const rules = singular.get(typeName);
  const isShown = !rules || name === 'id' || rules.fields.includes(name);
  return isShown ? withoutArguments(field, deniedBelow) : null;
}

const conjunctions = new Set(['AND', 'OR']);

/** GraphQL writes the dots of a path as two underscores. */
const pathOf = (name: string) => name.replaceAll('__', '.');

/** The collection whose filter an input is. */
const whereOf = (typeName: string) => /^(.+?)_where(?:_and|_or)?$/.exec(typeName)?.[1];

function inputField(
  field: GraphQLInputFieldConfig,
  name: string,
  typeName: string,
): GraphQLInputFieldConfig | null {
  const where = whereOf(typeName);
  if (where) {
    const isFilter = Object.hasOwn(singular.get(where)?.filters ?? {}, pathOf(name));
    return isFilter || conjunctions.has(name) ? field : null;
  }
  const [type = '', ...path] = typeName.replace(/_operator$/, '').split('_');
  const operators: readonly string[] | undefined = singular.get(type)?.filters[pathOf(path.join('_'))];
  return operators && !operators.includes(name) ? null : field;
}

/** Payload's schema without mutations, other collections, internal fields, and filters that are not allowed. */
export function strangersSchema(schema: GraphQLSchema): GraphQLSchema {
  const queries = new GraphQLSchema({ query: schema.getQueryType() as GraphQLObjectType });
  const addRelationFilters = relationFilters();
  const cut = mapSchema(queries, {
    [MapperKind.INPUT_OBJECT_TYPE]: (type) => {
      const rules = singular.get(whereOf(type.name) ?? '');
      return rules ? addRelationFilters(type, rules) : type;
    },
    [MapperKind.QUERY_ROOT_FIELD]: (field, name) => queryField(field as Field, name),
    [MapperKind.OBJECT_FIELD]: (field, name, typeName) => objectField(field as Field, name, typeName),
    [MapperKind.INPUT_OBJECT_FIELD]: (field, name, typeName) =>
      inputField(field as GraphQLInputFieldConfig, name, typeName),
  });
  return pruneSchema(cut);
}
