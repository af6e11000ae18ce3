/** Orders that are the same on every database. Pure. */
import type { Entry } from '../availability/entry.js';

/** As databases sort: by their characters and not by any language. */
export const byText = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

/** The order of the port of documents: by state, then by id. */
export const byState = (one: Entry, other: Entry): number =>
  byText(`${one.state} ${one.id}`, `${other.state} ${other.id}`);

/** The documents of these ids that are there, each once, in the order of the ids. */
export const inOrder = <T>(ids: Iterable<string>, found: ReadonlyMap<string, T>): T[] =>
  [...new Set(ids)].flatMap((id) => found.get(id) ?? []);
