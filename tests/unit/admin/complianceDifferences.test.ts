/** How what pages carry changes, said once for all pages that change alike. */
import { describe, expect, it } from '@jest/globals';
import { differencesOf, sameDifferences } from '../../../src/admin/components/compliance/differences.js';
import type { ChangedPage, ShownDisclaimer } from '../../../src/compliance-desk/answers.js';

const shown = (id: string, change: Partial<ShownDisclaimer> = {}): ShownDisclaimer => ({
  ...{ id, slug: id, title: id, placement: 'footer', locale: 'en', text: `Words of ${id}`, rules: ['r'] },
  ...change,
});

const kinds = (before: ShownDisclaimer[], after: ShownDisclaimer[]) =>
  differencesOf({ after, before }).map(({ kind, placement, title }) => `${kind} ${title} ${placement}`);

describe('a page', () => {
  it.each<[name: string, before: ShownDisclaimer[], after: ShownDisclaimer[], said: string[]]>([
    ['the same', [shown('a')], [shown('a')], []],
    ['one more', [shown('a')], [shown('a'), shown('b')], ['added b footer']],
    ['one less', [shown('a'), shown('b')], [shown('a')], ['removed b footer']],
    ['other words', [shown('a')], [shown('a', { text: 'New' })], ['reworded a footer']],
    ['another place', [shown('a')], [shown('a', { placement: 'besideClaim' })], ['moved a besideClaim']],
    ['other rules', [shown('a')], [shown('a', { rules: ['r', 's'] })], ['again a footer']],
    [
      'a second place',
      [shown('a')],
      [shown('a', { placement: 'besideClaim' }), shown('a')],
      ['added a besideClaim'],
    ],
    ['another instead', [shown('a')], [shown('b')], ['added b footer', 'removed a footer']],
  ])('with %s', (_name, before, after, said) => {
    expect(kinds(before, after)).toEqual(said);
  });
});

describe('pages', () => {
  const page = (path: string, after: ShownDisclaimer[], states: string[] | null = null): ChangedPage => ({
    ...{ site: 's', path, locale: 'en', kind: 'article', collection: 'articles', id: path, title: path },
    ...{ href: `/api/pages/s${path}`, at: '2026-11-01T00:00:00.000Z', change: 'disclaimers', state: null },
    ...{ before: [shown('a')], after, states },
  });

  it('stand together when they change alike for the same visitors', () => {
    const groups = sameDifferences([
      page('/1', [shown('a'), shown('b')]),
      page('/2', []),
      page('/3', [shown('a'), shown('b')]),
      page('/4', [shown('a'), shown('b')], ['FL']),
    ]);
    expect(groups.map(({ pages }) => pages.map(({ path }) => path))).toEqual([['/1', '/3'], ['/2'], ['/4']]);
  });
});
