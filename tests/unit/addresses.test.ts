/** Paths in one form, former prefixes, and ways that redirects make. Pure parts of addresses. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formerPathsOf, pathOfSegments, plainPath, readFormerPath } from '../../src/pages/addresses.js';
import { followRedirects } from '../../src/publishing/addresses/followRedirects.js';
import { formerPrefixesOf } from '../../src/publishing/addresses/keepFormerPrefixes.js';
import { pathProblem } from '../../src/publishing/addresses/redirectPath.js';

describe('the one form of a path', () => {
  it.each([
    ['/a/b/', '/a/b'],
    ['/', '/'],
    ['/caf%C3%A9', '/caf\u00e9'],
    ['/cafe\u0301', '/caf\u00e9'],
    ['/a%20b', '/a%20b'],
    ['/100%', '/100%25'],
    ['/100%25', '/100%25'],
    ['/a%2Fb', '/a%2Fb'],
    ['/a%3fb', '/a%3Fb'],
  ])('of %j is %j', (path, plain) => {
    expect(plainPath(path)).toBe(plain);
  });

  const segment = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((text) => !/\p{Surrogate}/u.test(text));

  it('stays as it is when it is taken again, and may be stored', () => {
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), (segments) => {
        const plain = pathOfSegments(segments);
        expect(plainPath(plain)).toBe(plain);
        fc.pre(!segments.some((each) => ['.', '..'].includes(each)));
        expect(pathProblem(plain)).toBeNull();
      }),
    );
  });

  it('is the same for what a browser asks and what people store', () => {
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), (segments) => {
        const stored = plainPath(`/${segments.map(encodeURIComponent).join('/')}`);
        expect(stored).toBe(pathOfSegments(segments));
        const asked = new URL(stored, 'http://site.invalid').pathname;
        fc.pre(!segments.some((each) => ['.', '..'].includes(each)));
        expect(plainPath(asked)).toBe(stored);
      }),
    );
  });
});

describe('former prefixes', () => {
  const site = (articles?: string, formerPrefixes: { kind: string; prefix: string }[] = []) => ({
    prefixes: { articles },
    formerPrefixes,
  });

  it('are those left, each once, never the one in use', () => {
    const one = formerPrefixesOf(site(), site('/learn'));
    expect(one).toEqual([{ kind: 'articles', prefix: '/resources' }]);
    const two = formerPrefixesOf(site('/learn', one), site('/guides'));
    expect(two.map(({ prefix }) => prefix)).toEqual(['/resources', '/learn']);
    const back = formerPrefixesOf(site('/guides', two), site(undefined));
    expect(back.map(({ prefix }) => prefix)).toEqual(['/learn', '/guides']);
    expect(formerPrefixesOf(site('/learn', one), site('/learn'))).toEqual(one);
  });

  it('say what stood at a path, the last one left first', () => {
    const former = [
      { kind: 'articles', prefix: '/old' },
      { kind: 'faqs', prefix: '/old' },
    ];
    expect(readFormerPath('/old/x', former).map(({ kind }) => kind)).toEqual(['faqs', 'articles']);
    expect(readFormerPath('/new/x', former)).toEqual([]);
    expect(formerPathsOf('articles', 'x', former)).toEqual(['/old/x']);
  });
});

describe('a way of redirects', () => {
  it('has an end or comes back, whatever is stored', async () => {
    const number = fc.integer({ min: 0, max: 8 });
    await fc.assert(
      fc.asyncProperty(fc.dictionary(number.map(String), number), number, number, async (leads, from, to) => {
        const at = (path: number | string) => ({ site: 's', path: String(path) });
        const next = ({ path }: { path: string }) => (path in leads ? at(leads[path] as number) : null);
        const followed = await followRedirects(at(from), at(to), next);
        if ('end' in followed) expect(leads).not.toHaveProperty(followed.end.path);
        else expect([...Object.keys(leads), String(from)]).toContain(followed.circle.path);
      }),
    );
  });
});
