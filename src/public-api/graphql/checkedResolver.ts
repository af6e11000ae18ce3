// Puts the limits of the allow-list before Payload's resolvers: rows, pages, sort keys, number of conditions.
import { GraphQLError, type GraphQLFieldConfig } from 'graphql';
import { AppError } from '../../http/errors.js';
import { limits, type PublicCollection } from '../allowList.js';
import { parseSort } from '../query/parseQuery.js';

interface ListArguments {
  limit?: number | null;
  page?: number | null;
  sort?: string | null;
  where?: unknown;
  [other: string]: unknown;
}

const mostConditions = 20;

function refuse(message: string, path: string): never {
  throw new GraphQLError(message, { originalError: new AppError('invalid_parameter', 400, message, path) });
}

function countConditions(where: unknown): number {
  if (typeof where !== 'object' || where === null) return 0;
  if (Array.isArray(where)) return where.reduce((sum: number, item) => sum + countConditions(item), 0);
  return Object.entries(where).reduce(
    (sum, [key, value]) => sum + (key === 'AND' || key === 'OR' ? countConditions(value) : 1),
    0,
  );
}

function between(name: string, value: number | null | undefined, highest: number, usual: number): number {
  if (value === undefined || value === null) return usual;
  if (value >= 1 && value <= highest) return value;
  return refuse(`${name} is a whole number from 1 to ${highest}.`, name);
}

function sortKeys(rules: PublicCollection, sort: string | null | undefined): string {
  try {
    return parseSort(rules, sort ?? undefined).join(',');
  } catch (error) {
    return refuse(error instanceof AppError ? error.message : 'sort is not allowed.', 'sort');
  }
}

/** The arguments that a list is asked with, in bounds. */
function checkedArguments(rules: PublicCollection, args: ListArguments): ListArguments {
  if (countConditions(args.where) > mostConditions)
    refuse(`where has at most ${mostConditions} conditions.`, 'where');
  return {
    ...args,
    limit: between('limit', args.limit, limits.rows, limits.defaultRows),
    page: between('page', args.page, limits.page, 1),
    sort: sortKeys(rules, args.sort),
  };
}

type Field = GraphQLFieldConfig<unknown, unknown>;

/** The field with its arguments checked before Payload sees them; a single document and a count have no rows. */
export function checkedResolver(field: Field, rules: PublicCollection): Field {
  const { resolve } = field;
  if (!resolve || !field.args?.limit) return field;
  return {
    ...field,
    resolve: (source, args, context, info) => resolve(source, checkedArguments(rules, args), context, info),
  };
}
