/** The outlines that the map draws: all of them, without gaps, and made by the script that stays. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { states } from '../../../src/availability/states.js';
import { countyTable } from '../../../src/census/census.js';
import { outlines } from '../../../src/census/outlines.js';
import { repositoryRoot } from '../../../src/root.js';
import { measure } from './mapTree.js';

const drawn = outlines();
const territories = ['AS', 'GU', 'MP', 'PR', 'VI'];
const withOutline = states.filter(({ usps }) => !territories.includes(usps));
const areaOf = (list: readonly string[]) => measure(drawn.outlineOf(list)).doubleArea;
const sum = (numbers: number[]) => numbers.reduce((all, n) => all + n, 0);

describe('outlines', () => {
  it('are there for the fifty states and the District of Columbia, not for territories', () => {
    for (const { fips } of withOutline) expect(measure(drawn.stateOutline(fips)).isClosed).toBe(true);
    expect(withOutline.filter(({ fips }) => drawn.stateOutline(fips) === '')).toEqual([]);
    expect(states.filter(({ fips }) => drawn.stateOutline(fips) === '').map(({ usps }) => usps)).toEqual(
      territories,
    );
  });

  it('differ from the table of counties only where Alaska split Valdez-Cordova', () => {
    const outlined = withOutline.flatMap(({ fips }) => drawn.countiesIn(fips));
    const listed = withOutline.flatMap(({ usps }) =>
      countyTable()
        .inState(usps)
        .map(({ fips }) => fips),
    );
    expect(outlined.filter((fips) => !listed.includes(fips))).toEqual(['02261']);
    expect(listed.filter((fips) => !outlined.includes(fips))).toEqual(['02063', '02066']);
  });

  it('meet: the counties of a state fill it exactly, and no county is inside out', () => {
    for (const { fips } of withOutline) {
      const counties = drawn.countiesIn(fips);
      expect(sum(counties.map((county) => areaOf([county])))).toBe(
        measure(drawn.stateOutline(fips)).doubleArea,
      );
      expect(counties.filter((county) => areaOf([county]) < 0)).toEqual([]);
    }
  });

  it('of some counties are those counties and no more', () => {
    const some = fc
      .constantFrom(...withOutline)
      .chain(({ fips }) => fc.subarray([...drawn.countiesIn(fips)]));
    fc.assert(
      fc.property(some, (list) => {
        expect(areaOf(list)).toBe(sum(list.map((county) => areaOf([county]))));
        expect(measure(drawn.outlineOf(list)).isClosed).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('show a county that is too small for an area as a dot', () => {
    const dots = withOutline
      .flatMap(({ fips }) => drawn.countiesIn(fips))
      .filter((county) => drawn.dotOf(county));
    expect(dots).toContain('51610'); // Falls Church
    expect(dots).not.toContain('36061'); // Manhattan
    const invisible = withOutline
      .flatMap(({ fips }) => drawn.countiesIn(fips))
      .filter((county) => areaOf([county]) < 8);
    expect(invisible.filter((county) => !drawn.dotOf(county))).toEqual([]);
  });

  it('are what the script makes of us-atlas, byte for byte', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'forthright-outlines-'));
    const [script, file] = [
      path.join(repositoryRoot, 'data', 'makeOutlines.mjs'),
      path.join(folder, 'outlines.json'),
    ];
    execFileSync(process.execPath, [script, file], { timeout: 60_000 });
    expect(readFileSync(file).equals(readFileSync(path.join(repositoryRoot, 'data', 'outlines.json')))).toBe(
      true,
    );
    rmSync(folder, { recursive: true });
  }, 60_000);
});
