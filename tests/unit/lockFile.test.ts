import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { missingOptional } from '../../src/cli/completeLock.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const read = (name: string) => JSON.parse(readFileSync(path.join(root, name), 'utf8'));

describe('package-lock.json', () => {
  it('has the packages of every platform, so that npm ci works everywhere (else: npm run complete-lock)', () => {
    expect(missingOptional(read('package-lock.json')).map(([place]) => place)).toEqual([]);
  });

  it('holds the whole Payload family at one exact version', () => {
    const { dependencies, devDependencies } = read('package.json');
    const family = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([name]) => name === 'payload' || name.startsWith('@payloadcms/'),
    );
    expect(family.length).toBeGreaterThan(8);
    for (const [name, version] of family) expect([name, version]).toEqual([name, '3.90.1']);
  });

  it('names no version by a range', () => {
    const { dependencies, devDependencies } = read('package.json');
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d/);
  });
});
