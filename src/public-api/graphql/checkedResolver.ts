// Puts the limits of the allow-list before Payload's resolvers: rows, pages, sort keys, the size of a filter.
import type { GraphQLFieldConfig } from 'graphql';
import { invalidParameter } from '../../errors.js';
import { limits, type PublicCollection } from '../allowList.js';
import { parseSort, titledWhere } from '../query/parseQuery.js';
import { whereLimits } from '../query/parseWhere.js';

interface ListArguments {
  fallbackLocale?: unknown;
  limit?: number | null;
  page?: number | null;
  sort?: string | null;
  where?: unknown;
  [other: string]: unknown;
}

/** Counts the conditions of a filter; refuses one that is nested too deeply or lists too many values. */
function countConditions(where: unknown, depth = 0): number {
  if (typeof where !== 'object' || where === null) return 0;
  if (depth > whereLimits.depth) throw invalidParameter('where', 'where is nested too deeply.');
  return Object.entries(where).reduce((sum, [key, value]) => {
    if (key !== 'AND' && key !== 'OR') return sum + countComparisons(value);
    const parts: unknown[] = [value ?? []].flat();
    return parts.reduce((part: number, each) => part + countConditions(each, depth + 1), sum);
  }, 0);
}

function countComparisons(comparisons: unknown): number {
  const operands: unknown[] = Object.values(comparisons ?? {});
  if (operands.some((operand) => Array.isArray(operand) && operand.length > whereLimits.values)) {
    throw invalidParameter('where', `A condition has at most ${whereLimits.values} values.`);
  }
  return operands.length;
}

function checkWhere(where: unknown): void {
  if (countConditions(where) <= whereLimits.conditions) return;
  throw invalidParameter('where', `where has at most ${whereLimits.conditions} conditions.`);
}

function between(name: string, value: number | null | undefined, highest: number, usual: number): number {
  if (value === undefined || value === null) return usual;
  if (value >= 1 && value <= highest) return value;
  throw invalidParameter(name, `${name} is a whole number from 1 to ${highest}.`);
}

/** The arguments that a list or a count is asked with, in bounds. */
function checkedArguments(rules: PublicCollection, isList: boolean, args: ListArguments): ListArguments {
  checkWhere(args.where);
  if (!isList) return args;
  const sort = parseSort(rules, args.sort ?? undefined);
  const titled = titledWhere(rules, sort, Boolean(args.fallbackLocale));
  return {
    ...args,
    ...(titled.length > 0 ? { where: { AND: [...(args.where ? [args.where] : []), ...titled] } } : {}),
    limit: between('limit', args.limit, limits.rows, limits.defaultRows),
    page: between('page', args.page, limits.page, 1),
    sort: sort.join(','),
  };
}

type Field = GraphQLFieldConfig<unknown, unknown>;

/** The field with its arguments checked before Payload sees them. */
export function checkedResolver(field: Field, rules: PublicCollection): Field {
  const { resolve } = field;
  if (!resolve || !field.args?.where) return field;
  const isList = 'limit' in field.args;
  return {
    ...field,
    resolve: (source, args, context, info) =>
      resolve(source, checkedArguments(rules, isList, args), context, info),
  };
}
