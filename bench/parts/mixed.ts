/** (g) an hour in a minute: readers who mostly want the same few things, and editors in between; every answer is looked at. */
import { Agent } from 'node:http';
import { type Asked, ask, originOf } from '../asking/ask.js';
import { Editor } from '../asking/editor.js';
import { graphqlQuestion, knownArticles, knownChecks, listOf, pagePath } from '../asking/questions.js';
import type { Bench } from '../bench.js';
import { copyOfDatabase } from '../content/databases.js';
import { percentile, randomFrom } from '../machine/numbers.js';
import { type House, startHouse, unlimited } from '../subjects/house.js';

interface Times {
  count: number;
  perSecond: number;
  p50: number;
  p99: number;
}

export interface Mixed {
  seconds: number;
  clients: number;
  addresses: number;
  hits: Times;
  /** Reads that were no hits. */
  others: Times;
  writes: Times;
  /** Reads of a document that were begun after a write of it had been answered, and did not show it. */
  stale: number;
  failures: number;
}

const clients = 20;
const partOfWrites = 0.05;

/** Zipf's law: the n-th most wanted is wanted 1/n times as often as the first. */
function zipf(count: number, random: () => number): () => number {
  const sums: number[] = [];
  for (let rank = 1, sum = 0; rank <= count; rank += 1) {
    sum += 1 / rank;
    sums.push(sum);
  }
  const total = sums.at(-1) as number;
  return () => {
    const wanted = random() * total;
    return sums.findIndex((sum) => sum >= wanted);
  };
}

function shuffled<T>(items: T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

interface Address extends Omit<Asked, 'port'> {
  /** The article that it shows, whose text is looked at. */
  id?: string;
}

async function addressesOf(port: number, most: number): Promise<Address[]> {
  const { ids, paged } = await knownArticles(port, most);
  const numbers = Array.from({ length: 50 }, (_, index) => index);
  return [
    ...ids.map((id) => ({ path: `/api/articles/${id}`, id })),
    ...paged.map((slug) => ({ path: pagePath(slug) })),
    ...numbers.map((count) => ({ path: listOf(10 + (count % 5), 1 + Math.floor(count / 5)) })),
    ...(await knownChecks(port, 50)).map((path) => ({ path })),
    ...ids.slice(0, 30).map((id) => graphqlQuestion(`{ Article(id: "${id}") { id title summary } }`)),
  ];
}

class MixedHour {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: clients });
  /** The last version of each article whose write has been answered. */
  private readonly written = new Map<string, number>();
  private readonly times = { hits: [] as number[], others: [] as number[], writes: [] as number[] };
  /** Articles that are being written. */
  private readonly busy = new Set<string>();
  private version = 0;
  private stale = 0;
  private failures = 0;

  constructor(
    private readonly house: House,
    private readonly editor: Editor,
    private readonly addresses: Address[],
    private readonly ids: string[],
  ) {}

  private async read({ id, ...asked }: Address): Promise<void> {
    const expected = id === undefined ? 0 : (this.written.get(id) ?? 0);
    const answer = await ask({ ...asked, agent: this.agent, port: this.house.port });
    if (answer.status !== 200) {
      this.failures += 1;
      return;
    }
    const list = originOf(answer) === 'hit' ? this.times.hits : this.times.others;
    list.push(answer.endedAt - answer.begunAt);
    if (id && versionIn(answer.body.toString()) < expected) this.stale += 1;
  }

  private async write(id: string): Promise<void> {
    this.version += 1;
    const { version } = this;
    const { begunAt, endedAt } = await this.editor.publish(`/api/articles/${id}`, {
      summary: `Version ${version}.`,
    });
    this.times.writes.push(endedAt - begunAt);
    // a later write of the same article may have been answered before this one
    this.written.set(id, Math.max(version, this.written.get(id) ?? 0));
  }

  private async client(seed: number, until: number): Promise<void> {
    const random = randomFrom(seed);
    const next = zipf(this.addresses.length, random);
    while (performance.now() < until) {
      const isWrite = random() < partOfWrites;
      const act = isWrite ? this.writeAny(random) : this.read(this.addresses[next()] as Address);
      await act.catch(() => {
        this.failures += 1;
      });
    }
  }

  /** Two writes of one article at once could be answered in another order than they were made: each has one writer at a time. */
  private async writeAny(random: () => number): Promise<void> {
    const free = this.ids.filter((id) => !this.busy.has(id));
    const id = free[Math.floor(random() * free.length)] as string;
    this.busy.add(id);
    await this.write(id).finally(() => this.busy.delete(id));
  }

  async run(ms: number): Promise<Mixed> {
    const begunAt = performance.now();
    const seeds = Array.from({ length: clients }, (_, index) => index + 1);
    await Promise.all(seeds.map((seed) => this.client(seed, begunAt + ms)));
    const seconds = (performance.now() - begunAt) / 1_000;
    this.agent.destroy();
    const summary = (values: number[]): Times => ({
      ...{ count: values.length, perSecond: values.length / seconds },
      ...{ p50: percentile(values, 0.5), p99: percentile(values, 0.99) },
    });
    const { hits, others, writes } = this.times;
    return {
      ...{ addresses: this.addresses.length, clients, failures: this.failures, seconds, stale: this.stale },
      ...{ hits: summary(hits), others: summary(others), writes: summary(writes) },
    };
  }
}

const versionIn = (text: string): number => Number(/"summary":"Version (\d+)\./.exec(text)?.[1] ?? 0);

export async function measureMixed(bench: Bench): Promise<Mixed> {
  bench.say('mixed hour');
  const { folder, remove } = await copyOfDatabase(bench.options.articles);
  const house = await startHouse(folder, unlimited);
  const editor = await Editor.signIn(house.port);
  const found = await addressesOf(house.port, bench.options.articles);
  const ids = found.flatMap(({ id }) => id ?? []);
  const mixed = await new MixedHour(house, editor, shuffled(found, randomFrom(7)), ids).run(
    bench.options.mixedMs,
  );
  editor.leave();
  await house.stop();
  remove();
  if (mixed.failures > 0) bench.remark(`mixed hour: ${mixed.failures} requests failed.`);
  return mixed;
}
