import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writeFrontMatter } from '../../src/import/export/writeFrontMatter.js';
import { readFrontMatter } from '../../src/import/files/frontMatter.js';
import { instantOf, isMoment } from '../../src/import/files/moments.js';

describe('front matter', () => {
  it('knows its values, the lines of its keys, and where the text begins', () => {
    const { body, lineOf, linesAbove, values } = readFrontMatter(
      '\ufeff---\r\ntitle: A\r\nseo:\r\n  title: B\r\n---\r\n\r\nText\r\n',
    );
    expect(values).toEqual({ title: 'A', seo: { title: 'B' } });
    expect([lineOf(['title']), lineOf(['seo', 'title']), lineOf(['seo', 'x']), lineOf(['y'])]).toEqual([
      2,
      4,
      3,
      undefined,
    ]);
    expect([body, linesAbove]).toEqual(['\r\nText\r\n', 5]);
  });

  it.each([
    ['no front matter', '# A\n'],
    ['a rule at the top', '---\n\nText\n'],
  ])('leaves a file with %s as it is', (_name, text) => {
    expect(readFrontMatter(text)).toMatchObject({ body: text, values: {}, linesAbove: 0 });
  });

  it.each([
    ['---\ntitle: a: b\n---\n', 'line 2: '],
    ['---\na: 1\na: 2\n---\n', 'line 3: Map keys must be unique'],
    ['---\n- a\n---\n', 'line 2: front matter is a list of keys'],
    ['---\na: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c, *c]\n---\n', 'cannot be read'],
  ])('says what is wrong: %j', (text, message) => {
    expect(() => readFrontMatter(text)).toThrow(message);
  });

  it('is read back as it was written, whatever the words', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('- a', 'yes', '12', '2026-01-01', '# x', 'a: b', "it's", '"', '---', 'a\nb', '\u2028'),
    );
    fc.assert(
      fc.property(
        fc.record({
          title: words,
          slug: words,
          list: fc.array(words),
          seo: fc.record({ description: words }),
        }),
        (values) => {
          const again = readFrontMatter(`${writeFrontMatter(values)}\ntext\n`);
          expect(again.values).toEqual(values);
          expect(again.body).toBe('\ntext\n');
        },
      ),
    );
  });
});

describe('days and times', () => {
  it.each([
    ['2026-03-10T16:00:00.000Z', '2026-03-10T16:00:00.000Z'],
    ['2026-03-10T16:00:00+02:00', '2026-03-10T14:00:00.000Z'],
    ['2026-03-10', '2026-03-10T04:00:00.000Z'],
    ['2026-01-10 09:30', '2026-01-10T14:30:00.000Z'],
  ])('%s in New York is %s', (given, instant) => {
    expect(isMoment(given)).toBe(true);
    expect(instantOf(given, 'America/New_York')).toBe(instant);
  });

  it.each(['soon', '2026-02-30', '2026-13-01', '2026-03-10T25:00', '10.3.2026', ''])(
    '%j is none',
    (given) => {
      expect(isMoment(given)).toBe(false);
    },
  );
});
