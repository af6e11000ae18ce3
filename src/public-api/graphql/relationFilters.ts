// Payload's GraphQL filters by the id of a relation only. The allow-list also names fields of what is referred to, such
// as the slug of a topic: `where: { topics__slug: { equals: "ptsd" } }`, as GraphQL writes the dot of a path.
import { GraphQLInputObjectType, GraphQLList, GraphQLString } from 'graphql';
import type { PublicCollection } from '../allowList.js';

/** GraphQL names have no dots. */
const nameOf = (path: string): string => path.replaceAll('.', '__');

const several = new Set(['in', 'not_in']);

function operatorsType(name: string, operators: readonly string[]): GraphQLInputObjectType {
  const fields = operators.map((operator) => [
    operator,
    { type: several.has(operator) ? new GraphQLList(GraphQLString) : GraphQLString },
  ]);
  return new GraphQLInputObjectType({ name, fields: Object.fromEntries(fields) });
}

/** Adds filters by fields of relations to the inputs of collections; one type for each, however often it is used. */
export function relationFilters(): (
  type: GraphQLInputObjectType,
  rules: PublicCollection,
) => GraphQLInputObjectType {
  const types = new Map<string, GraphQLInputObjectType>();
  return (type, { filters, names }) => {
    const added = Object.entries(filters)
      .filter(([path]) => path.includes('.'))
      .map(([path, operators]) => {
        const name = `${names.singular}_${nameOf(path)}_operator`;
        const made = types.get(name) ?? operatorsType(name, operators);
        types.set(name, made);
        return [nameOf(path), { type: made }];
      });
    const config = type.toConfig();
    return new GraphQLInputObjectType({
      ...config,
      fields: { ...config.fields, ...Object.fromEntries(added) },
    });
  };
}
