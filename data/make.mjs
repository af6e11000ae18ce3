// Writes the tables of counties and ZIP areas: `node data/make.mjs --source FOLDER`, where FOLDER has counties-2020.csv and
// zcta-counties-2020.csv. Stops at the first thing that is not as it should be, and names it. README.md says what the files
// are and which checksums they have. Nothing at run time needs FOLDER or this script.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { tsImport } from 'tsx/esm/api';
import usCodes from 'zipcodes/lib/codes.js';

const { states } = await tsImport('../src/availability/states.ts', import.meta.url);

/** The given file counts the islands of the U.S. Virgin Islands (78) to Puerto Rico (72); their FIPS codes say better. */
const givenState = { VI: 'PR' };

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

function must(condition, message) {
  if (!condition) throw new Error(message);
}

/** The rows of a CSV without quotes, after its header has been checked. */
function rowsOf(name, bytes, header) {
  const text = bytes.toString('utf8');
  must(Buffer.from(text, 'utf8').equals(bytes), `${name} is not UTF-8.`);
  must(
    text.endsWith('\n') && !/["\r]/.test(text),
    `${name} is not lines without quotes and carriage returns.`,
  );
  const [first, ...lines] = text.slice(0, -1).split('\n');
  must(first === header, `${name} begins with “${first}” and not with “${header}”.`);
  return lines.map((line, index) => {
    const row = line.split(',');
    must(
      row.length === header.split(',').length,
      `${name}, line ${index + 2}: “${line}” has ${row.length} columns.`,
    );
    return row;
  });
}

const csv = (header, rows) => `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`;

/** In the order of FIPS codes, each code once, its first two digits those of its state. */
function checkedCounties(name, bytes) {
  const byFips = new Map(states.map((state) => [state.fips, state.usps]));
  const rows = rowsOf(name, bytes, 'county_fips,state,name');
  return rows.map(([fips, given, county], index) => {
    must(/^\d{5}$/.test(fips), `${name}: “${fips}” is no FIPS code of a county.`);
    must(index === 0 || rows[index - 1][0] < fips, `${name}: ${fips} is out of order or there twice.`);
    const state = byFips.get(fips.slice(0, 2));
    must(state, `${name}: no state has the digits ${fips.slice(0, 2)} of ${fips}.`);
    must(
      given === (givenState[state] ?? state),
      `${name}: ${fips} is in ${state} by its digits and in ${given} by its row.`,
    );
    must(county.trim() === county && county, `${name}: ${fips} has no plain name.`);
    return [fips, state, county];
  });
}

/** By ZIP area, in it by land area, the largest first, then by FIPS code; each pair once; each county known. */
function checkedPairs(name, bytes, counties) {
  const known = new Set(counties.map(([fips]) => fips));
  const rows = rowsOf(name, bytes, 'zcta,county_fips,land_m2');
  const key = ([zip, fips, land]) => zip + String(10 ** 15 - Number(land)).padStart(16, '0') + fips;
  rows.forEach((row, index) => {
    const [zip, fips, land] = row;
    must(/^\d{5}$/.test(zip), `${name}: “${zip}” is no ZIP area.`);
    must(known.has(fips), `${name}: ZIP area ${zip} lies in ${fips}, which is no county of the table.`);
    must(/^(0|[1-9]\d*)$/.test(land), `${name}: the land of ${zip} in ${fips} is “${land}”.`);
    must(index === 0 || key(rows[index - 1]) < key(row), `${name}: ${row} is out of order or there twice.`);
  });
  must(new Set(rows.map(([zip, fips]) => zip + fips)).size === rows.length, `${name} has a pair twice.`);
  must(
    new Set(rows.map(([, fips]) => fips)).size === known.size,
    `${name} leaves out a county of the table.`,
  );
  return rows;
}

/**
 * ZIP codes that are no ZIP area, with their state. Left out is what lies in no state of ours: military and diplomatic
 * addresses, the freely associated states, and the Parcel Return Service, whose codes are no places.
 */
function codesElsewhere(pairs) {
  const areas = new Set(pairs.map(([zip]) => zip));
  const ours = new Set(states.map(({ usps }) => usps));
  return Object.values(usCodes.codes)
    .filter(({ zip, state, city }) => !areas.has(zip) && ours.has(state) && city !== 'Parcel Return Service')
    .map(({ zip, state }) => [zip, state])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Leaves a file alone that already holds this, so that another zlib's bytes make no difference. */
function write(name, text) {
  const file = path.join(import.meta.dirname, name);
  const packed = name.endsWith('.gz');
  const contents = (bytes) => (packed ? gunzipSync(bytes) : bytes).toString('utf8');
  if (!existsSync(file) || contents(readFileSync(file)) !== text)
    writeFileSync(file, packed ? gzipSync(text, { level: 9 }) : text);
  console.log(`${sha256(readFileSync(file))}  data/${name}`);
  if (packed) console.log(`${sha256(text)}  its contents`);
}

function read(folder, name) {
  const bytes = readFileSync(path.join(folder, name));
  console.log(`${sha256(bytes)}  ${name} as given`);
  return bytes;
}

const { source } = parseArgs({ options: { source: { type: 'string' } } }).values;
must(source, 'Say where the tables are: node data/make.mjs --source FOLDER');
const counties = checkedCounties('counties-2020.csv', read(source, 'counties-2020.csv'));
const pairsGiven = read(source, 'zcta-counties-2020.csv');
const pairs = checkedPairs('zcta-counties-2020.csv', pairsGiven, counties);
const elsewhere = codesElsewhere(pairs);
write('counties-2020.csv', csv('county_fips,state,name', counties));
write('zcta-counties-2020.csv.gz', pairsGiven.toString('utf8'));
write('zip-codes-elsewhere.csv', csv('zip,state', elsewhere));
const areas = new Set(pairs.map(([zip]) => zip)).size;
console.log(
  `${counties.length} counties, ${areas} ZIP areas in ${pairs.length} parts, ${elsewhere.length} other ZIP codes`,
);
