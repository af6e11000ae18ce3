import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createDiskCache, type DiskCache } from '../../../src/media/diskCache.js';

let folder: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'forthright-cache-')), 'variants');
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

const bytes = (length: number, fill = 'x') => Buffer.alloc(length, fill);
const readAll = async (cache: DiskCache, key: string) => {
  const kept = await cache.read(key);
  return kept && buffer(kept.stream);
};
const kept = () => readdirSync(folder).map((name) => path.join(folder, name));
const bytesOnDisk = () => kept().reduce((sum, file) => sum + statSync(file).size, 0);
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('a cache on disk', () => {
  it('gives back what was written, and nothing else', async () => {
    const cache = createDiskCache(folder, 1000);
    expect(await cache.read('a')).toBeNull();
    await cache.write('a', bytes(10, 'a'));
    expect((await readAll(cache, 'a'))?.toString()).toBe('a'.repeat(10));
    expect(await cache.read('../a')).toBeNull();
  });

  it('stays within its bytes: what was not asked for longest goes', async () => {
    const cache = createDiskCache(folder, 100);
    for (let i = 0; i < 40; i += 1) {
      await cache.write(`${i}`, bytes(10));
      await readAll(cache, '0');
    }
    await settled();
    expect(bytesOnDisk()).toBeLessThanOrEqual(100);
    expect(await readAll(cache, '0')).not.toBeNull();
    expect(await cache.read('5')).toBeNull();
    await cache.write('larger than all', bytes(101));
    expect(await cache.read('larger than all')).toBeNull();
    expect(await readAll(cache, '0')).not.toBeNull();
  });

  it('is still there after a restart, within the bytes of then, and without what was left unfinished', async () => {
    const before = createDiskCache(folder, 1000);
    for (let i = 0; i < 20; i += 1) await before.write(`${i}`, bytes(10));
    writeFileSync(path.join(folder, '.half-written'), 'half');
    const after = createDiskCache(folder, 50);
    await after.read('anything');
    await settled();
    expect(bytesOnDisk()).toBeLessThanOrEqual(50);
    expect(kept()).toHaveLength(5);
    expect(kept().every((file) => readFileSync(file, 'utf8') === 'x'.repeat(10))).toBe(true);
  });

  it('makes nothing of files that somebody removed', async () => {
    const cache = createDiskCache(folder, 1000);
    await cache.write('a', bytes(10));
    for (const file of kept()) rmSync(file);
    expect(await cache.read('a')).toBeNull();
    await cache.write('a', bytes(10, 'b'));
    expect((await readAll(cache, 'a'))?.toString()).toBe('b'.repeat(10));
  });

  it('keeps on when somebody removed its folder', async () => {
    const cache = createDiskCache(folder, 1000);
    await cache.write('a', bytes(10));
    rmSync(folder, { recursive: true });
    expect(await cache.read('a')).toBeNull();
    await cache.write('a', bytes(10));
    expect(await readAll(cache, 'a')).not.toBeNull();
  });

  it('leaves nothing half-written where it cannot write, and writes again when it can', async () => {
    const cache = createDiskCache(folder, 1000);
    writeFileSync(folder, 'a file where the folder should be');
    await expect(cache.write('a', bytes(10))).rejects.toThrow();
    rmSync(folder);
    await cache.write('a', bytes(10));
    // a folder stands where the file has to be: writing succeeds, putting it there does not
    const [name = ''] = kept();
    rmSync(name);
    mkdirSync(path.join(name, 'in the way'), { recursive: true });
    await expect(cache.write('a', bytes(10))).rejects.toThrow();
    expect(kept()).toEqual([name]);
  });

  it('shows a whole file to whoever reads while it is written anew or thrown away', async () => {
    const cache = createDiskCache(folder, 3_000_000);
    await cache.write('a', bytes(1_000_000, 'a'));
    const reading = await cache.read('a');
    await cache.write('a', bytes(1_000_000, 'b'));
    for (let i = 0; i < 4; i += 1) await cache.write(`${i}`, bytes(1_000_000));
    const read = reading && (await buffer(reading.stream));
    expect(read?.length).toBe(1_000_000);
    expect(new Set(read).size).toBe(1);
  });
});
