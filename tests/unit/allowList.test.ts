/** The allow-list speaks of what is really there: fields that exist, filters and sorts that an index carries. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { FlattenedField, SanitizedCollectionConfig, SanitizedConfig } from 'payload';
import { allowList, limits, type PublicCollection, type PublicSlug } from '../../src/public-api/allowList.js';

let config: SanitizedConfig;

beforeAll(async () => {
  process.env.DATA_DIR = mkdtempSync(path.join(tmpdir(), 'forthright-unit-'));
  config = await (await import('../../payload.config.js')).default;
});

const rows = Object.entries(allowList) as [PublicSlug, PublicCollection][];

function collection(slug: string): SanitizedCollectionConfig {
  const found = config.collections.find((each) => each.slug === slug);
  if (!found) throw new Error(`There is no collection ${slug}.`);
  return found;
}

type AnyField = FlattenedField & {
  index?: boolean;
  unique?: boolean;
  required?: boolean;
  localized?: boolean;
  hasMany?: boolean;
  relationTo?: string | string[];
};

const fieldOf = (slug: string, name: string): AnyField | undefined =>
  collection(slug).flattenedFields.find((field) => field.name === name) as AnyField | undefined;

/** The field at the end of a path, and whether each step of it is carried by an index. */
function follow(slug: string, steps: string): { field: AnyField | undefined; isIndexed: boolean } {
  const [name = '', ...rest] = steps.split('.');
  const field = fieldOf(slug, name);
  const isRelation = field?.type === 'relationship' || field?.type === 'upload';
  const isIndexed = name === 'id' || Boolean(field?.index || field?.unique || isRelation);
  if (rest.length === 0 || !isRelation) return { field, isIndexed };
  const next = follow(String(field?.relationTo), rest.join('.'));
  return { field: next.field, isIndexed: isIndexed && next.isIndexed };
}

describe('the allow-list', () => {
  it('has the public collections of the contract and no other', () => {
    const contract = [
      ...[
        'articles',
        'faqs',
        'misconceptions',
        'services',
        'availability',
        'disclaimers',
        'sources',
        'people',
      ],
      ...['topics', 'categories', 'calls-to-action', 'notices', 'glossary-terms', 'sites', 'media'],
    ];
    expect(Object.keys(allowList).sort()).toEqual(contract.sort());
    expect(limits).toMatchObject({ rows: 100, depth: 2 });
  });

  it.each(rows)('shows of %s fields that exist, and never internal ones', (slug, { bodyFields, fields }) => {
    expect(fields.filter((name) => !fieldOf(slug, name))).toEqual([]);
    expect(bodyFields.filter((name) => !fields.includes(name))).toEqual([]);
    expect(new Set(fields).size).toBe(fields.length);
    const internal = [
      'live',
      '_status',
      'internalNote',
      'licenses',
      'confirmed',
      'createdAt',
      'reviewDueAt',
      'email',
      'note',
    ];
    expect(fields.filter((name) => internal.includes(name))).toEqual([]);
  });

  it.each(rows)('keeps rich text of %s out of lists', (slug, { bodyFields, fields }) => {
    const richText = fields.filter((name) => fieldOf(slug, name)?.type === 'richText');
    expect([...bodyFields].sort()).toEqual(richText.sort());
  });

  it.each(rows)('filters %s by public fields that are indexed', (slug, { fields, filters }) => {
    for (const steps of Object.keys(filters)) {
      const { field, isIndexed } = follow(slug, steps);
      const first = steps.split('.')[0] as string;
      const isPublic = first === 'id' || fields.includes(first);
      expect({ steps, exists: Boolean(field), isIndexed, isPublic }).toEqual({
        steps,
        exists: true,
        isIndexed: true,
        isPublic: true,
      });
    }
  });

  it.each(rows)('compares fields of %s in ways that suit them', (slug, { filters }) => {
    for (const [steps, operators] of Object.entries(filters)) {
      const { field } = follow(slug, steps);
      const isRange = operators.some((operator) => /greater|less/.test(operator));
      expect({ steps, isRange }).toEqual({
        steps,
        isRange: ['date', 'number'].includes(String(field?.type)),
      });
      // what is required is always there
      const isAsked = operators.includes('exists') && !isRange;
      if (isAsked) expect({ steps, required: Boolean(field?.required) }).toEqual({ steps, required: false });
    }
  });

  it.each(rows)(
    'sorts %s by public fields of one value, and by default by one of them',
    (slug, { defaultSort, fields, sorts }) => {
      for (const name of sorts) {
        const field = fieldOf(slug, name);
        expect({ name, isPublic: fields.includes(name), hasMany: Boolean(field?.hasMany) }).toEqual({
          name,
          isPublic: true,
          hasMany: false,
        });
        expect(['text', 'number', 'date', 'select']).toContain(field?.type);
        expect({ name, isIndexed: Boolean(field?.index || field?.unique) }).toEqual({
          name,
          isIndexed: true,
        });
      }
      expect(sorts).toContain(defaultSort.replace(/^-/, ''));
    },
  );

  it.each(rows)('says of %s truly how it becomes public', (slug, { publicWhen }) => {
    const { versions } = collection(slug);
    expect(publicWhen.publishedBy).toBe(versions?.drafts ? 'draft' : 'live');
    expect(Boolean(fieldOf(slug, publicWhen.publishedBy === 'draft' ? '_status' : 'live'))).toBe(true);
    expect(Boolean(publicWhen.isEffectiveDated)).toBe(Boolean(fieldOf(slug, 'effectiveFrom')));
    if (publicWhen.localizedTitle) {
      expect(fieldOf(slug, publicWhen.localizedTitle)).toMatchObject({ localized: true, required: true });
    } else {
      const hasLocalizedTitle = Boolean(
        (fieldOf(slug, collection(slug).admin.useAsTitle ?? '') as AnyField | undefined)?.localized,
      );
      expect(hasLocalizedTitle).toBe(false);
    }
  });

  it.each(rows)('names %s in GraphQL as its collection does', (slug, { names }) => {
    expect(collection(slug).graphQL).toMatchObject({
      singularName: names.singular,
      pluralName: names.plural,
    });
  });

  it.each(rows)('knows how %s belongs to sites', (slug, { siteScope }) => {
    const expected: Record<string, () => boolean> = {
      sites: () => fieldOf(slug, 'sites')?.hasMany === true,
      site: () => fieldOf(slug, 'site')?.required === true,
      'service.site': () => follow(slug, 'service.site').field?.relationTo === 'sites',
      self: () => slug === 'sites',
      shared: () => !fieldOf(slug, 'sites') && !fieldOf(slug, 'site'),
    };
    expect(expected[siteScope]?.()).toBe(true);
  });

  it.each(rows)('denies strangers every field of %s that it does not name', (slug, { fields }) => {
    const stranger = { req: { user: null } } as never;
    const open = collection(slug)
      .flattenedFields.filter(({ name }) => name !== 'id' && !fields.includes(name))
      .filter((field) => !['createdAt', 'updatedAt', '_status', 'prefix'].includes(field.name))
      .filter((field) => {
        const { access, hidden } = field as {
          access?: { read?: (args: never) => unknown };
          hidden?: boolean;
        };
        return !hidden && access?.read?.(stranger) !== false;
      });
    expect(open.map(({ name }) => name)).toEqual([]);
  });
});
