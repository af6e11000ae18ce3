/** The law of what is kept: an answer that has changed is never one that the front could still give. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { Asked } from '../differential/ask.js';
import { nameOf, questionsOf } from '../differential/questions.js';
import { type Heard, hear, type Told } from '../helpers/heard.js';
import { type House, openHouse } from '../helpers/house.js';
import { acts, unrelated } from '../helpers/served/acts.js';
import { makeWorld, type World } from '../helpers/served/world.js';

jest.setTimeout(600_000);

/** The same histories in every run; FUZZ=20 tries that many new ones, and fast-check prints the seed of a failure. */
const runs = process.env.FUZZ ? { numRuns: Number(process.env.FUZZ) } : { numRuns: 1, seed: 20261121 };
const steps = Number(process.env.STEPS ?? 10);

let house: House;
let heard: Heard;
beforeAll(async () => {
  house = await openHouse();
  heard = await hear(house);
});
afterAll(() => house.close());

/** Past every hook, as no door of the product writes. */
const behindHooks: Record<string, (world: World, word: string) => Promise<unknown>> = {
  topicDeleted: ({ ids }) =>
    house.payload.db.deleteOne({ collection: 'topics', where: { id: { equals: ids.topic } } }),
  personDeleted: ({ ids }) =>
    house.payload.db.deleteMany({ collection: 'people', where: { id: { equals: ids.person } } }),
  licenseDeleted: ({ ids }) =>
    house.payload.db.deleteOne({ collection: 'licenses', where: { id: { equals: ids.license } } }),
  articleWritten: ({ ids }, word) =>
    house.payload.db.updateOne({
      collection: 'articles',
      data: { title: word },
      id: ids.article ?? '',
      locale: 'en',
    }),
  allFaqsWritten: (_world, word) =>
    house.payload.db.updateMany({
      ...{ collection: 'faqs', data: { question: word }, locale: 'en' },
      where: { slug: { exists: true } },
    }),
};

const all = { ...acts, ...unrelated, ...behindHooks };
type Step = { act: string; word: string };

const histories = fc
  .tuple(
    fc.shuffledSubarray(Object.keys(all), { minLength: steps, maxLength: steps }),
    fc.array(fc.stringMatching(/^[a-z]{4,8}$/), { minLength: steps, maxLength: steps }),
  )
  .map(([names, words]) => names.map((act, index): Step => ({ act, word: words[index] ?? act })));

/** Refusals are part of every history. */
async function take({ act, word }: Step, world: World): Promise<void> {
  try {
    await all[act as keyof typeof all]?.(world, word);
  } catch (error) {
    if (!(error instanceof Error && 'status' in error && Number(error.status) < 500)) throw error;
  }
}

const seen = ({ headers, status, text }: Told) => [status, headers.location, headers.etag, text];

type Kept = Map<Asked, Told>;

/** Those that are kept, and nothing that moved says otherwise, although they have become others. What has moved is asked anew. */
async function staleAmong(kept: Kept): Promise<string[]> {
  const stale: string[] = [];
  for (const [question, told] of kept) {
    const wasFresh = heard.isFresh(told);
    const now = await heard.ask(question);
    if (wasFresh && JSON.stringify(seen(now)) !== JSON.stringify(seen(told))) stale.push(nameOf(question));
    kept.set(question, now);
  }
  return stale;
}

/** Each history looks at other questions, so that few see all of them; ALL=1 asks each of them every time. */
const share = process.env.ALL ? 1 : 6;

/** The front passes files through, and keeps none. */
const isOfFile = ({ address }: Asked) => address.startsWith('/api/media/file/');

async function askAll(world: World, round: number): Promise<Kept> {
  const kept: Kept = new Map();
  for (const [index, question] of questionsOf(world)
    .filter((each) => !isOfFile(each))
    .entries())
    if ((index + round) % share === 0) kept.set(question, await heard.ask(question));
  return kept;
}

describe('whatever is written', () => {
  let count = 0;

  it('no kept answer is given that has become another', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        count += 1;
        const world = await makeWorld(house, `law-${count}`);
        const kept = await askAll(world, count);
        for (const step of history) {
          await take(step, world);
          expect([step.act, await staleAmong(kept)]).toEqual([step.act, []]);
        }
        const unkept = [...kept.values()].filter(({ keep, text }) => !keep && !text.startsWith('{"errors"'));
        expect(unkept).toEqual([]);
      }),
      { ...runs, endOnFailure: true },
    );
  });
});
