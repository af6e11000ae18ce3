/** (d) what is not in memory: the same questions, many of each kind, to a house that keeps nothing and to Payload itself. */
import { onTheWire } from '../asking/ask.js';
import {
  documentOf,
  graphqlList,
  inPayloadsList,
  knownArticles,
  knownChecks,
  listOf,
  localeArgument,
  pagePath,
  type Wording,
} from '../asking/questions.js';
import type { Bench } from '../bench.js';
import { copyOfDatabase } from '../content/databases.js';
import { keepingNothing, startHouse } from '../subjects/house.js';
import { type Subject, startPayload } from '../subjects/others.js';
import { type Contestant, inLongRounds, type Measured, timesAsFast } from './rounds.js';

export interface MissRow {
  question: string;
  /** One at a time: how long one answer takes. */
  alone: { house: Measured; payload: Measured | null };
  /** Eight at a time: how many are answered. */
  together: { house: Measured; payload: Measured | null };
  /** Time of one answer, Payload's divided by ours: 1 or more is no slower. */
  timesPayload: number | null;
  timesPayloadTogether: number | null;
}

export interface Kind {
  name: string;
  asked: Wording[];
  /** As Payload wants them asked; null where it has no answer. */
  ofPayload: Wording[] | null;
}

/** Many different ones of each kind, so that no two in flight are the same and share a load. */
export async function missKinds(port: number, articles: number): Promise<Kind[]> {
  const { ids, paged } = await knownArticles(port, Math.min(articles, 500));
  const numbers = Array.from({ length: Math.max(2, Math.floor(ids.length / 10)) }, (_, index) => index + 1);
  const own = (name: string, paths: string[]): Kind => ({
    ...{ name, ofPayload: null },
    asked: paths.map((path) => ({ path })),
  });
  return [
    {
      ...{ name: 'document', asked: ids.map((id) => documentOf(id).asked) },
      ofPayload: ids.flatMap((id) => documentOf(id).ofPayload ?? []),
    },
    {
      ...{ name: 'list of 10', asked: numbers.map((page) => ({ path: listOf(10, page) })) },
      ofPayload: numbers.map((page) => ({ path: inPayloadsList(listOf(10, page)) })),
    },
    own('page', paged.map(pagePath)),
    own('availability check', await knownChecks(port, 200)),
    {
      ...{ name: 'GraphQL list of 10', asked: numbers.map((page) => graphqlList(page)) },
      ofPayload: numbers.map((page) => graphqlList(page, localeArgument)),
    },
  ];
}

type Server = Pick<Subject, 'pid' | 'port'>;

function contestant(name: string, { pid, port }: Server, asked: Wording[], connections: number): Contestant {
  const requests = asked.map((each) => onTheWire({ ...each, port }));
  return { name, pid, port, order: { connections, requests, statuses: [200] } };
}

async function measurePair(bench: Bench, subjects: Pair, kind: Kind, connections: number) {
  const both = [contestant('house', subjects.house, kind.asked, connections)];
  if (kind.ofPayload) both.push(contestant('payload', subjects.payload, kind.ofPayload, connections));
  const [house, payload = null] = (await inLongRounds(bench, both)) as [Measured, Measured?];
  if (house.origins.hit > 0)
    bench.remark(`misses, ${kind.name}: ${house.origins.hit} of ${house.answers} answers came from memory.`);
  return { house, payload };
}

interface Pair {
  house: Server;
  payload: Server;
}

async function measure(bench: Bench, subjects: Pair, kind: Kind): Promise<MissRow> {
  const alone = await measurePair(bench, subjects, kind, 1);
  const together = await measurePair(bench, subjects, kind, 8);
  return {
    ...{ question: kind.name, alone, together },
    timesPayload: alone.payload && timesAsFast(alone.house, alone.payload),
    timesPayloadTogether: together.payload && timesAsFast(together.house, together.payload),
  };
}

export async function measureMisses(bench: Bench): Promise<MissRow[]> {
  const own = await copyOfDatabase(bench.options.articles);
  const other = await copyOfDatabase(bench.options.articles);
  const house = await startHouse(own.folder, keepingNothing);
  const payload = await startPayload(other.folder);
  const rows: MissRow[] = [];
  for (const kind of await missKinds(house.port, bench.options.articles)) {
    bench.say(`misses: ${kind.name}`);
    rows.push(await measure(bench, { house, payload }, kind));
  }
  await Promise.all([house.stop(), payload.stop()]);
  own.remove();
  other.remove();
  return rows;
}
