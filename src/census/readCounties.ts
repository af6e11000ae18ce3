import type { County, CountyTable } from '../availability/places.js';
import { readData } from './readData.js';

/** Reads the 3,232 counties of the 2020 Census (data/counties-2020.csv). */
export function readCounties(): CountyTable {
  const byFips = new Map<string, County>();
  const byState = new Map<string, County[]>();
  for (const line of readData('counties-2020.csv').toString('utf8').trimEnd().split('\n').slice(1)) {
    const [fips = '', state = '', name = ''] = line.split(',');
    const county: County = Object.freeze({ fips, state, name });
    byFips.set(fips, county);
    const neighbours = byState.get(state);
    if (neighbours) neighbours.push(county);
    else byState.set(state, [county]);
  }
  for (const counties of byState.values()) Object.freeze(counties);
  const none: readonly County[] = Object.freeze([]);
  return { inState: (state) => byState.get(state) ?? none, byFips: (fips) => byFips.get(fips) };
}
