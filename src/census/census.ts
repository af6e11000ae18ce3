/** The tables of data/, each read when it is first asked for and then kept. Read once, they never change. */
import type { CountyTable, ZipTable } from '../availability/places.js';
import { readCounties } from './readCounties.js';
import { readZips } from './readZips.js';

const kept: { counties?: CountyTable; zips?: ZipTable } = {};

/** Counties and what stands for them, of every state and territory. */
export function countyTable(): CountyTable {
  kept.counties ??= readCounties();
  return kept.counties;
}

/** ZIP areas with their counties, and the states of ZIP codes that are no ZIP area (docs/zip-areas.md). */
export function zipTable(): ZipTable {
  kept.zips ??= readZips();
  return kept.zips;
}
