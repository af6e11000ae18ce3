/** Asks Express and the front the same, and says where their answers differ. */
import { expect } from '@jest/globals';
import { askRaw, type RawAnswer } from './rawHttp.js';
import type { Both } from './throughTheFront.js';

/** What may differ: README of the API, and the framing of one connection. */
const ownOfEach = new Set([
  ...['date', 'age', 'server-timing', 'ledger-position', 'x-request-id'],
  ...['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'vary'],
]);

export const valueIn = ({ headers }: RawAnswer, name: string) =>
  headers.flatMap(([each, value]) => (each === name ? [value] : [])).join(', ');

function comparable({ body, headers, status }: RawAnswer) {
  const kept = headers.filter(([name]) => !ownOfEach.has(name)).map((each) => each.join(': '));
  return { status, headers: kept.sort(), body };
}

/** Asks Express once and the front twice; gives how the front came by its answers. */
export type Asking = (request: string, body?: string | Buffer) => Promise<string[]>;

export const comparing =
  ({ express, front }: Both): Asking =>
  async (request, body = '') => {
    const expected = await askRaw(express, request, body);
    const origins: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      const got = await askRaw(front, request, body);
      expect(comparable(got)).toEqual(comparable(expected));
      const vary = valueIn(got, 'vary').replace(/(, )?Accept-Encoding$/, '');
      expect(vary).toBe(valueIn(expected, 'vary'));
      if (valueIn(expected, 'content-length') !== '')
        expect(valueIn(got, 'content-length')).toBe(valueIn(expected, 'content-length'));
      origins.push(valueIn(got, 'server-timing').replace('cache;desc=', ''));
    }
    return origins;
  };
