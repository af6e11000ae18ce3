/**
 * ZIP areas and other ZIP codes as arrays of numbers: the parts stand one after the other as in their file, and an index
 * says for every number of five digits where its parts begin. That takes 1 MB, and a look-up makes only what it answers.
 */
import { gunzipSync } from 'node:zlib';
import type { ZipPart, ZipTable } from '../availability/places.js';
import { states } from '../availability/states.js';
import { readData } from './readData.js';

const numberOfCodes = 100_000;
const [newline, zero] = [10, 48];

interface Parts {
  /** The parts of ZIP area n are those from `begin[n]` up to, not including, `begin[n + 1]`. */
  begin: Uint32Array;
  fips: Uint32Array;
  /** Square metres; the largest do not fit into 32 bits. */
  landArea: Float64Array;
}

function countLines(text: Uint8Array): number {
  let count = 0;
  for (let at = text.indexOf(newline); at >= 0; at = text.indexOf(newline, at + 1)) count += 1;
  return count;
}

/** The number that the digits of `text` write from `from` up to, not including, `to`. */
function digits(text: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) number = number * 10 + (text[at] ?? zero) - zero;
  return number;
}

/** Lines of five digits, five digits and a number, ordered by the first, after a header (data/README.md). */
function parseParts(text: Uint8Array): Parts {
  const size = countLines(text) - 1;
  const ends = new Uint32Array(numberOfCodes);
  const fips = new Uint32Array(size);
  const landArea = new Float64Array(size);
  let line = text.indexOf(newline) + 1;
  for (let part = 0; part < size; part += 1) {
    const end = text.indexOf(newline, line);
    ends[digits(text, line, line + 5)] = part + 1;
    fips[part] = digits(text, line + 6, line + 11);
    landArea[part] = digits(text, line + 12, end);
    line = end + 1;
  }
  const begin = new Uint32Array(numberOfCodes + 1);
  ends.forEach((end, code) => {
    begin[code + 1] = Math.max(end, begin[code] ?? 0);
  });
  return { begin, fips, landArea };
}

/** For every number of five digits, which state of `states` it lies in, counted from 1; 0 where none is known. */
function parseStates(text: string): Uint8Array {
  const numbers = new Map(states.map(({ usps }, index) => [usps, index + 1]));
  const stateOf = new Uint8Array(numberOfCodes);
  for (const line of text.trimEnd().split('\n').slice(1)) {
    const [zip = '', state = ''] = line.split(',');
    stateOf[Number(zip)] = numbers.get(state) ?? 0;
  }
  return stateOf;
}

function partsFrom({ begin, fips, landArea }: Parts, code: number): readonly ZipPart[] | undefined {
  const [from, to] = [begin[code] ?? 0, begin[code + 1] ?? 0];
  if (from === to) return undefined;
  const found = Array.from(fips.subarray(from, to), (county, index) => ({
    fips: String(county).padStart(5, '0'),
    landArea: landArea[from + index] ?? 0,
  }));
  return found.sort((a, b) => (a.fips < b.fips ? -1 : 1));
}

/** Undefined for what is not five digits. */
const codeOf = (zip: string) => (/^\d{5}$/.test(zip) ? Number(zip) : undefined);

/** Reads the 33,791 ZIP areas of the 2020 Census and the ZIP codes that are none. */
export function readZips(): ZipTable {
  const parts = parseParts(gunzipSync(readData('zcta-counties-2020.csv.gz')));
  const stateOf = parseStates(readData('zip-codes-elsewhere.csv').toString('utf8'));
  return {
    partsOf(zip) {
      const code = codeOf(zip);
      return code === undefined ? undefined : partsFrom(parts, code);
    },
    stateOfOther(zip) {
      const code = codeOf(zip);
      return code === undefined ? undefined : states[(stateOf[code] ?? 0) - 1]?.usps;
    },
  };
}
