// The ZIP areas as their file has them, read line by line and without the code that the house reads them with.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface RawPart {
  fips: string;
  land: number;
}

/** Every ZIP area with its parts, in the order of the file. */
export function rawZips(): Map<string, RawPart[]> {
  const file = path.resolve('data/zcta-counties-2020.csv.gz');
  const [, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  const zips = new Map<string, RawPart[]>();
  for (const line of lines) {
    const [zip = '', fips = '', land = ''] = line.split(',');
    zips.set(zip, [...(zips.get(zip) ?? []), { fips, land: Number(land) }]);
  }
  return zips;
}
