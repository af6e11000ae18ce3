/** What the product is compared with, each in a process of its own. */
import type { Answered } from '../asking/ask.js';
import { sourceVariable } from '../content/openProduct.js';
import { endChild, forkProgram } from '../machine/children.js';
import { type FromBare, type ToBare, withoutOwn } from './answering.js';

/** A server that load can be put on. */
export interface Subject {
  port: number;
  pid: number;
  stop(): Promise<void>;
}

export interface BareSubject extends Subject {
  /** From now on it sends the bytes of this answer. */
  send(answer: Answered): Promise<void>;
}

/** Plain `node:http`, or Express. */
export async function startBare(kind: 'node' | 'express'): Promise<BareSubject> {
  const { child, said } = await forkProgram('subjects/bareServer.js', { args: [kind] });
  return {
    ...{ pid: child.pid as number, port: (said as FromBare).port, stop: () => endChild(child) },
    send: async ({ body, rawHeaders, status }) => {
      const heard = new Promise((resolve) => child.once('message', resolve));
      const answer = { status, headers: withoutOwn(rawHeaders), body: body.toString('base64') };
      child.send({ answer } satisfies ToBare);
      await heard;
    },
  };
}

/** Payload itself, over a database folder of its own. */
export async function startPayload(folder: string): Promise<Subject> {
  const { child, said } = await forkProgram('subjects/payloadServer.js', {
    env: {
      ...{ DATA_DIR: folder, LOG_LEVEL: 'warn', ADMIN_UI: 'false', DATABASE_URL: '', REDIS_URL: '' },
      MEDIA_DIR: `${folder}/media`,
    },
    withLoader: Boolean(process.env[sourceVariable]),
  });
  return { pid: child.pid as number, port: (said as FromBare).port, stop: () => endChild(child) };
}
