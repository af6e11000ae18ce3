/** (f) what grows with the content, and what does not: the same measurements on databases of several sizes. */
import { onTheWire } from '../asking/ask.js';
import { Editor } from '../asking/editor.js';
import { knownArticles, listOf, pagePath, warmUp } from '../asking/questions.js';
import type { Bench } from '../bench.js';
import { copyOfDatabase } from '../content/databases.js';
import { memoryOf } from '../machine/memory.js';
import { median } from '../machine/numbers.js';
import { type House, keepingNothing, startHouse, unlimited } from '../subjects/house.js';
import { adminMemory } from './adminMemory.js';
import { inRounds, type Measured } from './rounds.js';

export interface GrowthRow {
  articles: number;
  /** Milliseconds until ready; the median of the starts. */
  startMs: number;
  hits: { document: Measured; list: Measured };
  misses: { document: Measured; list: Measured };
  /** Milliseconds; the median. */
  publishMs: number;
  /** Megabytes: just started; after it answered everything that is asked here; the most that it ever was. */
  memory: { started: number; filled: number; most: number | null };
  /** The same with the admin, after it has shown pages; null where it was left out. */
  memoryWithAdmin: { filled: number; most: number | null } | null;
}

/** Answers that fill the memory as a day of reading would. */
const mostRead = 3_000;

async function readWidely(
  { loader, options }: Bench,
  house: House,
  known: { ids: string[]; paged: string[] },
) {
  const paths = [...known.paged.map(pagePath), ...known.ids.map((id) => `/api/articles/${id}`)];
  const lists = Array.from({ length: 20 }, (_, index) => listOf(10, index + 1));
  const requests = [...paths, ...lists].map((path) => onTheWire({ path, port: house.port }));
  // ten connections begin at ten places, and have time to come round
  const ms = options.roundMs * 8;
  await loader.run({ connections: 10, ms, port: house.port, requests, statuses: [200] });
}

async function measureLoads(bench: Bench, house: House, requests: Record<'document' | 'list', string[]>) {
  const { connections } = bench.options;
  const { pid, port } = house;
  const order = (asked: string[]) => ({ connections, requests: asked, statuses: [200] });
  const [document, list] = await inRounds(bench, [
    { name: 'document', pid, port, order: order(requests.document) },
    { name: 'list', pid, port, order: order(requests.list) },
  ]);
  return { document: document as Measured, list: list as Measured };
}

async function hitsOf(bench: Bench, house: House, id: string) {
  const paths = { document: `/api/articles/${id}`, list: '/api/articles?limit=10' };
  for (const path of Object.values(paths)) await warmUp(house.port, { path });
  const wire = (path: string) => [onTheWire({ path, port: house.port })];
  return measureLoads(bench, house, { document: wire(paths.document), list: wire(paths.list) });
}

async function missesOf(bench: Bench, house: House, ids: string[]) {
  const wire = (path: string) => onTheWire({ path, port: house.port });
  const pages = Array.from({ length: Math.max(2, Math.floor(ids.length / 10)) }, (_, index) => index + 1);
  return measureLoads(bench, house, {
    document: ids.map((id) => wire(`/api/articles/${id}`)),
    list: pages.map((page) => wire(listOf(10, page))),
  });
}

async function publishTime({ options }: Bench, house: House, ids: string[]): Promise<number> {
  const editor = await Editor.signIn(house.port);
  const times: number[] = [];
  for (let count = 0; count < options.publishes; count += 1) {
    const path = `/api/articles/${ids[count % ids.length]}`;
    const { begunAt, endedAt } = await editor.publish(path, {
      summary: `Publish ${count} of the benchmark.`,
    });
    times.push(endedAt - begunAt);
  }
  editor.leave();
  return median(times);
}

async function measureKeeping(bench: Bench, folder: string) {
  const house = await startHouse(folder, unlimited);
  const started = memoryOf(house.pid).now;
  const known = await knownArticles(house.port, mostRead);
  const hits = await hitsOf(bench, house, known.ids[0] as string);
  const publishMs = await publishTime(bench, house, known.ids);
  await readWidely(bench, house, known);
  const { most, now: filled } = memoryOf(house.pid);
  await house.stop();
  return { hits, known, publishMs, startMs: house.startMs, memory: { filled, most, started } };
}

async function measureSize(bench: Bench, articles: number): Promise<GrowthRow> {
  const { folder, remove } = await copyOfDatabase(articles);
  const first = await startHouse(folder); // the first start on a copy pays for reading it from the disk
  await first.stop();
  const { hits, known, memory, publishMs, startMs } = await measureKeeping(bench, folder);
  const house = await startHouse(folder, keepingNothing);
  const misses = await missesOf(bench, house, known.ids.slice(0, 500));
  await house.stop();
  const last = await startHouse(folder);
  await last.stop();
  const memoryWithAdmin = bench.options.admin ? await adminMemory(bench, folder, known.ids) : null;
  remove();
  const starts = [startMs, house.startMs, last.startMs];
  return { articles, hits, memory, memoryWithAdmin, misses, publishMs, startMs: median(starts) };
}

export async function measureGrowth(bench: Bench): Promise<GrowthRow[]> {
  const rows: GrowthRow[] = [];
  for (const articles of bench.options.sizes) {
    bench.say(`growth: ${articles} articles`);
    rows.push(await measureSize(bench, articles));
  }
  return rows;
}
