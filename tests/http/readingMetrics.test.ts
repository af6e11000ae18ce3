/** What whoever runs the server reads at /metrics: behind a front in a thread of its own, as in the product. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { Listening } from '../../src/http/listen.js';
import { type Asking, asking } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';
import { openFront } from '../helpers/openFront.js';

let house: House;
let listening: Listening;
let withToken: Listening;
let administrator: Asking;

const token = 'a token of sixteen or more';

beforeAll(async () => {
  house = await openHouse();
  withToken = await openFront(house, { metricsToken: token });
  listening = await openFront(house); // the last one hears what is written
  administrator = asking(house, await house.person('administrator'));
});
afterAll(async () => {
  await listening.close();
  await withToken.close();
  await house.close();
});

const front = (of = listening) => request(`http://127.0.0.1:${of.port}`);

async function read(): Promise<string> {
  const { status, text } = await front().get('/metrics');
  expect(status).toBe(200);
  return text;
}

/** The value of one series, as it stands in the text; 0 for what a family has not counted yet. */
function numberOf(text: string, series: string): number {
  const [family = ''] = series.split('{');
  expect(text).toContain(family);
  const line = text.split('\n').find((each) => each.startsWith(`${series} `));
  return Number(line?.slice(series.length + 1) ?? 0);
}

/** By how much each of these grows while `act` is done. */
async function growth(series: readonly string[], act: () => Promise<unknown>): Promise<number[]> {
  const before = await read();
  await act();
  const after = await read();
  return series.map((each) => numberOf(after, each) - numberOf(before, each));
}

describe('reading metrics', () => {
  it('counts hits, misses, what was passed through, and 304s', async () => {
    const series = [
      'forthright_answers_total{from="miss"}',
      'forthright_answers_total{from="hit"}',
      'forthright_fills_total{result="kept"}',
      'forthright_load_seconds_count',
      'forthright_kept_answers',
      'forthright_not_modified_total',
    ];
    const grown = await growth(series, async () => {
      const page = '/api/pages/harbor-therapy/resources/after-a-long-search';
      const { headers } = await front().get(page).expect(200);
      await front().get(page).expect(200);
      await front().get(page).set('If-None-Match', String(headers.etag)).expect(304);
    });
    expect(grown).toEqual([1, 2, 1, 1, 1, 1]);
  });

  it('counts what is passed through, itself included', async () => {
    const asSomebody = () => front().get('/api/articles').set('Cookie', 'forthright-token=wrong').expect(200);
    expect(await growth(['forthright_answers_total{from="pass"}'], asSomebody)).toEqual([2]);
  });

  it('counts what writes make untrue, by collection, and what is refilled', async () => {
    const read3 = async () => {
      for (let count = 0; count < 3; count += 1) await front().get('/api/categories').expect(200);
    };
    await read3();
    const id = await house.idOf('categories', 'safety');
    const series = ['forthright_invalidations_total{collection="categories"}', 'forthright_refills_total'];
    const [moved, refilled] = await growth(series, async () => {
      await administrator.patch(`/api/categories/${id}`, { order: 31 });
      for (let tries = 0; tries < 100 && numberOf(await read(), 'forthright_refills_total') === 0; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(moved).toBeGreaterThan(0);
    expect(refilled).toBeGreaterThan(0);
    const answer = await front().get('/api/categories');
    expect(answer.headers['server-timing']).toBe('cache;desc=hit');
    expect(answer.text).toContain('"order":31');
  });

  it('tells of both threads, and of the process', async () => {
    const text = await read();
    for (const name of ['front_event_loop_delay_seconds_count', 'back_event_loop_delay_seconds_count'])
      expect(numberOf(text, `forthright_${name}`)).toBeGreaterThan(0);
    expect(numberOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
    expect(numberOf(text, 'forthright_kept_bytes')).toBeLessThan(
      numberOf(text, 'forthright_kept_bytes_limit'),
    );
  });

  it('is what Prometheus reads: each family once, with its help and kind, and each series once', async () => {
    const { headers, text } = await front().get('/metrics');
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    const lines = text.split('\n').filter(Boolean);
    const kinds = lines.filter((line) => line.startsWith('# TYPE ')).map((line) => line.split(' ')[2]);
    expect(new Set(kinds).size).toBe(kinds.length);
    const series = lines
      .filter((line) => !line.startsWith('#'))
      .map((line) => line.slice(0, line.lastIndexOf(' ')));
    expect(new Set(series).size).toBe(series.length);
    for (const line of lines)
      expect(line).toMatch(
        /^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? (-?[\d.e+-]+|[Nn]a[Nn]|\+Inf))$/, // as Go's ParseFloat reads it
      );
    expect(
      lines.filter((line) => line.includes('forthright') && line.startsWith('# HELP')).length,
    ).toBeGreaterThan(15);
  });

  it('is documented, name by name', async () => {
    const { readFileSync } = await import('node:fs');
    const page = readFileSync('docs/metrics.md', 'utf8');
    const names = (await read()).matchAll(/^# HELP (forthright_\w+)/gm);
    for (const [, name] of names) expect(page).toContain(`\`${name}\``);
  });
});

describe('who may read them', () => {
  it.each<Record<string, string>>([
    { 'X-Forwarded-For': '1.2.3.4' },
    { Via: '1.1 proxy' },
    { Host: 'content.example.org' },
  ])('is nobody who comes through a proxy, or calls this machine by another name: %j', async (headers) => {
    const { body, headers: answered } = await front().get('/metrics').set(headers).expect(401);
    expect([answered['www-authenticate'], body.errors[0].code]).toEqual(['Bearer', 'unauthenticated']);
  });

  it('is not whoever says that he is direct', async () => {
    const headers = { Host: 'content.example.org', 'X-Forthright-Direct': 'yes' };
    await front().get('/metrics').set(headers).expect(401);
  });

  it('is, where there is a token, whoever has it, and nobody else', async () => {
    await front(withToken).get('/metrics').expect(401);
    await front(withToken).get('/metrics').set('Authorization', 'Bearer another token').expect(401);
    const headers = { Authorization: `Bearer ${token}`, Host: 'content.example.org' };
    await front(withToken).get('/metrics').set(headers).expect(200);
  });
});
