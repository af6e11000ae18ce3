/** The access table agrees with itself: no right without the rights that it needs. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { SanitizedConfig } from 'payload';
import {
  type Action,
  type Actor,
  accessTable,
  type CollectionKey,
  rightsOf,
  roles,
  scopes,
} from '../../collections/access/accessTable.js';

let config: SanitizedConfig;

beforeAll(async () => {
  process.env.DATA_DIR = mkdtempSync(path.join(tmpdir(), 'forthright-unit-'));
  config = await (await import('../../payload.config.js')).default;
});

const collections = Object.keys(accessTable) as CollectionKey[];
const actors: Actor[] = [...roles, ...scopes.map((scope): Actor => `client:${scope}`)];
const cells = collections.flatMap((collection) =>
  actors.map((actor): [CollectionKey, Actor] => [collection, actor]),
);
const records: CollectionKey[] = ['audit-log', 'publications', 'withdrawals'];

const optionsOf = (slug: string, name: string): string[] => {
  const field = config.collections
    .find((each) => each.slug === slug)
    ?.flattenedFields.find((each) => each.name === name);
  return ((field as { options?: { value: string }[] } | undefined)?.options ?? []).map(({ value }) => value);
};

describe('the access table', () => {
  it('has a row for every collection of ours, and for nothing else', () => {
    // what is made from the ledger is open to nobody, so there is nothing to say of it
    const derived = ['publication-spans', 'publication-references'];
    const ours = config.collections
      .map(({ slug }) => slug)
      .filter((slug) => !slug.startsWith('payload-') && !derived.includes(slug));
    expect([...collections].sort()).toEqual(ours.sort());
  });

  it('has the roles and scopes that accounts can be given', () => {
    expect(optionsOf('users', 'role')).toEqual([...roles]);
    expect(optionsOf('api-clients', 'scopes')).toEqual([...scopes]);
  });

  it.each(cells)('gives in %s no right to %s without those that it needs', (collection, actor) => {
    const rights = rightsOf([actor], collection);
    const needs: [Action, Action][] = [
      ['readDrafts', 'read'],
      ['create', 'readDrafts'],
      ['update', 'readDrafts'],
      ['publish', 'update'],
      ['delete', 'publish'],
    ];
    const missing = needs.filter(([right, needed]) => rights.has(right) && !rights.has(needed));
    expect(missing).toEqual([]);
  });

  it.each(collections)(
    'lets nobody save %s who may not publish it, where saving is publishing',
    (collection) => {
      if (config.collections.find(({ slug }) => slug === collection)?.versions) return;
      for (const actor of actors) {
        const rights = rightsOf([actor], collection);
        expect({ actor, update: rights.has('update') }).toEqual({ actor, update: rights.has('publish') });
        if (rights.has('create'))
          expect({ actor, publish: rights.has('publish') }).toEqual({ actor, publish: true });
      }
    },
  );

  it('lets API clients delete nothing, and keeps accounts and records from them', () => {
    for (const scope of scopes) {
      for (const collection of collections)
        expect(rightsOf([`client:${scope}`], collection).has('delete')).toBe(false);
      for (const collection of ['users', 'api-clients', ...records] as const) {
        expect(rightsOf([`client:${scope}`], collection).size).toBe(0);
      }
    }
    for (const collection of collections) {
      expect([...rightsOf(['client:read'], collection)].filter((right) => right !== 'read')).toEqual([]);
    }
  });

  it('lets nobody write records, administrators included', () => {
    for (const collection of records) {
      for (const actor of actors) {
        const writes = [...rightsOf([actor], collection)].filter(
          (right) => right !== 'read' && right !== 'readDrafts',
        );
        expect(writes).toEqual([]);
      }
    }
  });

  it('gives an administrator everything else', () => {
    for (const collection of collections.filter((each) => !records.includes(each))) {
      expect(rightsOf(['administrator'], collection).size).toBe(6);
    }
  });

  it('adds the rights of several scopes up', () => {
    expect([...rightsOf(['client:read', 'client:write'], 'articles')].sort()).toEqual([
      'create',
      'read',
      'readDrafts',
      'update',
    ]);
    expect(rightsOf([], 'articles').size).toBe(0);
  });
});
