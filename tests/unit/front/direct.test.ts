import { describe, expect, it } from '@jest/globals';
import { isDirect } from '../../../src/front/direct.js';

const ask = (remoteAddress: string, headers: Record<string, string>) =>
  isDirect({ headers: { host: '127.0.0.1:3000', ...headers }, socket: { remoteAddress } });

describe('who asks from this machine', () => {
  it.each([
    ['127.0.0.1', 'localhost:3000'],
    ['127.0.0.1', '127.0.0.1:3000'],
    ['::1', '[::1]:3000'],
    ['::ffff:127.0.0.1', 'localhost'],
  ])('is direct from %s with Host %s', (address, host) => {
    expect(ask(address, { host })).toBe(true);
  });

  it.each(['10.0.0.7', '::ffff:10.0.0.7', '2001:db8::1', ''])('is not from %j', (address) => {
    expect(ask(address, {})).toBe(false);
  });

  it.each<Record<string, string>>([
    { 'x-forwarded-for': '1.2.3.4' },
    { forwarded: 'for=1.2.3.4' },
    { 'x-forwarded-proto': 'https' },
    { via: '1.1 proxy' },
    { 'x-real-ip': '1.2.3.4' },
  ])('is not when a proxy says %j', (headers) => {
    expect(ask('127.0.0.1', headers)).toBe(false);
  });

  it.each(['content.example.org', '127.0.0.1.example.org', 'localhost.example.org:3000', ''])(
    'is not under the name %j: a page of the web can make this machine answer to any name',
    (host) => {
      expect(ask('127.0.0.1', { host })).toBe(false);
    },
  );
});
