/** The outlines that the availability map draws, from data/outlines.json. */
import { makeOutlines, type OutlineData, type Outlines } from '../availability/map/outlines.js';
import { readData } from './readData.js';

let kept: Outlines | undefined;

/** Read at first use and kept; data/makeOutlines.mjs writes the file. */
export function outlines(): Outlines {
  kept ??= makeOutlines(JSON.parse(readData('outlines.json').toString('utf8')) as OutlineData);
  return kept;
}
