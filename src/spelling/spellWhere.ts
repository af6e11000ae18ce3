/** Conditions in one spelling: sorted, and the values of `in` and `not_in` as a set. */
import type { Given } from './readSearch.js';

/** As in public-api/query/parseWhere.ts. */
const mostValues = 100;

/** `where`, up to four `[and][0]`, a field, an operator, and in lists the place of a value. Nothing in it can be read twofold. */
const condition =
  /^(where(?:\[(?:and|or)\]\[(?:0|[1-9]\d?|1\d\d)\]){0,4}\[(?!(?:and|or)\])[A-Za-z][\w.]*\]\[([a-z_]+)\])(?:\[(0|[1-9]\d?|1\d\d)?\])?$/;

const listOperators = new Set(['in', 'not_in']);

interface Values {
  /** Written at one place each, so that a comma is a part of them. */
  atPlaces: boolean;
  values: string[];
}

type Lists = Map<string, Values>;

/** False where the same list is written in two ways. */
function addTo(lists: Lists, name: string, { atPlaces, values }: Values): boolean {
  const known = lists.get(name);
  if (!known) lists.set(name, { atPlaces, values: [...values] });
  else if (atPlaces) known.values.push(...values);
  return !known || (atPlaces && known.atPlaces);
}

function written([name, { atPlaces, values }]: [string, Values]): Given[] {
  const sorted = [...new Set(values)].sort();
  if (!atPlaces || !sorted.some((value) => value.includes(','))) return [[name, sorted.join(',')]];
  return sorted.map((value, place) => [`${name}[${place}]`, value]);
}

/** Of the parameters that begin with `where[`. Null for what the parser has to look at as it is. */
export function spellWhere(given: readonly Given[]): Given[] | null {
  const single: Given[] = [];
  const lists: Lists = new Map();
  for (const [name, value] of given) {
    const [, bare = '', operator = ''] = condition.exec(name) ?? [];
    const atPlaces = bare !== name;
    if (bare === '' || (atPlaces && !listOperators.has(operator))) return null;
    if (!listOperators.has(operator)) single.push([name, value]);
    // an empty list is written so
    else if (name.endsWith('[]') && value === '') return null;
    else if (!addTo(lists, bare, { atPlaces, values: atPlaces ? [value] : value.split(',') })) return null;
  }
  const isTooLong = [...lists.values()].some(({ values }) => values.length > mostValues);
  return isTooLong ? null : [...single, ...[...lists].flatMap(written)];
}
