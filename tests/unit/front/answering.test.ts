/** What is written to clients, and how much of it is kept. */
import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readyAnswer } from '../../../src/front/answers.js';
import { hasAlready } from '../../../src/front/conditions.js';
import { encodingFor } from '../../../src/front/encodings.js';
import { Generations } from '../../../src/front/generations.js';
import { PortRefused, startFront } from '../../../src/front/startFront.js';
import { Store } from '../../../src/front/store.js';
import { open } from '../../helpers/rawHttp.js';
import { standFront } from '../../helpers/standingFront.js';

const requestWith = (headers: Record<string, string>) => ({ headers }) as unknown as IncomingMessage;

describe('If-None-Match', () => {
  const tag = fc.stringMatching(/^[A-Za-z0-9._-]{1,12}$/).map((text) => `"${text}"`);

  it('finds the tag among others, strong or weak', () => {
    fc.assert(
      fc.property(fc.array(tag), tag, fc.array(tag), fc.boolean(), (before, own, after, isWeak) => {
        const list = [...before, isWeak ? `W/${own}` : own, ...after].join(', ');
        expect(hasAlready(requestWith({ 'if-none-match': list }), own)).toBe(true);
      }),
    );
  });

  it('finds nothing among others only', () => {
    fc.assert(
      fc.property(fc.array(tag), tag, (others, own) => {
        const list = others.filter((other) => other !== own).join(', ');
        expect(hasAlready(requestWith({ 'if-none-match': list }), own)).toBe(false);
      }),
    );
  });
});

describe('Accept-Encoding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['*;q=0', 'identity'],
    ['identity;q=0', 'identity'],
    ['nonsense;;;', 'identity'],
  ])('%j gets %s', (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding);
    expect(encodingFor(accepted)).toBe(encoding); // remembered
  });
});

describe('what is kept', () => {
  const answerOf = (body: Buffer) =>
    readyAnswer({ status: 200, headers: ['ETag', '"x"', 'Content-Type', 'text/plain'], body });
  const question = { method: 'GET', path: '/', headers: [] } as const;
  const keep = { since: 0, slots: [], until: null };

  it('never has more bytes than allowed, compressed forms included', async () => {
    const maxBytes = 400_000;
    const store = new Store({ generations: new Generations(), maxBytes });
    for (let count = 0; count < 60; count += 1) {
      const answer = answerOf(Buffer.from(`${count} `.repeat(5_000)));
      expect(store.offer(`/${count}`, answer, keep, question)).toBe('kept');
      const before = store.size().bytes;
      const alone = answer.bytes;
      await Promise.all([answer.in('br'), answer.in('gzip')]);
      expect(answer.bytes).toBeGreaterThan(alone);
      expect(store.size().bytes).not.toBe(before);
      expect(store.size().bytes).toBeLessThanOrEqual(maxBytes);
    }
    expect(store.size().answers).toBeGreaterThan(5);
    expect(store.get('/59')).toBeDefined();
    expect(store.get('/0')).toBeUndefined();
  });

  it('is nothing where there is no memory for it', () => {
    for (const maxBytes of [0, 1, 1_000]) {
      const store = new Store({ generations: new Generations(), maxBytes });
      expect(store.offer('/', answerOf(Buffer.alloc(1_000)), keep, question)).toBe('unkept');
      expect(store.get('/')).toBeUndefined();
    }
  });

  it('is over when its time is', () => {
    const store = new Store({ generations: new Generations(), maxBytes: 100_000 });
    const answer = answerOf(Buffer.from('x'));
    expect(store.offer('/past', answer, { ...keep, until: Date.now() - 1 }, question)).toBe('overtaken');
    expect(store.offer('/soon', answer, { ...keep, until: Date.now() + 60_000 }, question)).toBe('kept');
    expect(store.get('/soon')).toBe(answer);
  });

  it('is compressed once, and only where that makes it smaller', async () => {
    const text = answerOf(Buffer.from('word '.repeat(1_000)));
    const [one, other] = await Promise.all([text.in('gzip'), text.in('gzip')]);
    expect(one).toBe(other);
    expect(one.etag).toBe('"x-gz"');
    const noise = answerOf(Buffer.from(Array.from({ length: 2_000 }, () => Math.random() * 256)));
    expect((await noise.in('br')).head).not.toContain('Content-Encoding');
    expect(await answerOf(Buffer.from('short')).in('br')).toMatchObject({ etag: '"x"' });
  });
});

describe('the thread of the front', () => {
  const settings = {
    ...{ commonHeaders: [], host: '127.0.0.1', line: { atOnce: 1, waiting: 1 }, maxBytes: 1_000_000 },
    ...{ memory: new Generations().memory, misses: { burst: 1, perSecond: 1 }, socketPath: '/nowhere' },
    ...{ trustProxy: false as const, upgrades: false },
    routes: { cookiePrefix: 'x-', host: 'x', origins: [], routes: [] },
  };
  const watcher = { onDeath: () => undefined };

  it('holds a port until it is closed', async () => {
    const { close, port } = await startFront({ ...settings, port: 0 }, watcher);
    (await open(port)).destroy();
    await close();
    await expect(open(port)).rejects.toThrow('ECONNREFUSED');
  });

  it('says that the port is taken', async () => {
    const standing = await standFront(() => () => undefined);
    await expect(startFront({ ...settings, port: standing.port }, watcher)).rejects.toThrow(PortRefused);
    await standing.close();
  });

  it('says why it cannot begin', async () => {
    const broken = { ...settings, port: 0, memory: new SharedArrayBuffer(1) };
    await expect(startFront(broken, watcher)).rejects.toThrow();
  });
});
