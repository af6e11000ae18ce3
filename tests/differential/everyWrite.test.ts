/**
 * After each kind of write, and after time has passed, whatever was ready is as it would be answered anew, to clients of all
 * kinds. `DIFFERENTIAL=20000 SEED=7 node src/cli/jest.mjs differential -- everyWrite` goes on for longer; ALL=1 asks for
 * everything after each write.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acts } from './acts.js';
import { stopLeaping } from './clock.js';
import { History } from './history.js';
import { openStage, type Stage } from './stage.js';
import type { Finding } from './watcher.js';

const steps = Number(process.env.DIFFERENTIAL ?? 2_400);
const seed = Number(process.env.SEED ?? 20_261_121);
const looks = process.env.ALL ? Number.POSITIVE_INFINITY : 12;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(seed, { isNear: true });
}, 120_000);
afterAll(async () => {
  stopLeaping();
  await stage?.close();
});

const shown = ({ after, asked, names, words }: Finding) =>
  `after ${after}: ${asked}: ${names.join()}: ${words}`;

describe(`${steps} random reads among writes of every kind (seed ${seed})`, () => {
  it(
    'are answered as if nothing had been kept',
    async () => {
      const history = new History(stage, looks);
      const { findings, tally } = history.watcher;
      await history.lookAround('the beginning');
      while (tally.asked < steps && findings.length < 20) await history.goOn();
      if (process.env.DIFFERENTIAL || process.env.ALL) console.log(tally, history.refused);
      expect(findings.map(shown)).toEqual([]);
      expect(tally.hits).toBeGreaterThan(steps / 5);
      // each comes up once in so many steps; the product refuses some in the state that they find
      const all = Object.keys(acts).length;
      expect(history.done.size).toBeGreaterThan(steps >= all * looks ? all * 0.7 : 0);
    },
    120_000 + steps * 500,
  );
});
