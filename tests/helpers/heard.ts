/** A house whose reads and writes are heard as they are behind a front: what may be kept, and until what moves. */
import type { Express } from 'express';
import request from 'supertest';
import type { Generations } from '../../src/front/generations.js';
import type { Keep } from '../../src/front/keep.js';
import type { House } from './house.js';

export interface Question {
  address: string;
  method?: string;
  body?: string;
}

/** What the front would be told. */
export interface Told {
  status: number;
  text: string;
  headers: Record<string, string>;
  /** Null where it may not be kept. */
  keep: Keep | null;
}

export interface Heard {
  app: Express;
  generations: Generations;
  ask(question: Question | string, headers?: Record<string, string>): Promise<Told>;
  /** Whether the front could still answer with it. */
  isFresh(told: Told): boolean;
  /** Whether an answer that depends on this alone was out of date after `write`. */
  moves(tag: string, write: () => Promise<unknown>): Promise<boolean>;
  /** The tags among these that an answer depends on. */
  tagsAmong(told: Told, tags: readonly string[]): string[];
}

export async function hear(house: House): Promise<Heard> {
  const { Generations, slotOf } = await import('../../src/front/generations.js');
  const { keepHeader, readKeep } = await import('../../src/front/keep.js');
  const { holdGenerations } = await import('../../src/freshness/moves.js');
  const { hearReads } = await import('../../src/freshness/hearReads.js');
  const { createApp } = await import('../../src/app.js');
  const { createGraphqlDoor } = await import('../../src/http/graphqlDoor.js');
  const { createPublicApi } = await import('../../src/public-api/index.js');
  const { payload, settings } = house;
  const generations = new Generations();
  holdGenerations(payload.db, generations);
  hearReads(payload.db);
  const rooms = {
    payload,
    publicApi: createPublicApi({ payload }),
    graphql: createGraphqlDoor({ payload, settings }),
  };
  const app = createApp({ settings, house: rooms, generations });

  async function ask(question: Question | string, headers: Record<string, string> = {}): Promise<Told> {
    const { address, body } = typeof question === 'string' ? { address: question } : question;
    const asked = body
      ? request(app).post(address).set('Content-Type', 'application/json').send(body)
      : request(app).get(address);
    const answer = await asked.set({ ...headers, [keepHeader]: 'ask' });
    // a busy machine took longer than an answer may: whoever asks again is answered from what was made
    if (answer.status === 503) return ask(question, headers);
    const keep = readKeep(answer.headers[keepHeader]);
    const text = answer.text ?? String(answer.body);
    return { status: answer.status, text, headers: answer.headers, keep };
  }

  return {
    ...{ app, ask, generations },
    isFresh: ({ keep }) =>
      keep !== null &&
      (keep.until ?? Number.POSITIVE_INFINITY) > Date.now() &&
      generations.isFresh(keep.slots, keep.since),
    moves: async (tag, write) => {
      const since = generations.now();
      await write();
      return !generations.isFresh([slotOf(tag)], since);
    },
    tagsAmong: ({ keep }, tags) => tags.filter((tag) => keep?.slots.includes(slotOf(tag))),
  };
}
