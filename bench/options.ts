/** What a run measures, and how long. */
import { parseArgs } from 'node:util';

export const partNames = ['hits', 'misses', 'visible', 'growth', 'mixed', 'stampede', 'kitchen'] as const;
export type PartName = (typeof partNames)[number];

export interface Options {
  quick: boolean;
  parts: readonly PartName[];
  /** Write docs/performance.md, its plot and docs/performance.json. */
  docs: boolean;
  /** Run the product from its TypeScript. */
  fromSource: boolean;
  /** With the admin, where that is part of a measurement. */
  admin: boolean;
  /** Of hits: all processes of a server together. */
  rounds: number;
  /** Of one measurement in one round. */
  roundMs: number;
  /** How often the servers that are asked for hits are started anew; each time they have a part of the rounds. */
  processes: number;
  /** Rounds of misses: fewer and longer, since an answer may take a tenth of a second. */
  missRounds: number;
  missMs: number;
  connections: number;
  /** Articles of the database that most is measured on. */
  articles: number;
  sizes: readonly number[];
  /** Counted ones of each size. */
  starts: number;
  /** How long a server is read from until its memory is full. */
  fillMs: number;
  publishes: number;
  mixedMs: number;
  stampedeClients: number;
  stampedes: number;
  bulk: number;
  imported: number;
  /** How long the kitchen rests, and how long it shows the admin. */
  quietMs: number;
}

const whole = {
  ...{ rounds: 21, roundMs: 600, processes: 4, missRounds: 5, missMs: 3_000, connections: 20 },
  ...{ articles: 200, sizes: [200, 2_000, 20_000], starts: 5, fillMs: 24_000, publishes: 50 },
  ...{ mixedMs: 60_000, stampedeClients: 1_000, stampedes: 5, bulk: 200, imported: 2_000, quietMs: 9_000 },
};

/** To see that it runs. Its numbers are numbers of nothing. */
const quick = {
  ...{ rounds: 3, roundMs: 300, processes: 2, missRounds: 2, missMs: 700, connections: 20 },
  ...{ articles: 50, sizes: [50, 150], starts: 1, fillMs: 5_600, publishes: 8 },
  ...{ mixedMs: 5_000, stampedeClients: 200, stampedes: 2, bulk: 40, imported: 40, quietMs: 2_100 },
};

const usage = `npm run bench -- [--quick] [--only ${partNames.join(',')}] [--docs] [--rounds N] [--source]

  --quick    small databases and short rounds: shows that it runs, measures nothing
  --only     these parts, with commas between them
  --docs     writes docs/performance.md, docs/performance.json and docs/images/performance.svg
  --rounds   how many rounds hits are measured in
  --source   runs the product from TypeScript, without building it: for work on the benchmark

ADMIN_UI=false leaves the admin out. TEST_MONGODB_URI names a MongoDB replica set for the three processes; without it one is started.`;

function fail(message: string): never {
  console.error(`${message}\n\n${usage}`);
  process.exit(2);
}

function partsIn(text: string | undefined): readonly PartName[] {
  if (text === undefined) return partNames;
  const named = text.split(',');
  const wrong = named.find((name) => !(partNames as readonly string[]).includes(name));
  if (wrong !== undefined) fail(`There is no part “${wrong}”.`);
  return partNames.filter((name) => named.includes(name));
}

function read(args: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const;
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { docs: flag, help: flag, only: text, quick: flag, rounds: text, source: flag },
    }).values;
  } catch (error) {
    return fail((error as Error).message);
  }
}

/** Ends the process with the usage where they are wrong. */
export function readOptions(args: readonly string[]): Options {
  const values = read(args);
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  if (values.docs && values.quick) fail('--quick measures nothing that could be published.');
  const base = values.quick ? quick : whole;
  const rounds = Number(values.rounds ?? base.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) fail('--rounds takes a whole number.');
  return {
    ...{ ...base, rounds, quick: values.quick, docs: values.docs, fromSource: values.source },
    processes: Math.min(base.processes, rounds),
    parts: partsIn(values.only),
    admin: !['false', '0', 'no', 'off'].includes(process.env.ADMIN_UI?.trim() ?? '') && !values.source,
  };
}
