/** Files in one folder, by key, bounded in bytes: what was not asked for longest goes first. Survives a restart. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { LRUCache } from 'lru-cache';

export interface KeptFile {
  /** Bytes. */
  size: number;
  stream: Readable;
}

export interface DiskCache {
  /** Null when it is not kept. The stream must be read or destroyed. */
  read(key: string): Promise<KeptFile | null>;
  write(key: string, data: Buffer): Promise<void>;
}

const nameOf = (key: string) => createHash('sha256').update(key).digest('hex');
const isName = (name: string) => /^[0-9a-f]{64}$/.test(name);

/** What an earlier process left, from the oldest; what it did not finish is removed. */
async function findKept(folder: string) {
  const names = await readdir(folder);
  await Promise.all(
    names.filter((name) => !isName(name)).map((name) => rm(path.join(folder, name), { force: true })),
  );
  const found = names.filter(isName).map(async (name) => {
    const { mtimeMs, size } = await stat(path.join(folder, name));
    return { mtimeMs, name, size };
  });
  return (await Promise.all(found)).sort((one, other) => one.mtimeMs - other.mtimeMs);
}

/** The folder is made when first needed and belongs to this cache alone. `mostBytes` counts contents. */
export function createDiskCache(folder: string, mostBytes: number): DiskCache {
  const fileOf = (name: string) => path.join(folder, name);
  const remove = (_size: number, name: string, reason: LRUCache.DisposeReason) => {
    // written anew, the file has its new contents already
    if (reason !== 'set') void rm(fileOf(name), { force: true }).catch(() => undefined);
  };
  const sizes = new LRUCache<string, number>({
    maxSize: mostBytes,
    sizeCalculation: (size) => Math.max(1, size),
    dispose: remove,
  });

  const makeFolder = () => mkdir(folder, { recursive: true, mode: 0o700 });

  async function prepare(): Promise<void> {
    await makeFolder();
    for (const { name, size } of await findKept(folder)) {
      // larger than the whole cache: it would neither be kept nor disposed of
      if (size > mostBytes) await rm(fileOf(name), { force: true });
      else sizes.set(name, size);
    }
  }
  let prepared: Promise<void> | undefined;
  const ready = () => {
    prepared ??= prepare().catch((error: unknown) => {
      // a disk that comes back is used again
      prepared = undefined;
      throw error;
    });
    return prepared;
  };

  /** Whole or not at all: nothing half-written is left on a disk that is full. */
  async function writeWhole(name: string, data: Buffer): Promise<void> {
    const draft = fileOf(`.${randomUUID()}`);
    try {
      await writeFile(draft, data, { mode: 0o600 });
      await rename(draft, fileOf(name));
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  return {
    async read(key) {
      await ready();
      const name = nameOf(key);
      if (sizes.get(name) === undefined) return null;
      // removed meanwhile, by us or by somebody who tidied up: it is made again
      const file = await open(fileOf(name)).catch(() => null);
      if (!file) return null;
      const { size } = await file.stat();
      return { size, stream: file.createReadStream() };
    },
    async write(key, data) {
      await ready();
      if (data.length > mostBytes) return;
      const name = nameOf(key);
      // somebody who tidied up may have taken the folder, too
      await makeFolder();
      await writeWhole(name, data);
      sizes.set(name, data.length);
    },
  };
}
