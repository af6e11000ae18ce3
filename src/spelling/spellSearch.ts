/** One spelling for each question: sorted, without what is usual, each value in one form. */
import { type Given, readSearch } from './readSearch.js';
import type { Form, Parameter, Parameters, Spelling } from './spelling.js';
import { spellSelect } from './spellSelect.js';
import { spellWhere } from './spellWhere.js';

const parts = (value: string) => value.split(',').map((part) => part.trim());

const inForm: { [K in Form['kind']]: (value: string, form: Extract<Form, { kind: K }>) => string } = {
  capitals: (value) => value.toUpperCase(),
  list: (value) => parts(value).join(','),
  number: (value) => (/^\d+$/.test(value) ? value.replace(/^0+(?=\d)/, '') : value),
  part: (value, { pattern }) => new RegExp(pattern).exec(value)?.[1] ?? value,
  set: (value) => [...new Set(parts(value))].sort().join(','),
};

const formed = (value: string, form: Form | undefined): string =>
  form ? (inForm[form.kind] as (value: string, form: Form) => string)(value, form) : value;

const isUsual = ({ usual }: Parameter, value: string): boolean => usual?.includes(value) ?? false;

function find(parameters: Parameters, name: string): Parameter | undefined {
  return Object.hasOwn(parameters, name) ? parameters[name] : undefined;
}

/** Null for what is no parameter here, or is given under two names. */
function spellPlain(given: readonly Given[], parameters: Parameters): Given[] | null {
  const values = new Map<string, string>();
  for (const [name, value] of given) {
    const target = find(parameters, name)?.as ?? name;
    const parameter = find(parameters, target);
    if (!parameter || values.has(target)) return null;
    values.set(target, formed(value, parameter.form));
  }
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = values.get(name);
    if (value !== undefined && isUsual(parameter, value)) values.delete(name);
    if (parameter.always && !values.has(name)) values.set(name, parameter.usual?.[0] ?? '');
  }
  return [...values];
}

const beginsWith =
  (name: string) =>
  ([each]: Given): boolean =>
    each.startsWith(`${name}[`);

/** For the parser of brackets, one in a value may end a name. */
const hasBracket = ([, value]: Given) => value.includes(']');

function spell(given: readonly Given[], { parameters, select, where }: Spelling): Given[] | null {
  if (!where && !select) return spellPlain(given, parameters);
  const conditions = given.filter(beginsWith('where'));
  const fields = given.filter(beginsWith('select'));
  if (given.some(hasBracket) || (conditions.length > 0 && !where)) return null;
  const rest = given.filter((each) => !conditions.includes(each) && !fields.includes(each));
  const all = [spellPlain(rest, parameters), spellWhere(conditions), spellSelect(fields, select ?? [])];
  return all.includes(null) ? null : (all as Given[][]).flat();
}

/** `select` is given where `select[title]` is. */
const gives = (given: readonly Given[], asked: string): boolean =>
  given.some(
    ([name, value]) => name === asked || name.startsWith(`${asked}[`) || `${name}=${value}` === asked,
  );

const isOf = ({ when }: Spelling, given: readonly Given[]): boolean =>
  when === undefined || when.some((asked) => gives(given, asked));

const byName = ([one]: Given, [other]: Given) => (one < other ? -1 : 1);

export interface Spelled<S extends Spelling> {
  /** How it is asked. */
  spelling: S;
  /** Without a question mark; empty where nothing need be said. */
  search: string;
}

/**
 * What stands after the question mark, in one spelling: two that come out the same ask the same, and are answered with the same
 * bytes. Null for what only its parser can judge.
 */
export function spellSearch<S extends Spelling>(spellings: readonly S[], search: string): Spelled<S> | null {
  const given = readSearch(search);
  const spelling = given && spellings.find((each) => isOf(each, given));
  const meant = spelling && spell(given, spelling);
  if (!meant) return null;
  const sorted = [...meant].sort(byName) as [string, string][];
  return { spelling, search: new URLSearchParams(sorted).toString() };
}
