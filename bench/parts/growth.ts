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
import {
  type Contestant,
  inLongRounds,
  inProcesses,
  inRounds,
  inTurns,
  type Measured,
  type Stretch,
} from './rounds.js';

export interface GrowthRow {
  articles: number;
  /** Milliseconds until ready; the median of the starts. */
  startMs: number;
  /** Round for round against those of the other sizes. */
  hits: { document: Measured; list: Measured };
  misses: { document: Measured; list: Measured };
  /** Milliseconds; the median. */
  publishMs: number;
  /** Megabytes: just started; after a day of reading and nothing else; the most that it ever was. */
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
  await loader.run({
    ...{ connections: 10, ms: options.fillMs, port: house.port, requests, statuses: [200] },
  });
}

/** A database of one size. */
interface Size {
  articles: number;
  folder: string;
  remove(): void;
}

async function startOnce({ folder }: Size): Promise<number> {
  const house = await startHouse(folder);
  await house.stop();
  return house.startMs;
}

/** Of each size, in milliseconds: the median. */
async function startTimes({ options }: Bench, sizes: Size[]): Promise<number[]> {
  for (const size of sizes) await startOnce(size); // the first start on a copy pays for reading it from the disk
  const times = await inTurns(sizes, { first: 0, count: options.starts }, startOnce);
  return times.map(median);
}

function contestant({ options }: Bench, name: string, { pid, port }: House, paths: string[]): Contestant {
  const requests = paths.map((path) => onTheWire({ path, port }));
  return { name, pid, port, order: { connections: options.connections, requests, statuses: [200] } };
}

/** A document and a list, each with the servers of all sizes side by side. */
async function measureSet(
  bench: Bench,
  sizes: Size[],
  stretch: Stretch,
): Promise<{ measured: Measured[] }[]> {
  bench.say(`growth: hits, from round ${stretch.first + 1}`);
  const houses: House[] = [];
  for (const { folder } of sizes) houses.push(await startHouse(folder, unlimited));
  const { ids } = await knownArticles((houses[0] as House).port, 1); // the larger databases have this one, too
  const found: { measured: Measured[] }[] = [];
  for (const path of [`/api/articles/${ids[0]}`, '/api/articles?limit=10']) {
    for (const { port } of houses) await warmUp(port, { path });
    const contestants = houses.map((house, index) =>
      contestant(bench, `hits of ${sizes[index]?.articles} articles`, house, [path]),
    );
    found.push({ measured: await inRounds(bench, contestants, stretch) });
  }
  await Promise.all(houses.map((each) => each.stop()));
  return found;
}

async function hitsOf(bench: Bench, sizes: Size[]): Promise<GrowthRow['hits'][]> {
  const [document, list] = await inProcesses(bench, (stretch) => measureSet(bench, sizes, stretch));
  return sizes.map((_, index) => ({
    document: document?.measured[index] as Measured,
    list: list?.measured[index] as Measured,
  }));
}

/** In a process of its own, since all that a process ever did shows in its memory. */
async function memoryOfReading(bench: Bench, folder: string) {
  const house = await startHouse(folder, unlimited);
  const started = memoryOf(house.pid).now;
  const known = await knownArticles(house.port, mostRead);
  await readWidely(bench, house, known);
  const { most, now: filled } = memoryOf(house.pid);
  await house.stop();
  return { ids: known.ids, memory: { filled, most, started } };
}

async function publishTime({ options }: Bench, folder: string, ids: string[]): Promise<number> {
  const house = await startHouse(folder, unlimited);
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
  await house.stop();
  return median(times);
}

async function missesOf(bench: Bench, folder: string, ids: string[]): Promise<GrowthRow['misses']> {
  const house = await startHouse(folder, keepingNothing);
  const documents = ids.map((id) => `/api/articles/${id}`);
  const pages = Math.max(2, Math.floor(ids.length / 10));
  const lists = Array.from({ length: pages }, (_, index) => listOf(10, index + 1));
  const [document, list] = await inLongRounds(bench, [
    contestant(bench, 'document', house, documents),
    contestant(bench, 'list', house, lists),
  ]);
  await house.stop();
  return { document: document as Measured, list: list as Measured };
}

/** What a size is measured in without the others. */
async function measureAlone(bench: Bench, { articles, folder }: Size) {
  bench.say(`growth: ${articles} articles`);
  const { ids, memory } = await memoryOfReading(bench, folder);
  const publishMs = await publishTime(bench, folder, ids);
  const misses = await missesOf(bench, folder, ids.slice(0, 500));
  const memoryWithAdmin = bench.options.admin ? await adminMemory(bench, folder, ids) : null;
  return { articles, memory, memoryWithAdmin, misses, publishMs };
}

export async function measureGrowth(bench: Bench): Promise<GrowthRow[]> {
  const sizes: Size[] = [];
  for (const articles of bench.options.sizes) sizes.push({ articles, ...(await copyOfDatabase(articles)) });
  bench.say('growth: starts');
  const starts = await startTimes(bench, sizes);
  const hits = await hitsOf(bench, sizes);
  const rows: GrowthRow[] = [];
  for (const [index, size] of sizes.entries()) {
    const common = { startMs: starts[index] as number, hits: hits[index] as GrowthRow['hits'] };
    rows.push({ ...common, ...(await measureAlone(bench, size)) });
    size.remove();
  }
  return rows;
}
