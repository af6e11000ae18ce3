import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reservedSlugs, slugOf, slugProblem } from '../../collections/fields/slugField.js';

describe('the slug of a title', () => {
  it.each([
    ['Is ketamine therapy right for me?', 'is-ketamine-therapy-right-for-me'],
    ['What’s “set and setting”?', 'whats-set-and-setting'],
    ['Más allá del trauma: señales', 'mas-alla-del-trauma-senales'],
    ['EMDR & ketamine — side by side', 'emdr-ketamine-side-by-side'],
    ['  spaces   and\ttabs ', 'spaces-and-tabs'],
    ['50% off? No: $250/month', '50-off-no-250-month'],
    ['Versions', 'versions-page'],
    ['COUNT', 'count-page'],
    ['…', ''],
    ['日本語', ''],
  ])('%j is %j', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('is always one that may be stored, or empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (title) => {
        const slug = slugOf(title);
        expect(slug === '' ? null : slugProblem(slug)).toBeNull();
      }),
    );
  });

  it('is never longer than allowed', () => {
    expect(slugOf('word '.repeat(100)).length).toBeLessThanOrEqual(120);
    expect(slugProblem(slugOf('word '.repeat(100)))).toBeNull();
  });
});

describe('a slug', () => {
  it.each(['a', 'a-b', '988', 'what-is-ptsd'])('may be %j', (slug) => {
    expect(slugProblem(slug)).toBeNull();
  });

  it.each(['', ' ', 'A', 'a--b', '-a', 'a-', 'a/b', 'a.b', 'ä', 'a b', undefined, 3, null])(
    'may not be %j',
    (slug) => {
      expect(slugProblem(slug)).toEqual(expect.any(String));
    },
  );

  it.each(reservedSlugs)('may not be the reserved word %s', (word) => {
    expect(slugProblem(word)).toMatch(/reserved/);
  });
});
