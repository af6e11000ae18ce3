import { describe, expect, it } from '@jest/globals';
import type { FlattenedField } from 'payload';
import { endProblem, urlField } from '../../collections/fields/common.js';
import { isUuid } from '../../collections/fields/idField.js';
import { mixLocales } from '../../collections/fields/mixLocales.js';
import { textProblem } from '../../collections/fields/soundText.js';
import { plainFileName } from '../../collections/hooks/checkImage.js';
import { changesBetween } from '../../collections/hooks/recordInAudit.js';
import { withoutNulls } from '../../collections/hooks/withoutNulls.js';

describe('an address', () => {
  const check = urlField('url', 'Where it leads.', true).validate as (value: unknown) => true | string;

  it.each([
    'https://x.example/a?b=c#d',
    'http://x.example',
    '/booking',
    'mailto:a@x.example',
    'tel:+18005550100',
    'sms:988',
  ])('may be %s', (url) => {
    expect(check(url)).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'ftp://x',
    'x.example',
    'vbscript:x',
    '/\\evil.example',
    'https://a b',
    'https://',
    'https:///x.example',
    'https://[',
    'https://name:word@x.example',
    'https://x.example/\u202egnp',
    'https://x\0.example',
    'mailto:',
    '',
    null,
    undefined,
    7,
  ])('may not be %j', (url) => {
    expect(check(url)).toEqual(expect.any(String));
  });
});

describe('a period', () => {
  it.each([
    ['2026-01-01', '2026-01-02', null],
    ['2026-01-02', '2026-01-01', /after/],
    ['2026-01-01', '2026-01-01', /after/],
    [undefined, '2026-01-01', null],
    ['2026-01-01', null, null],
  ])('from %j to %j', (from, to, problem) => {
    if (problem === null) expect(endProblem(from, to)).toBeNull();
    else expect(endProblem(from, to)).toMatch(problem);
  });
});

describe('an id', () => {
  it('is a UUID in small letters', () => {
    expect(isUuid('00000000-0000-4000-8000-00000000000a')).toBe(true);
    for (const wrong of [
      '',
      '1',
      '00000000-0000-4000-8000-00000000000',
      'x'.repeat(36),
      '00000000-0000-4000-8000-00000000000a\n',
    ]) {
      expect(isUuid(wrong)).toBe(false);
    }
  });
});

describe('rich text', () => {
  const root = (children: unknown) => ({ root: { type: 'root', children } });

  it.each([
    null,
    undefined,
    root([]),
    root([{ type: 'paragraph', children: [{ type: 'text', text: 'x' }] }]),
  ])('may be %j', (value) => {
    expect(textProblem(value)).toBeNull();
  });

  it.each([
    'words',
    3,
    [],
    {},
    { root: null },
    { root: { type: 'root' } },
    { root: { children: [] } },
    root(['words']),
    root([null]),
    root([{ type: 'p', children: 'x' }]),
  ])('may not be %j', (value) => {
    expect(textProblem(value)).toEqual(expect.any(String));
  });
});

describe('a file name', () => {
  it.each([
    ['photo.png', 'photo.png'],
    ['../../etc/passwd.png', 'passwd.png'],
    ['C:\\Users\\a\\b.png', 'b.png'],
    ['.htaccess', 'htaccess'],
    ['a\u0000b<c>.png', 'abc.png'],
    ['..', 'image'],
    ['', 'image'],
  ])('%j becomes %j', (given, plain) => {
    expect(plainFileName(given)).toBe(plain);
  });
});

describe('two states put together', () => {
  const text = { name: 'text', type: 'text', localized: true } as FlattenedField;
  const key = { name: 'key', type: 'text' } as FlattenedField;
  const fields = [
    text,
    key,
    { name: 'rows', type: 'array', flattenedFields: [key, text] },
    { name: 'group', type: 'group', flattenedFields: [text] },
  ] as FlattenedField[];
  const base = {
    text: { en: 'new', es: 'borrador' },
    key: 'k2',
    rows: [],
    group: { text: { en: 'g', es: 'b' } },
  };

  it('take one language from the first and the others from the second', () => {
    const others = { text: { en: 'old', es: 'viejo' }, key: 'k1', group: { text: { es: 'v' } } };
    expect(mixLocales(fields, { base, others, locale: 'en' })).toEqual({
      ...{ text: { en: 'new', es: 'viejo' }, key: 'k2', rows: [] },
      group: { text: { en: 'g', es: 'v' } },
    });
  });

  it('leave the others out when there is no second', () => {
    expect(mixLocales(fields, { base, others: null, locale: 'en' })).toMatchObject({
      text: { en: 'new' },
      group: { text: { en: 'g' } },
    });
  });

  it('match rows by id, wherever they stand', () => {
    const row = (id: string, en: string, es: string) => ({ id, key: id, text: { en, es } });
    const mixed = mixLocales(fields, {
      base: { rows: [row('b', 'B2', 'x'), row('c', 'C', 'x'), row('a', 'A2', 'x')] },
      others: { rows: [row('a', 'A1', 'Aes'), row('b', 'B1', 'Bes')] },
      locale: 'en',
    });
    expect(mixed.rows).toEqual([
      row('b', 'B2', 'Bes'),
      { id: 'c', key: 'c', text: { en: 'C' } },
      row('a', 'A2', 'Aes'),
    ]);
  });
});

describe('what changed', () => {
  it('is named by field, with old and new', () => {
    expect(changesBetween({ a: 1, b: 'x' }, { a: 2, b: 'x', c: [1] })).toEqual([
      { field: 'a', from: 1, to: 2 },
      { field: 'c', from: null, to: [1] },
    ]);
  });

  it('does not hold secrets or bookkeeping, nor empty values that became empty in another way', () => {
    const after = {
      hash: 'h',
      salt: 's',
      sessions: [{}],
      apiKey: 'k',
      updatedAt: 'now',
      group: { a: null },
      list: [],
    };
    expect(changesBetween({ hash: 'g' }, after)).toEqual([]);
    expect(withoutNulls({ a: null, b: { c: undefined }, d: [] })).toBeUndefined();
  });
});
