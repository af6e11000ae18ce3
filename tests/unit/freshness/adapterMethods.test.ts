/** A new version of Payload may read in a new way: then this file does not compile until somebody has seen to it. */
import { describe, expect, it } from '@jest/globals';
import type { DatabaseAdapter } from 'payload';
import { hearReads } from '../../../src/freshness/hearReads.js';
import { type Reads, recordReads } from '../../../src/freshness/reads.js';

type MethodOf<T> = {
  [K in keyof T]-?: NonNullable<T[K]> extends (...given: never[]) => unknown ? K : never;
}[keyof T];

/** What is read is noted, or not kept because nobody hears of its writes; all other writes are heard by the tap. */
const methods: Record<MethodOf<DatabaseAdapter>, 'noted' | 'not kept' | 'writes' | 'neither'> = {
  ...{ count: 'noted', find: 'noted', findDistinct: 'noted', findOne: 'noted' },
  ...{ countGlobalVersions: 'not kept', countVersions: 'not kept', findGlobal: 'not kept' },
  ...{ findGlobalVersions: 'not kept', findVersions: 'not kept', queryDrafts: 'not kept' },
  ...{ create: 'writes', deleteMany: 'writes', deleteOne: 'writes', updateMany: 'writes' },
  ...{ updateOne: 'writes', upsert: 'writes', updateJobs: 'writes' },
  ...{ createVersion: 'writes', deleteVersions: 'writes', updateVersion: 'writes' },
  ...{ createGlobal: 'writes', createGlobalVersion: 'writes' },
  ...{ updateGlobal: 'writes', updateGlobalVersion: 'writes' },
  ...{ beginTransaction: 'neither', commitTransaction: 'neither', rollbackTransaction: 'neither' },
  ...{ connect: 'neither', destroy: 'neither', init: 'neither', generateSchema: 'neither' },
  ...{ createMigration: 'neither', migrate: 'neither', migrateDown: 'neither', migrateFresh: 'neither' },
  ...{ migrateRefresh: 'neither', migrateReset: 'neither', migrateStatus: 'neither' },
};

const namesOf = (what: string) =>
  Object.keys(methods).filter((name) => methods[name as keyof typeof methods] === what);

/** What is noted of one call; nothing of the database is needed for that. */
async function notedOf(name: string): Promise<Reads> {
  const given = Object.fromEntries(Object.keys(methods).map((each) => [each, async () => ({ docs: [] })]));
  const adapter = given as unknown as DatabaseAdapter;
  hearReads(adapter);
  let called: Promise<unknown> = Promise.resolve();
  const reads = recordReads(() => {
    called = (given[name] as (args: object) => Promise<unknown>)({ collection: 'articles', slug: 'texts' });
  });
  await called;
  return reads;
}

describe('what reads through the adapter', () => {
  it.each(namesOf('noted'))('is noted: %s', async (name) => {
    const { mayBeKept, tags } = await notedOf(name);
    expect({ mayBeKept, tags: [...tags] }).toEqual({ mayBeKept: true, tags: ['articles'] });
  });

  it.each(namesOf('not kept'))('is not kept: %s', async (name) => {
    expect(await notedOf(name)).toMatchObject({ mayBeKept: false });
  });
});
