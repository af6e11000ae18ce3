/** One server has a SQLite database at a time, in processes that end in every way. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type HoldKind, lockDatabaseFile } from '../../src/database/sqlite/fileLock.js';
import { holdDatabase } from '../../src/holdDatabase.js';
import { StartError } from '../../src/startError.js';

const newFile = () => path.join(mkdtempSync(path.join(tmpdir(), 'forthright-lock-')), 'some.db');
const module = path.resolve(import.meta.dirname, '../../src/database/sqlite/fileLock.ts');
const children: ChildProcess[] = [];

/** Another process that holds the database, or says that it may not. */
async function holdElsewhere(file: string, kind: HoldKind): Promise<{ child: ChildProcess; said: string }> {
  const code = `import { lockDatabaseFile } from ${JSON.stringify(module)};
    console.log(lockDatabaseFile(${JSON.stringify(file)}, ${JSON.stringify(kind)}) ? 'held' : 'refused');
    setInterval(() => globalThis.gc(), 20);`;
  const args = ['--expose-gc', '--import', 'tsx', '--input-type=module', '--eval', code];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [chunk] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  return { child, said: String(chunk).trim() };
}

const end = async (child: ChildProcess, signal: NodeJS.Signals) => {
  child.kill(signal);
  await once(child, 'exit');
};

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

describe('a SQLite database that a process has open alone', () => {
  it('is refused to all others, and free again when it is released', () => {
    const file = newFile();
    const lock = lockDatabaseFile(file, 'alone');
    expect(lockDatabaseFile(file, 'alone')).toBeUndefined();
    expect(lockDatabaseFile(file, 'beside others')).toBeUndefined();
    lock?.release();
    lock?.release();
    expect(lockDatabaseFile(file, 'alone')).toBeDefined();
  });

  it.each<NodeJS.Signals>(['SIGKILL', 'SIGTERM'])(
    'is free again when that process has ended by %s, and not before',
    async (signal) => {
      const file = newFile();
      const { child, said } = await holdElsewhere(file, 'alone');
      expect(said).toBe('held');
      await new Promise((resolve) => setTimeout(resolve, 200)); // its memory is tidied meanwhile
      expect(lockDatabaseFile(file, 'alone')).toBeUndefined();
      await end(child, signal);
      expect(lockDatabaseFile(file, 'alone')).toBeDefined();
    },
  );

  it('is the same one by another name', () => {
    const file = newFile();
    writeFileSync(file, '');
    const other = newFile();
    symlinkSync(file, other);
    expect(lockDatabaseFile(file, 'alone')).toBeDefined();
    expect(lockDatabaseFile(other, 'alone')).toBeUndefined();
  });
});

describe('a SQLite database that commands have open', () => {
  it('is theirs beside each other, and no server gets it before the last has ended', async () => {
    const file = newFile();
    const [one, other] = [
      await holdElsewhere(file, 'beside others'),
      await holdElsewhere(file, 'beside others'),
    ];
    expect([one.said, other.said]).toEqual(['held', 'held']);
    await end(one.child, 'SIGKILL');
    expect(lockDatabaseFile(file, 'alone')).toBeUndefined();
    await end(other.child, 'SIGKILL');
    expect(lockDatabaseFile(file, 'alone')).toBeDefined();
  });
});

describe('who has to wait for a database', () => {
  it('gets it as soon as it is free, and is told in words when that takes too long', async () => {
    const file = newFile();
    const database = { kind: 'sqlite', url: `file:${file}` } as const;
    const lock = await holdDatabase({ database }, 'alone');
    await expect(holdDatabase({ database }, 'alone', 300)).rejects.toThrow(StartError);
    await expect(holdDatabase({ database }, 'beside others', 0)).rejects.toThrow(
      `The database ${file} is open`,
    );
    const waiting = holdDatabase({ database }, 'alone', 5_000);
    lock?.release();
    expect(await waiting).toBeDefined();
  });

  it('has nothing to wait for on MongoDB', async () => {
    const database = { kind: 'mongodb', url: 'mongodb://127.0.0.1:1/none' } as const;
    expect(await holdDatabase({ database }, 'alone')).toBeUndefined();
  });
});
