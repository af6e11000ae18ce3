/** (h) many clients ask at the same moment what is not in memory. */
import { readFileSync } from 'node:fs';
import { ask, onTheWire } from '../asking/ask.js';
import { inPayloadsList, knownArticles, listOf, pagePath } from '../asking/questions.js';
import type { Bench } from '../bench.js';
import { copyOfDatabase } from '../content/databases.js';
import type { LoadResult } from '../load/order.js';
import { median } from '../machine/numbers.js';
import { type House, startHouse, unlimited } from '../subjects/house.js';
import { type Subject, startPayload } from '../subjects/others.js';

export interface Stampede {
  clients: number;
  /** How often the back was asked, for each cold page. */
  loads: number[];
  /** Milliseconds until the last client had its answer; the median. */
  lastAnswerMs: number;
  /** Milliseconds that one client alone waits for such a page; the median. */
  aloneMs: number;
  failures: number;
  /** The same number of clients with one list, which Payload answers one by one. */
  list: { houseMs: number; payloadMs: number; payloadFailures: number };
}

const longest = 120_000;

/** The back logs each request that it answers, with its path, at this level. */
const telling = { LOG_LEVEL: 'debug' };

const loadsOf = (path: string, { logFile }: House): number =>
  readFileSync(logFile, 'utf8')
    .split('\n')
    .filter((line) => line.includes(`"path":"${path}"`)).length;

/** Each of them connected already. */
function stampede({ loader, options }: Bench, port: number, path: string): Promise<LoadResult> {
  return loader.run({
    ...{ connections: options.stampedeClients, ms: longest, once: true, port, statuses: [200] },
    requests: [onTheWire({ path, port })],
  });
}

async function waitAlone(port: number, path: string): Promise<number> {
  const { begunAt, endedAt } = await ask({ path, port });
  return endedAt - begunAt;
}

async function compareLists(bench: Bench, house: House, payload: Subject) {
  const results = { house: [] as LoadResult[], payload: [] as LoadResult[] };
  for (let turn = 1; turn <= bench.options.stampedes; turn += 1) {
    results.house.push(
      await stampede(bench, house.port, `${listOf(10, 1)}&sort=${sorts[turn % sorts.length]}`),
    );
    results.payload.push(await stampede(bench, payload.port, inPayloadsList(listOf(10, 1))));
  }
  return {
    houseMs: median(results.house.map(({ latency }) => latency.max)),
    payloadMs: median(results.payload.map(({ latency }) => latency.max)),
    payloadFailures: results.payload.reduce((sum, { failures }) => sum + failures, 0),
  };
}

/** Each makes a list that nobody has asked for yet. */
const sorts = ['-publishedAt', 'publishedAt', 'title', '-title', 'slug'];

export async function measureStampede(bench: Bench): Promise<Stampede> {
  bench.say('stampede');
  const own = await copyOfDatabase(bench.options.articles);
  const other = await copyOfDatabase(bench.options.articles);
  const house = await startHouse(own.folder, { ...unlimited, ...telling });
  const payload = await startPayload(other.folder);
  const { paged } = await knownArticles(house.port, 2 * bench.options.stampedes + 1);
  const paths = paged.map(pagePath);
  await waitAlone(house.port, paths.pop() as string); // the first page of all pays for what all share
  const alone: number[] = [];
  const together: LoadResult[] = [];
  const loads: number[] = [];
  for (let turn = 0; turn < bench.options.stampedes; turn += 1) {
    alone.push(await waitAlone(house.port, paths.pop() as string));
    const path = paths.pop() as string;
    together.push(await stampede(bench, house.port, path));
    loads.push(loadsOf(path, house));
  }
  const list = await compareLists(bench, house, payload);
  await Promise.all([house.stop(), payload.stop()]);
  own.remove();
  other.remove();
  const [failed] = together.filter(({ failures }) => failures > 0);
  if (failed)
    bench.remark(`stampede: ${failed.failures} clients were not answered; the first: ${failed.firstFailure}`);
  return {
    ...{ aloneMs: median(alone), clients: bench.options.stampedeClients, list, loads },
    failures: together.reduce((sum, { failures }) => sum + failures, 0),
    lastAnswerMs: median(together.map(({ latency }) => latency.max)),
  };
}
