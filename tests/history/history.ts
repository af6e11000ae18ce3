/** Runs the history: opens a house, lets several write at once, kills the server while they do. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { dropMongoDatabase } from '../helpers/mongo.js';
import { mongoDatabaseUrl } from '../helpers/testDatabase.mjs';
import { singleActs } from './acts.js';
import type { Caller, Latency } from './caller.js';
import { contend } from './contend.js';
import { kindOf } from './kinds.js';
import type { Subject } from './model.js';
import { moreActs, publishMany } from './moreActs.js';
import { invite, signInAdministrator } from './people.js';
import { randomFrom } from './random.js';
import { reportOf } from './report.js';
import { buildHouse, type House } from './server.js';
import type { Callers, World } from './world.js';
import { create } from './writing.js';
import { saveWithoutRight, saveWrongly } from './wrongActs.js';

export interface History {
  house: House;
  world: World;
  /** So many writes, by several at once. */
  write(writes: number): Promise<void>;
  /** The same, and SIGKILL when about so many have been made. */
  writeUntilKilled(writes: number): Promise<void>;
  /** SIGKILL at some moment of one bulk publish. */
  killDuringBulk(documents: number): Promise<void>;
  /** Many publishes in the same moment: of one document, then of different ones. */
  publishAtOnce(writers: number): Promise<void>;
  report(): void;
  close(): Promise<void>;
}

const writers = 6;
const contendedKinds = ['articles', 'articles', 'articles', 'faqs', 'topics', 'people'];
const acts = { ...singleActs, ...moreActs, contend, saveWithoutRight, saveWrongly };
type ActName = keyof typeof acts;

const weights: Record<ActName, number> = {
  ...{
    create: 14,
    publish: 14,
    publishBoth: 4,
    relate: 6,
    remove: 6,
    rename: 6,
    saveAgain: 6,
    saveBarely: 5,
    saveDraft: 10,
  },
  ...{ saveLive: 12, toggleLive: 5, trash: 3, unpublish: 5, unpublishOne: 3, untrash: 3 },
  ...{ contend: 16, duplicate: 3, publishMany: 5, removeMany: 1, restoreVersion: 7, saveWithoutRight: 2 },
  ...{ saveWrongly: 6, unpublishMany: 2, upload: 1 },
};

function emptyWorld(seed: number, latencies: Latency[]): World {
  return {
    ...{
      random: randomFrom(seed),
      callers: {} as Callers,
      subjects: [],
      contended: [],
      contentions: [],
      latencies,
    },
    ...{ tally: new Map(), refusals: new Map(), unsure: [], sites: [], services: [], problems: [] },
    ...{ isEnding: false, count: 0, writes: 0 },
  };
}

async function need(
  world: World,
  collection: string,
  more: { caller: Caller; sites?: string[] },
): Promise<Subject> {
  const made = await create(world, { kind: kindOf(collection), isPublished: true, ...more });
  if (!made?.id)
    throw new Error(`No ${collection} could be made: ${world.problems} ${[...world.refusals.values()]}`);
  return made;
}

/** Two sites, a service on each, people, keys, and the documents that several will write at once. */
async function furnish(world: World, url: string): Promise<void> {
  const caller = await signInAdministrator(url, world.latencies);
  for (let count = 0; count < 2; count += 1)
    world.sites.push((await need(world, 'sites', { caller })).id as string);
  for (const site of world.sites) {
    world.services.push((await need(world, 'services', { caller, sites: [site] })).id as string);
  }
  Object.assign(world.callers, await invite(url, caller, world.sites, world.latencies));
  for (const collection of contendedKinds) {
    const made = await need(world, collection, { caller, sites: world.sites });
    world.subjects.splice(world.subjects.indexOf(made), 1);
    world.contended.push({ kind: made.kind, id: made.id as string });
  }
}

async function writeOn(world: World, isEnough: () => boolean): Promise<void> {
  while (!isEnough()) {
    const name = world.random.weighted(weights);
    if (!(await acts[name](world))) await pause(1);
  }
}

const allWrite = (world: World, isEnough: () => boolean) =>
  Promise.all(Array.from({ length: writers }, () => writeOn(world, isEnough)));

async function killWhile(
  house: House,
  world: World,
  work: () => Promise<unknown>,
  when: () => Promise<unknown>,
) {
  world.isEnding = false;
  const working = work();
  await when();
  world.isEnding = true;
  await house.kill();
  await working;
  world.isEnding = false;
}

async function writeUntilKilled(house: House, world: World, writes: number): Promise<void> {
  const enough = world.writes + writes;
  const reached = async () => {
    while (world.writes < enough) await pause(5);
    await pause(world.random.below(60));
  };
  await killWhile(house, world, () => allWrite(world, () => world.isEnding), reached);
}

async function killDuringBulk(house: House, world: World, documents: number): Promise<void> {
  const { administrator: caller } = world.callers;
  const made: Subject[] = [];
  for (let count = 0; count < documents; count += 1) {
    const subject = await create(world, { kind: kindOf('articles'), caller, isPublished: false });
    if (subject) made.push(subject);
  }
  const begun = performance.now();
  const half = made.splice(0, Math.floor(documents / 2));
  await publishMany(world, half);
  // about as long as the other half will take
  const usual = performance.now() - begun;
  await killWhile(
    house,
    world,
    () => publishMany(world, [...made, ...half]),
    () => pause(world.random.next() * usual * 2),
  );
}

async function publishAtOnce(world: World, count: number): Promise<void> {
  const only = world.contended.filter(({ kind }) => kind.collection === 'articles').slice(0, 1);
  await Promise.all(Array.from({ length: count }, () => contend(world, only)));
  const { administrator: caller } = world.callers;
  const made: Subject[] = [];
  for (let index = 0; index < count; index += 1) {
    const subject = await create(world, { kind: kindOf('articles'), caller, isPublished: false });
    if (subject) made.push(subject);
  }
  await Promise.all(made.map((subject) => publishMany(world, [subject])));
}

/** A house with a server, content and people. On MongoDB when TEST_MONGODB_URI is set. */
export async function openHistory(seed: number): Promise<History> {
  const server = process.env.TEST_MONGODB_URI;
  const databaseUrl = server ? mongoDatabaseUrl(server, `forthright_${randomUUID().slice(0, 8)}`) : undefined;
  const house = await buildHouse(databaseUrl);
  const world = emptyWorld(seed, []);
  await house.start();
  await furnish(world, house.url);
  return {
    ...{ house, world },
    write: async (writes) => {
      const enough = world.writes + writes;
      await allWrite(world, () => world.writes >= enough);
    },
    writeUntilKilled: (writes) => writeUntilKilled(house, world, writes),
    killDuringBulk: (documents) => killDuringBulk(house, world, documents),
    publishAtOnce: (count) => publishAtOnce(world, count),
    report: () => process.stderr.write(`${reportOf(world)}\n`),
    close: async () => {
      await house.kill();
      if (databaseUrl) await dropMongoDatabase(databaseUrl);
      house.remove();
    },
  };
}
