/** One load for all who ask the same, never an answer older than the question, and no more than the back can bear. */
import type { RequestListener, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { slotOf } from '../../../src/front/generations.js';
import type { Keys } from '../../../src/front/keys/keys.js';
import { askRaw, open } from '../../helpers/rawHttp.js';
import { keeping, type StandingFront, standFront } from '../../helpers/standingFront.js';

const slot = slotOf('articles');

let standing: StandingFront | undefined;
afterEach(async () => {
  await standing?.close();
  standing = undefined;
});

const ask = ({ port }: StandingFront, path: string) => askRaw(port, `GET ${path} HTTP/1.1\nHost: x`);

/** Waits until something that happens elsewhere has happened. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** A back whose answers are given when the test says so: each says which question it was, counted from one. */
async function standWithHeldBack(more: Parameters<typeof standFront>[1] = {}) {
  const held: (() => void)[] = [];
  let count = 0;
  const front = await standFront(
    (generations) => (_req, res: ServerResponse) => {
      count += 1;
      const headers = { ...keeping(generations, [slot]), 'Content-Type': 'text/plain' };
      const text = String(count);
      held.push(() => res.writeHead(200, headers).end(text));
    },
    more,
  );
  standing = front;
  return { front, held };
}

describe('questions asked at the same time', () => {
  it('are asked once', async () => {
    const { front, held } = await standWithHeldBack();
    const answers = Array.from({ length: 200 }, () => ask(front, '/kept/a'));
    await until(() => held.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    held[0]?.();
    expect(new Set((await Promise.all(answers)).map(({ body }) => body))).toEqual(new Set(['1']));
    expect(held).toHaveLength(1);
    expect((await ask(front, '/kept/a')).body).toBe('1');
  });

  it('are asked anew for whom comes after something was written', async () => {
    const { front, held } = await standWithHeldBack();
    const early = ask(front, '/kept/a');
    await until(() => held.length === 1);
    front.generations.move([slot]);
    const late = [ask(front, '/kept/a'), ask(front, '/kept/a')];
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(held).toHaveLength(1); // one at a time
    held[0]?.();
    await until(() => held.length === 2);
    held[1]?.();
    expect((await early).body).toBe('1');
    expect((await Promise.all(late)).map(({ body }) => body)).toEqual(['2', '2']);
    expect(front.front.loads.counts).toMatchObject({ kept: 1, overtaken: 1 });
  });

  it('are asked once although something else is written all the time', async () => {
    const { front, held } = await standWithHeldBack();
    const answers: ReturnType<typeof ask>[] = [];
    for (let count = 0; count < 20; count += 1) {
      answers.push(ask(front, '/kept/a'));
      await new Promise((resolve) => setTimeout(resolve, 5));
      front.generations.move([slotOf('faqs')]);
    }
    held[0]?.();
    expect(new Set((await Promise.all(answers)).map(({ body }) => body))).toEqual(new Set(['1']));
    expect(held).toHaveLength(1);
  });

  it('are asked anew in the dark, when nobody knows what was written', async () => {
    const { front, held } = await standWithHeldBack();
    const early = ask(front, '/kept/a');
    await until(() => held.length === 1);
    front.generations.darken();
    const late = ask(front, '/kept/a');
    await new Promise((resolve) => setTimeout(resolve, 50));
    held[0]?.();
    await until(() => held.length === 2);
    held[1]?.();
    expect([(await early).body, (await late).body]).toEqual(['1', '2']);
  });
});

describe('more questions than the back can bear', () => {
  const askFrom = (front: StandingFront, address: string, path: string) =>
    askRaw(front.port, `GET ${path} HTTP/1.1\nHost: x\nX-Forwarded-For: ${address}`);

  it('wait in line, and are told to come back when that is full', async () => {
    const { front, held } = await standWithHeldBack({ line: { atOnce: 2, waiting: 3 }, trustProxy: 1 });
    const answers = Array.from({ length: 5 }, (_, index) =>
      askFrom(front, `192.0.2.${index}`, `/${index % 2 ? 'kept' : 'passed'}/${index}`),
    );
    await until(() => front.front.line.underWay().waiting === 3 && held.length === 2);
    const refused = await Promise.all([
      askFrom(front, '192.0.2.6', '/kept/6'),
      askFrom(front, '192.0.2.7', '/passed/7'),
    ]);
    for (let count = 0; count < 5; count += 1) {
      await until(() => held.length > count);
      held[count]?.();
    }
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(refused.map(({ status }) => status)).toEqual([503, 503]);
    for (const { body, headers } of refused) {
      expect(JSON.parse(body)).toEqual({ errors: [{ code: 'unavailable', message: expect.any(String) }] });
      expect(headers).toContainEqual(['retry-after', '1']);
      expect(headers).toContainEqual(['x-common', 'yes']);
    }
  });

  it.each(['kept', 'passed'])('of one address keep nobody else waiting (%s)', async (kind) => {
    const { front, held } = await standWithHeldBack({ line: { atOnce: 1, waiting: 40 }, trustProxy: 1 });
    const greedy = Array.from({ length: 30 }, (_, index) => askFrom(front, '192.0.2.1', `/${kind}/${index}`));
    await until(() => front.front.line.underWay().waiting === 10 && held.length === 1);
    const order: string[] = [];
    const modest = askFrom(front, '192.0.2.2', `/${kind}/modest`).then(({ body }) => order.push(body));
    await until(() => front.front.line.underWay().waiting === 11);
    for (let count = 0; count < 12; count += 1) {
      await until(() => held.length > count);
      held[count]?.();
    }
    await modest;
    const statuses = (await Promise.all(greedy)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(11);
    expect(statuses.filter((status) => status === 503)).toHaveLength(19);
    expect(order).toEqual(['2']); // right after the one that was under way
    expect(front.front.line.underWay()).toEqual({ running: 0, waiting: 0 });
  });

  it.each(['kept', 'passed'])('give up their place when the client goes away (%s)', async (kind) => {
    const { front, held } = await standWithHeldBack({ line: { atOnce: 1, waiting: 10 } });
    const first = ask(front, `/${kind}/1`);
    await until(() => held.length === 1);
    const leaving = await open(front.port);
    leaving.write(`GET /${kind}/2 HTTP/1.1\r\nHost: x\r\n\r\n`);
    await until(() => front.front.line.underWay().waiting === 1);
    leaving.destroy();
    const third = ask(front, `/${kind}/3`);
    await until(() => front.front.line.underWay().waiting === 2);
    held[0]?.();
    await until(() => held.length === 2);
    held[1]?.();
    expect([(await first).body, (await third).body]).toEqual(['1', '2']);
  });

  it('are refused to the address that asks them all', async () => {
    const { front, held } = await standWithHeldBack({
      misses: { burst: 3, perSecond: 0 }, // within ten seconds
      trustProxy: 1,
    });
    const give = async (count: number) => {
      await until(() => held.length === count);
      held[count - 1]?.();
    };
    const allowed = [askFrom(front, '192.0.2.1', '/kept/1'), give(1)];
    await Promise.all(allowed);
    await Promise.all([askFrom(front, '192.0.2.1', '/passed/2'), give(2)]);
    const [third] = await Promise.all([askFrom(front, '192.0.2.1', '/kept/3'), give(3)]);
    const refused = await askFrom(front, '192.0.2.1', '/kept/4');
    const [other] = await Promise.all([askFrom(front, '192.0.2.2', '/kept/5'), give(4)]);
    expect([third.status, refused.status, other.status]).toEqual([200, 429, 200]);
    expect(refused.headers).toContainEqual(['retry-after', expect.stringMatching(/^\d+$/)]);
    expect((await askFrom(front, '192.0.2.1', '/kept/1')).body).toBe('1'); // hits do not count
  });
});

describe('a question that is answered in its one spelling', () => {
  const respelled: Keys = {
    of: ({ url = '' }) => ({
      key: url.toLowerCase(),
      question: { method: 'GET', path: url.toLowerCase(), headers: ['Host', 'back'] },
      isRespelled: true,
    }),
    ofBody: () => null,
  };

  it('and not kept, is asked as it was written, without trying that again', async () => {
    const paths: string[] = [];
    const listener: RequestListener = (req, res) => {
      paths.push(req.url ?? '');
      res.end(req.url);
    };
    standing = await standFront(() => listener, { keys: respelled });
    for (let count = 0; count < 3; count += 1) expect((await ask(standing, '/X')).body).toBe('/X');
    expect(paths).toEqual(['/x', '/X', '/X', '/X']);
  });
});
