// Turns `where` of a stranger's query into Payload's, or refuses it: only filters and comparisons of the allow-list pass.
import type { Where } from 'payload';
import { invalidParameter } from '../../errors.js';
import type { Operator, PublicCollection } from '../allowList.js';

/** Keeps one request from becoming an expensive query. */
export const whereLimits = { conditions: 20, depth: 4, values: 100 } as const;
const { conditions: mostConditions, depth: deepest, values: mostValues } = whereLimits;

const numbers = new Set(['order', 'year']);
const dates = /(At|Reviewed|nextReview|effectiveFrom|effectiveTo)$/;
const ranges = new Set<string>(['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal']);

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

class WhereParser {
  private conditions = 0;

  constructor(private readonly rules: PublicCollection) {}

  parse(where: unknown, at = 'where', depth = 0): Where {
    if (!isObject(where)) throw invalidParameter(at, `${at} is written as ${at}[field][operator]=value.`);
    if (depth > deepest) throw invalidParameter(at, `${at} is nested too deeply.`);
    const entries = Object.entries(where).map(([key, value]) => this.entry(key, value, at, depth));
    return Object.fromEntries(entries);
  }

  private entry(key: string, value: unknown, at: string, depth: number): [string, Where[string]] {
    const path = `${at}[${key}]`;
    if (key === 'and' || key === 'or') {
      const list = isObject(value) ? Object.values(value) : value;
      if (!Array.isArray(list)) throw invalidParameter(path, `${path} is a list of conditions.`);
      return [key, list.map((item, index) => this.parse(item, `${path}[${index}]`, depth + 1))];
    }
    if (!Object.hasOwn(this.rules.filters, key)) {
      throw invalidParameter(
        path,
        `“${key}” cannot be filtered by. Allowed: ${Object.keys(this.rules.filters).join(', ')}.`,
      );
    }
    if (!isObject(value)) throw invalidParameter(path, `${path} needs an operator, as in ${path}[equals]=….`);
    return [key, this.comparisons(key, value, path)];
  }

  private comparisons(field: string, value: Json, path: string): Where[string] {
    const allowed = this.rules.filters[field] as readonly Operator[];
    return Object.fromEntries(
      Object.entries(value).map(([operator, operand]) => {
        this.conditions += 1;
        if (this.conditions > mostConditions)
          throw invalidParameter('where', `where has at most ${mostConditions} conditions.`);
        if (!allowed.includes(operator as Operator)) {
          throw invalidParameter(
            `${path}[${operator}]`,
            `“${operator}” is not allowed for “${field}”. Allowed: ${allowed.join(', ')}.`,
          );
        }
        return [operator, readOperand(field, operator, operand, `${path}[${operator}]`)];
      }),
    ) as Where[string];
  }
}

function readOperand(field: string, operator: string, operand: unknown, path: string): unknown {
  if (operator === 'exists') {
    if (operand === 'true' || operand === true) return true;
    if (operand === 'false' || operand === false) return false;
    throw invalidParameter(path, `${path} is true or false.`);
  }
  if (operator === 'in' || operator === 'not_in') {
    const list = Array.isArray(operand)
      ? operand
      : isObject(operand)
        ? Object.values(operand)
        : String(operand).split(',');
    if (list.length > mostValues) throw invalidParameter(path, `${path} has at most ${mostValues} values.`);
    return list.map((item) => readScalar(field, operator, item, path));
  }
  return readScalar(field, operator, operand, path);
}

function readScalar(field: string, operator: string, value: unknown, path: string): unknown {
  if (!['string', 'number', 'boolean'].includes(typeof value))
    throw invalidParameter(path, `${path} takes one value.`);
  if (String(value).includes('\0'))
    throw invalidParameter(path, `${path} has a character that cannot be searched for.`);
  if (numbers.has(field)) return readNumber(value, path);
  if (dates.test(field) || ranges.has(operator)) return readDate(value, path);
  return typeof value === 'number' ? String(value) : value;
}

function readNumber(value: unknown, path: string): number {
  const number = Number(value);
  if (String(value).trim() === '' || !Number.isFinite(number))
    throw invalidParameter(path, `${path} is a number.`);
  return number;
}

function readDate(value: unknown, path: string): string {
  const date = new Date(String(value));
  if (Number.isNaN(date.getTime()))
    throw invalidParameter(path, `${path} is a date in ISO 8601, such as 2026-01-31.`);
  return date.toISOString();
}

/** A stranger's `where` as Payload's. Throws a 400 that names the filter, operator or value that is not allowed. */
export function parseWhere(rules: PublicCollection, where: unknown): Where {
  return where === undefined ? {} : new WhereParser(rules).parse(where);
}
