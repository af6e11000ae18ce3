/** The fields asked for, in one spelling: those that are wanted, or those that are not. */
import type { Given } from './readSearch.js';

/** A field, and below it whatever the parser takes for an object. */
const selected = /^select\[([A-Za-z]\w*)\]((?:\[\w*\]){0,8})$/;

/** Whether each field is wanted; null where that cannot be said without the parser. */
function readWanted(given: readonly Given[], fields: readonly string[]): Map<string, boolean> | null {
  const plain = new Set<string>();
  const wanted = new Map<string, boolean>();
  for (const [name, value] of given) {
    const [, field = '', below = ''] = selected.exec(name) ?? [];
    if (!fields.includes(field)) return null;
    if (wanted.has(field) && (below === '' || plain.has(field))) return null;
    if (below === '') plain.add(field);
    wanted.set(field, below !== '' || value !== 'false');
  }
  return wanted;
}

/** Of the parameters that begin with `select[`. Null for what the parser has to look at as it is. */
export function spellSelect(given: readonly Given[], fields: readonly string[]): Given[] | null {
  const wanted = readWanted(given, fields);
  if (!wanted) return null;
  // who names a field that is wanted gets no other; who names none gets all but those that are not
  const isSome = [...wanted.values()].includes(true);
  const named = [...wanted].filter(([, is]) => is === isSome);
  return named.map(([field]) => [`select[${field}]`, String(isSome)]);
}
