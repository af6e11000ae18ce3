/** (e) how long after a write's own answer it takes until every reader sees it: one process, and three that share a database. */
import { Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { ask, askJson } from '../asking/ask.js';
import { Editor } from '../asking/editor.js';
import type { Bench } from '../bench.js';
import { copyOfDatabase, temporaryFolder } from '../content/databases.js';
import { percentile } from '../machine/numbers.js';
import { type House, startHouse, unlimited } from '../subjects/house.js';
import { startSharedDatabase } from '../subjects/sharedDatabase.js';

export interface Visible {
  processes: number;
  database: string;
  publishes: number;
  /** Milliseconds of the write itself. */
  write: { p50: number; p99: number };
  /** Milliseconds from the end of the write's answer to the end of the first answer that shows it, of the slowest process. */
  visible: { p50: number; p99: number; max: number };
  /** Answers that were asked for after the write had been answered, and showed what it replaced. */
  stale: number;
  /** Writes that somebody did not see within five seconds. */
  unseen: number;
  reads: number;
}

const patienceMs = 5_000;

/** One reader of one process: asks again as soon as it has its answer, and remembers when it asked and what it saw. */
class Reader {
  private readonly agent = new Agent({ keepAlive: true });
  readonly seen: { begunAt: number; endedAt: number; text: string }[] = [];
  reads = 0;
  failure: Error | undefined;
  private reading = true;
  private readonly done: Promise<void>;

  constructor(port: number, path: string) {
    this.done = this.readOn(port, path).catch((error: Error) => {
      this.failure = error;
    });
  }

  private async readOn(port: number, path: string): Promise<void> {
    while (this.reading) {
      const { begunAt, body, endedAt, status } = await ask({ agent: this.agent, path, port });
      this.reads += 1;
      if (status === 200) this.seen.push({ begunAt, endedAt, text: JSON.parse(body.toString()).summary });
      else throw new Error(`The reader was answered with ${status}.`);
    }
  }

  async stop(): Promise<void> {
    this.reading = false;
    await this.done;
    this.agent.destroy();
  }
}

interface Seen {
  ms: number | null;
  stale: number;
}

/** Waits until this reader has seen the text, or for five seconds. */
async function firstSight(reader: Reader, text: string, writtenAt: number): Promise<Seen> {
  const hasSeen = () => reader.seen.some((each) => each.text === text);
  while (performance.now() - writtenAt < patienceMs && !hasSeen()) {
    if (reader.failure) throw reader.failure;
    await delay(1);
  }
  const found = reader.seen.find((each) => each.text === text);
  const stale = reader.seen.filter((each) => each.begunAt > writtenAt && each.text !== text).length;
  reader.seen.length = 0;
  return { ms: found ? Math.max(0, found.endedAt - writtenAt) : null, stale };
}

interface Publishing {
  editor: Editor;
  path: string;
  readers: Reader[];
}

async function publishOnce({ editor, path, readers }: Publishing, count: number) {
  const summary = `Version ${count} of the benchmark.`;
  const written = await editor.publish(path, { summary });
  const seen = await Promise.all(readers.map((each) => firstSight(each, summary, written.endedAt)));
  await delay(20 + Math.random() * 30); // readers keep what they read in between
  return { write: written.endedAt - written.begunAt, seen };
}

async function publishAll(
  publishing: Publishing,
  publishes: number,
  where: Pick<Visible, 'database' | 'processes'>,
) {
  const writes: number[] = [];
  const sights: number[] = [];
  let [stale, unseen] = [0, 0];
  for (let count = 1; count <= publishes; count += 1) {
    const { seen, write } = await publishOnce(publishing, count);
    writes.push(write);
    stale += seen.reduce((sum, each) => sum + each.stale, 0);
    if (seen.some(({ ms }) => ms === null)) unseen += 1;
    else sights.push(Math.max(...seen.map(({ ms }) => ms as number)));
  }
  const reads = publishing.readers.reduce((sum, each) => sum + each.reads, 0);
  return {
    ...{ ...where, publishes, reads, stale, unseen },
    write: { p50: percentile(writes, 0.5), p99: percentile(writes, 0.99) },
    visible: { p50: percentile(sights, 0.5), p99: percentile(sights, 0.99), max: percentile(sights, 1) },
  } satisfies Visible;
}

async function measure(houses: House[], publishes: number, database: string): Promise<Visible> {
  const [first] = houses as [House];
  const { docs } = await askJson<{ docs: { id: string }[] }>({
    path: '/api/articles?limit=1',
    port: first.port,
  });
  const path = `/api/articles/${docs[0]?.id}`;
  const editor = await Editor.signIn(first.port);
  const readers = houses.map(({ port }) => new Reader(port, path));
  try {
    await delay(200);
    return await publishAll({ editor, path, readers }, publishes, { database, processes: houses.length });
  } finally {
    editor.leave();
    await Promise.allSettled(readers.map((each) => each.stop()));
  }
}

async function withOne({ options }: Bench): Promise<Visible> {
  const own = await copyOfDatabase(options.articles);
  const house = await startHouse(own.folder, unlimited);
  try {
    return await measure([house], options.publishes, 'SQLite');
  } finally {
    await house.stop();
    own.remove();
  }
}

/** The demo content: what is measured does not hang on how much there is. */
async function withThree(bench: Bench): Promise<Visible> {
  const shared = await startSharedDatabase(bench);
  const houses: House[] = [];
  try {
    // one after the other: the first fills the database
    for (let count = 0; count < 3; count += 1)
      houses.push(await startHouse(temporaryFolder(), { ...unlimited, ...shared.settings }));
    return await measure(houses, bench.options.publishes, shared.name);
  } finally {
    await Promise.all(houses.map((each) => each.stop()));
    await shared.stop();
  }
}

export async function measureVisible(bench: Bench): Promise<Visible[]> {
  bench.say('publish to visible: one process');
  const rows = [await withOne(bench)];
  bench.say('publish to visible: three processes');
  try {
    rows.push(await withThree(bench));
  } catch (error) {
    bench.remark(`Three processes were not measured: ${(error as Error).message}`);
  }
  return rows;
}
