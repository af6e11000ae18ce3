/** What is read most is there again after a write, before anybody asks. The back is a real server on a real socket. */

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Generations, slotOf } from '../../../src/front/generations.js';
import { keepHeader, writeKeep } from '../../../src/front/keep.js';
import { Line } from '../../../src/front/line.js';
import { Loads } from '../../../src/front/loads.js';
import { createAgent } from '../../../src/front/pass.js';
import { closeServer, open } from '../../../src/front/port.js';
import { Refills } from '../../../src/front/refills.js';
import { Store } from '../../../src/front/store.js';

interface World {
  /** Asks as a client does: from memory, or from the back. */
  read(path: string): Promise<'hit' | 'miss'>;
  /** The paths that the back was asked for since the last call. */
  asked(): string[];
  generations: Generations;
  refills: Refills;
  /** How the back answers from now on. */
  answer: RequestListener;
  close(): Promise<void>;
}

const reader = { address: '192.0.2.1', requestId: 'reader' };

async function makeWorld(): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'forthright-refills-'));
  const socketPath = path.join(folder, 'back');
  const generations = new Generations();
  const paths: string[] = [];
  const world = {
    answer: ((req, res) => {
      const keep = writeKeep({ since: generations.now(), slots: [slotOf(req.url ?? '')], until: null });
      res.writeHead(200, { [keepHeader]: keep }).end(req.url);
    }) as RequestListener,
  };
  const back = createServer((req, res) => {
    paths.push(req.url ?? '');
    world.answer(req, res);
  });
  await open(back, { path: socketPath });
  const store = new Store({ generations, maxBytes: 1_000_000 });
  const agent = createAgent();
  const line = new Line({ atOnce: 4, waiting: 10 });
  const loads = new Loads({ agent, generations, line, socketPath, store });
  return Object.assign(world, {
    ...{ generations, refills: new Refills({ generations, line, loads, store }) },
    read: async (url: string) => {
      if (store.get(url)) return 'hit' as const;
      await loads.answer(url, { headers: ['Host', 'localhost'], method: 'GET', path: url }, reader);
      return 'miss' as const;
    },
    asked: () => paths.splice(0),
    close: async () => {
      agent.destroy();
      await closeServer(back);
      rmSync(folder, { force: true, recursive: true });
    },
  });
}

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});
afterEach(() => world.close());

async function readOften(url: string, times: number): Promise<void> {
  for (let count = 0; count <= times; count += 1) await world.read(url);
}

function write(...tags: string[]): void {
  world.generations.move(tags.map(slotOf));
}

/** As often as the clock would look while nothing else is written. */
async function lookTwice(): Promise<void> {
  await world.refills.look();
  await world.refills.look();
}

describe('after something was written', () => {
  it('asks again for what it made untrue, most read first, and for nothing else', async () => {
    await readOften('/often', 4);
    await readOften('/more-often', 9);
    await readOften('/another', 9);
    await readOften('/once', 0);
    world.asked();
    write('/often', '/more-often', '/once');
    await lookTwice();
    expect(world.asked()).toEqual(['/more-often', '/often']);
    expect(await world.read('/often')).toBe('hit');
    expect(await world.read('/once')).toBe('miss');
  });

  it('waits until the writing has ended', async () => {
    await readOften('/page', 5);
    world.asked();
    for (let count = 0; count < 5; count += 1) {
      write('/page');
      await world.refills.look();
    }
    expect(world.asked()).toEqual([]);
    await world.refills.look();
    expect(world.asked()).toEqual(['/page']);
  });

  it('forgets soon what nobody reads any more', async () => {
    await readOften('/page', 8);
    world.asked();
    for (let count = 0; count < 10; count += 1) {
      write('/page');
      await lookTwice();
    }
    expect(world.asked()).toHaveLength(3); // 8 reads, then 4, then 2
  });

  it('asks for one at a time, and rests three times as long in between', async () => {
    const pages = ['/a', '/b', '/c'];
    for (const page of pages) await readOften(page, 3);
    let running = 0;
    let most = 0;
    const { answer } = world;
    world.answer = async (req, res) => {
      running += 1;
      most = Math.max(most, running);
      await pause(30);
      running -= 1;
      answer(req, res);
    };
    write(...pages);
    const begun = performance.now();
    await lookTwice();
    expect(most).toBe(1);
    expect(performance.now() - begun).toBeGreaterThan(3 * 4 * 29);
  });

  it('lets clients go first', async () => {
    await readOften('/page', 5);
    let release: () => void = () => undefined;
    const { answer } = world;
    world.answer = (req, res) => {
      release = () => answer(req, res);
    };
    write('/page');
    const reading = world.read('/slow');
    await pause(50);
    world.asked();
    await lookTwice();
    expect(world.asked()).toEqual([]);
    world.answer = answer;
    release();
    await reading;
    await world.refills.look();
    expect(world.asked()).toEqual(['/page']);
  });

  it('asks for nothing while nobody may be answered from memory', async () => {
    await readOften('/page', 5);
    world.asked();
    write('/page');
    world.generations.darken();
    await lookTwice();
    expect(world.asked()).toEqual([]);
  });

  it('gives up what may not be kept any more, and goes on when the back fails', async () => {
    await readOften('/private', 5);
    await readOften('/broken', 9);
    world.answer = (req, res) => (req.url === '/broken' ? res.destroy() : res.writeHead(200).end());
    world.asked();
    write('/private', '/broken');
    await lookTwice();
    expect(world.asked()).toEqual(['/broken', '/private']);
    write('/private');
    await lookTwice();
    expect(world.asked()).toEqual(['/broken']);
  });
});
