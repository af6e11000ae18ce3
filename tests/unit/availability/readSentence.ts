/** Reads what a sentence says of one state back into numbers, as a visitor would. */
import type { SummaryFormat, SummaryState } from '../../../src/availability/summary.js';
import { table } from './sentences.js';

/** True when “66 of 67” and “all 67”, where they stand, are the numbers given. */
export function numbersIn(text: string, covered: number, total: number): boolean {
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  const expected = covered === total ? [total] : [covered, total];
  return numbers.length === 0 || (numbers.join() === expected.join() && total > 1);
}

/** How many of the state's counties an English sentence says are covered. Throws on what it cannot read. */
export function coveredCounties(
  { state, name, text, counties }: SummaryState,
  format: SummaryFormat,
): number {
  const detail = format === 'table' ? text : inBrackets(text, format === 'short' ? state : name);
  if (detail === '' || detail === 'everywhere') return counties.total;
  const some = /^(\d+) of \d+\b/.exec(detail) ?? /^all (\d+) /.exec(detail);
  if (some) return Number(some[1]);
  const but = /^all [a-z ]+ but (.*)$/.exec(detail)?.[1];
  return but === undefined ? countNames(detail, state) : counties.total - countNames(but, state);
}

function inBrackets(text: string, before: string): string {
  if (text === before) return '';
  if (!text.startsWith(`${before} (`) || !text.endsWith(')')) throw new Error(`“${text}” cannot be read.`);
  return text.slice(before.length + 2, -1);
}

/** Takes the names of the state's counties out, longest first; nothing but “,” and “and” may be left. */
function countNames(list: string, state: string): number {
  const names = table.inState(state).map((county) => county.name);
  let left = list;
  let count = 0;
  for (const name of names.sort((one, other) => other.length - one.length)) {
    if (!left.includes(name)) continue;
    left = left.replace(name, '');
    count += 1;
  }
  if (!/^(?:,| |and)*$/.test(left)) throw new Error(`“${left}” of “${list}” is no county.`);
  return count;
}
