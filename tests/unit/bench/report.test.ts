import { expect, test } from '@jest/globals';
import type { GrowthRow } from '../../../bench/parts/growth.js';
import type { HitRow } from '../../../bench/parts/hits.js';
import type { Measured } from '../../../bench/parts/rounds.js';
import { plotOf } from '../../../bench/report/plot.js';
import type { Run } from '../../../bench/report/results.js';
import { asMarkdown, asText } from '../../../bench/report/table.js';
import { tablesOf } from '../../../bench/report/tables.js';
import { judge } from '../../../bench/report/targets.js';
import { parseXml } from '../../helpers/xmlTree.js';

const spread = (value: number) => ({ median: value, low: value, high: value });

const measured = (name: string, perSecond: number): Measured => ({
  ...{ name, perSecond: spread(perSecond), p50: spread(0.5), p99: spread(2), serverPerAnswer: spread(20) },
  ...{
    serverBusy: spread(0.9),
    serverWaited: spread(0.01),
    loadPerRequest: spread(14),
    loadBusy: spread(0.6),
  },
  ...{ megabytesPerSecond: spread(1), answers: 100, failures: 0, firstFailure: null, rounds: [] },
  origins: { hit: 100, miss: 0, pass: 0, unsaid: 0 },
});

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

const grown = (articles: number, startMs: number): GrowthRow => ({
  ...{
    articles,
    startMs,
    publishMs: 12,
    memory: { started: 150, filled: 300, most: 320 },
    memoryWithAdmin: null,
  },
  hits: { document: measured('document', 40_000), list: measured('list', 39_000) },
  misses: { document: measured('document', 500), list: measured('list', 400) },
});

const runOf = (parts: Run['parts']): Run => ({
  ...{ loadBefore: 0, minutes: 1, options: {} as Run['options'], parts, remarks: [] },
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
