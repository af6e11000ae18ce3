/** Which rows a filter leaves. */
import type { GridState } from '../../../availability-desk/answers.js';
import type { Filter } from './Filters.js';
import { type GridContents, nameOfKey } from './gridState.js';

const plain = (text: string) => text.trim().toLowerCase();

/** By the beginning of a word of the name, or the abbreviation; with entries, or changes that would make some, if asked. */
export function shownStates(
  states: readonly GridState[],
  { onlyKept, text }: Filter,
  { columns, pending, published }: Pick<GridContents, 'columns' | 'pending' | 'published'>,
): GridState[] {
  const wanted = plain(text);
  const names = [...Object.keys(published), ...Object.keys(pending)].map(nameOfKey);
  const kept = new Set(names.filter(({ service }) => columns.includes(service)).map(({ state }) => state));
  return states.filter(({ name, usps }) => {
    const isFound = plain(usps) === wanted || ` ${plain(name)}`.includes(` ${wanted}`);
    return isFound && (!onlyKept || kept.has(usps));
  });
}
