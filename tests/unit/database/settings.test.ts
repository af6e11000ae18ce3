/** Choosing a database, trying again, and the text of migrations. */
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeDatabaseUrl, parseDatabaseUrl } from '../../../src/database/databaseUrl.js';
import { isWriteConflict, retryWriteConflicts } from '../../../src/database/retryWriteConflicts.js';
import { renderIndex, tidyMigration } from '../../../src/database/sqlite/writeMigration.js';

describe('DATABASE_URL', () => {
  it.each([
    ['file:/var/lib/forthright.db', '/var/lib/forthright.db'],
    ['file:///var/lib/with%20space.db', '/var/lib/with space.db'],
    ['file:./local.db?mode=rwc', path.resolve('local.db')],
  ])('%s names the file %s', (url, file) => {
    expect(parseDatabaseUrl(url)).toEqual({ kind: 'sqlite', file });
  });

  it.each(['mongodb://db/forthright', 'mongodb+srv://db.example.org/forthright'])(
    '%s names a MongoDB',
    (url) => {
      expect(parseDatabaseUrl(url)).toEqual({ kind: 'mongodb', url });
    },
  );

  it.each([
    ['postgres://db/forthright', 'must start with'],
    ['file::memory:', 'must name a file'],
  ])('%s is refused', (url, message) => {
    expect(() => parseDatabaseUrl(url)).toThrow(message);
  });

  it('is described without its password', () => {
    expect(describeDatabaseUrl('mongodb://me:p%40ss@a:1,b:2/x?replicaSet=r')).toBe('mongodb://a:1,b:2/x');
  });
});

describe('retrying write conflicts', () => {
  const conflict = () => Object.assign(new Error('WriteConflict'), { code: 112 });
  const quick = { firstPauseMs: 1, maxPauseMs: 2 };

  it('runs the operation again until it succeeds', async () => {
    const tries: number[] = [];
    const answer = await retryWriteConflicts(async (attempt) => {
      tries.push(attempt);
      if (attempt < 4) throw conflict();
      return 'done';
    }, quick);
    expect(answer).toBe('done');
    expect(tries).toEqual([1, 2, 3, 4]);
  });

  it('gives up after the agreed number and throws the conflict', async () => {
    let tries = 0;
    const operation = async () => {
      tries += 1;
      throw conflict();
    };
    await expect(retryWriteConflicts(operation, { attempts: 3, ...quick })).rejects.toThrow('WriteConflict');
    expect(tries).toBe(3);
  });

  it('throws anything else at once', async () => {
    let tries = 0;
    const operation = async () => {
      tries += 1;
      throw new Error('invalid');
    };
    await expect(retryWriteConflicts(operation, quick)).rejects.toThrow('invalid');
    expect(tries).toBe(1);
  });

  it('knows a conflict by its label and inside other errors', () => {
    const labelled = { hasErrorLabel: (label: string) => label === 'TransientTransactionError' };
    expect(isWriteConflict(labelled)).toBe(true);
    expect(isWriteConflict(new Error('outer', { cause: conflict() }))).toBe(true);
    expect(isWriteConflict(new Error('outer', { cause: new Error('inner') }))).toBe(false);
    expect(isWriteConflict(undefined)).toBe(false);
  });
});

describe('a generated migration', () => {
  const generated = (
    up: string,
    down: string,
  ) => `import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
${up}
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
${down}
}
`;

  it('imports types as types, takes only what it uses, and ends its statements', () => {
    const text = tidyMigration(generated('  await db.run(sql`DROP TABLE \\`a\\`;`)', '  // Migration code'));
    expect(text).toContain(
      "import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite';",
    );
    expect(text).toContain('up({ db }: MigrateUpArgs)');
    expect(text).toContain('down(_: MigrateDownArgs)');
    expect(text).toContain('await db.run(sql`DROP TABLE \\`a\\`;`);');
  });

  it('leaves lines of SQL that end in a quoted name alone', () => {
    const statement =
      '  await db.run(sql`CREATE TABLE \\`a\\` (\n  FOREIGN KEY (\\`x\\`) REFERENCES \\`b\\`(\\`id\\`)\n  );\n  `)';
    expect(tidyMigration(generated(statement, '  // Migration code'))).toContain(
      'REFERENCES \\`b\\`(\\`id\\`)\n  );\n  `);',
    );
  });

  it('does not import sql when it is blank', () => {
    expect(tidyMigration(generated('  // Migration code', '  // Migration code'))).not.toMatch(/\bsql }/);
  });

  it('is listed in the index with everything it exports', () => {
    const text = renderIndex(['20260101_000000_first']);
    expect(text).toContain("import * as m20260101_000000_first from './20260101_000000_first.js';");
    expect(text).toContain("{ name: '20260101_000000_first', ...m20260101_000000_first },");
    expect(renderIndex([])).toContain('= [];');
  });
});
