import { expect, test } from '@jest/globals';
import type { GrowthRow } from '../../../bench/parts/growth.js';
import type { HitRow } from '../../../bench/parts/hits.js';
import { plotOf } from '../../../bench/report/plot.js';
import type { Run } from '../../../bench/report/results.js';
import { asMarkdown, asText } from '../../../bench/report/table.js';
import { tablesOf } from '../../../bench/report/tables.js';
import { judge } from '../../../bench/report/targets.js';
import { parseXml } from '../../helpers/xmlTree.js';
import { measured } from './measured.js';

const hit = (share: number): HitRow => ({
  ...{
    question: 'list of 10',
    bytes: 6_000,
    payloadBytes: 7_000,
    shareOfBare: share,
    shareOfBareByProcessor: share,
  },
  ...{
    house: measured('house', 40_000 * share),
    bare: measured('bare', 40_000),
    express: measured('express', 9_000),
  },
  ...{ payload: measured('payload', 300), timesExpress: 4, timesPayload: 120, areHits: true },
});

const options = { rounds: 21, roundMs: 600, processes: 4, starts: 5 } as Run['options'];

const grown = (articles: number, startMs: number, ...listsPerSecond: number[]): GrowthRow => ({
  ...{
    articles,
    startMs,
    publishMs: 12,
    memory: { started: 150, filled: 300, most: 320 },
    memoryWithAdmin: null,
  },
  hits: { document: measured('document', 40_000), list: measured('list', ...listsPerSecond) },
  misses: { document: measured('document', 500), list: measured('list', 400) },
});

const runOf = (parts: Run['parts']): Run => ({
  ...{ loadBefore: 0, minutes: 1, options, parts, remarks: [] },
  machine: {
    ...{ processor: 'A', cores: 2, memoryGigabytes: 8, platform: 'linux x64', node: '20', commit: 'abc' },
    ...{ changed: false, niceness: 0, date: '2026-01-01T00:00:00.000Z' },
  },
});

const verdicts = (parts: Run['parts']) =>
  Object.fromEntries(judge(runOf(parts)).map(({ met, name }) => [name, met]));

test('a target is met or missed by what was measured', () => {
  expect(verdicts({ hits: [hit(0.95)] })).toMatchObject({ 'hits against bare node:http': true });
  expect(verdicts({ hits: [hit(0.95), hit(0.85)] })).toMatchObject({ 'hits against bare node:http': false });
  expect(verdicts({ growth: [grown(200, 1_000), grown(20_000, 1_050)] })).toMatchObject({ start: true });
  expect(verdicts({ growth: [grown(200, 1_000), grown(20_000, 2_000)] })).toMatchObject({ start: false });
});

test('sizes are compared within rounds: what slowed all of them down is no growth', () => {
  const list = 'hits of a list, from the smallest to the largest';
  const growth = (...larger: number[]) => [
    grown(200, 1_000, 40_000, 20_000, 41_000),
    grown(20_000, 1_000, ...larger),
  ];
  expect(verdicts({ growth: growth(39_000, 19_500, 20_000) })).toMatchObject({ [list]: true });
  expect(verdicts({ growth: growth(32_000, 16_000, 41_000) })).toMatchObject({ [list]: false });
  expect(verdicts({ growth: growth(50_000, 25_000, 51_000) })).toMatchObject({ [list]: false });
});

test('hits are shown with how often they were measured', () => {
  const [table] = tablesOf({ ...runOf({ hits: [hit(1)] }), targets: [] });
  expect(table?.note).toContain('21 rounds of 600 ms; processes of each server: 4');
});

test('answers that came from elsewhere are never counted as hits', () => {
  expect(verdicts({ hits: [{ ...hit(1), areHits: false }] })).toMatchObject({
    'hits against bare node:http': false,
  });
});

test('what was not measured is not judged, and shown in no table', () => {
  expect(judge(runOf({}))).toEqual([]);
  expect(tablesOf({ ...runOf({}), targets: [] })).toEqual([]);
});

test('tables have a cell for each column, in the terminal and on a page', () => {
  const run = runOf({ hits: [hit(0.95)], growth: [grown(200, 1_000), grown(20_000, 1_050)] });
  for (const table of tablesOf({ ...run, targets: judge(run) })) {
    for (const row of table.rows) expect(row).toHaveLength(table.head.length);
    expect(asText(table)).toContain(table.title);
    expect(
      asMarkdown(table)
        .split('\n')
        .filter((line) => line.startsWith('|')),
    ).toHaveLength(table.rows.length + 2);
  }
});

test('the plot is sound XML', () => {
  const run = runOf({ hits: [hit(0.95), hit(0.9)], growth: [grown(200, 1_000), grown(20_000, 1_050)] });
  const plot = plotOf({ ...run, targets: [] });
  expect(plot).toContain('40,000');
  expect(() => parseXml(plot)).not.toThrow();
});
