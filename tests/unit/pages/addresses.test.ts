/** Where pages stand on their sites and in the API. */
import { describe, expect, it } from '@jest/globals';
import { hrefOf, pageKinds, pathOf, readPath } from '../../../src/pages/addresses.js';

const harbor = {
  slug: 'harbor-therapy',
  prefixes: { articles: '/resources', faqs: '/faqs', misconceptions: '/myths' },
};
const plain = { slug: 'plain' };
const shared = {
  slug: 'shared',
  prefixes: { articles: '/learn', faqs: '/learn', misconceptions: '/learn/myths' },
};

describe('addresses', () => {
  it('stand under the usual prefixes when the site names none', () => {
    expect(pageKinds.map((kind) => pathOf(kind, 'x', plain))).toEqual([
      '/resources/x',
      '/faqs/x',
      '/myths/x',
    ]);
    expect(pathOf('faqs', 'x', { prefixes: { faqs: '' } })).toBe('/faqs/x');
  });

  it('lead to the page in the API', () => {
    expect(hrefOf({ kind: 'articles', slug: 'what-is-trauma', site: harbor })).toBe(
      '/api/pages/harbor-therapy/resources/what-is-trauma',
    );
  });

  it('are read back by every site', () => {
    for (const site of [harbor, plain, shared]) {
      for (const kind of pageKinds)
        expect(readPath(pathOf(kind, 'x-1', site), site)).toContainEqual({ kind, slug: 'x-1' });
    }
  });

  const nowhere = [
    '/',
    '/resources',
    '/resources/',
    '/resources/a/b',
    '/elsewhere/a',
    '//resources/a',
    'resources',
  ];
  it.each(nowhere)('such as %s are no pages', (path) => {
    expect(readPath(path, harbor)).toEqual([]);
  });

  it('of kinds that share a prefix may hold each of them', () => {
    expect(readPath('/learn/x', shared).map(({ kind }) => kind)).toEqual(['articles', 'faqs']);
  });
});
