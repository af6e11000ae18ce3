/** Finding counties by name or code, and what a choice of them amounts to. */

import type { CountyMode } from '../../../availability/entry.js';
import type { County } from '../../../availability/places.js';

/** Without accents, case and punctuation: “Doña Ana” is found by “dona ana”, “St. Johns” by “st johns”. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Those whose name has a word that begins with each word typed, or whose FIPS code begins with it; all for no text. */
export function findCounties(counties: readonly County[], text: string): County[] {
  const wanted = plain(text).split(' ').filter(Boolean);
  return counties.filter(({ fips, name }) => {
    const words = [...plain(name).split(' '), fips];
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}

/** How many counties a choice covers. `listed` are codes of the state. */
export function coveredCount(mode: CountyMode, listed: number, total: number): number {
  if (mode === 'all') return total;
  return mode === 'only' ? listed : total - listed;
}

/** With these added, or taken away; in the order of codes. */
export function changedList(list: readonly string[], codes: readonly string[], isListed: boolean): string[] {
  const rest = list.filter((code) => !codes.includes(code));
  return isListed ? [...rest, ...codes].sort() : rest;
}
