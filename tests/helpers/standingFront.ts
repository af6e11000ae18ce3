/** A front over a back that answers with what a test says, both as in a server: over a socket, with all their limits. */
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Front, type FrontParts } from '../../src/front/front.js';
import { Generations } from '../../src/front/generations.js';
import { keepHeader, writeKeep } from '../../src/front/keep.js';
import type { Keys } from '../../src/front/keys/keys.js';
import { open } from '../../src/front/port.js';
import { openBackDoor } from '../../src/http/backDoor.js';

export interface StandingFront {
  port: number;
  front: Front;
  generations: Generations;
  close(): Promise<void>;
}

/** /kept/… may be answered from memory, under its own name. */
export const keysOfKept: Keys = {
  of: ({ method = '', url = '' }) =>
    ['GET', 'HEAD'].includes(method) && url.startsWith('/kept/')
      ? { key: url, question: { method: 'GET', path: url, headers: ['Host', 'back'] }, isRespelled: false }
      : null,
  ofBody: () => null,
};

/** The header of an answer that depends on these slots. */
export const keeping = (generations: Generations, slots: number[], until: number | null = null) => ({
  [keepHeader]: writeKeep({ since: generations.now(), slots, until }),
});

export async function standFront(
  answer: (generations: Generations) => RequestListener,
  more: Partial<FrontParts> = {},
): Promise<StandingFront> {
  const generations = more.generations ?? new Generations();
  const listener = answer(generations);
  const back = await openBackDoor(() => listener);
  const front = new Front({
    ...{ commonHeaders: ['X-Common', 'yes'], generations, keys: keysOfKept, maxBytes: 10_000_000 },
    ...{ line: { atOnce: 4, waiting: 100 }, misses: { burst: 1_000, perSecond: 1_000 } },
    ...{ socketPath: back.socketPath, trustProxy: false },
    ...more,
  });
  await open(front.server, { host: '127.0.0.1', port: 0 });
  return {
    ...{ front, generations, port: (front.server.address() as AddressInfo).port },
    close: async () => {
      await front.stop(0);
      await back.close();
    },
  };
}
