import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { richText } from '../../../src/import/markdown/lexicalNodes.js';
import { lexicalToMarkdown } from '../../../src/import/markdown/lexicalToMarkdown.js';
import { MarkdownError } from '../../../src/import/markdown/MarkdownError.js';
import { markdownToLexical } from '../../../src/import/markdown/markdownToLexical.js';
import { hostileRichText, ordinaryRichText } from './randomRichText.js';
import { slugsAsIds } from './slugsAsIds.js';

/**
 * The same 600 texts in every run, so that a failing run speaks of the change at hand. FUZZ=20000 tries that many new
 * ones; fast-check then prints the seed of a failure.
 */
const runs = process.env.FUZZ ? { numRuns: Number(process.env.FUZZ) } : { numRuns: 600, seed: 20261121 };

const options = slugsAsIds();

const fixture = (name: string) => readFileSync(`tests/fixtures/markdown/${name}.md`, 'utf8');

const read = (markdown: string) => markdownToLexical(markdown, options);

const write = (state: unknown) => lexicalToMarkdown(state, options);

/** Undefined when it was refused, as it may be. */
const orRefused = <T>(result: Promise<T>): Promise<T | undefined> =>
  result.catch((error: unknown) => {
    if (error instanceof MarkdownError) return undefined;
    throw error;
  });

describe('Markdown in and out', () => {
  it('keeps every construct of the own fixture, and a second trip changes nothing', async () => {
    const once = await write(await read(fixture('text')));
    expect(once).toMatchSnapshot();
    expect(await write(await read(once))).toBe(once);
  });

  it('gives equal JSON for equal Markdown, ids included', async () => {
    expect(await read(fixture('text'))).toEqual(await read(fixture('text')));
  });

  it('keeps hard line breaks of both kinds', async () => {
    expect(await write(await read('a\\\nb  \nc\nd'))).toBe('a\\\nb\\\nc d\n');
  });

  it.each([2, 3, 4])('keeps lists nested by %i spaces', async (spaces) => {
    const markdown = `1. a\n${' '.repeat(Math.max(spaces, 3))}- b\n\n- c\n${' '.repeat(spaces)}- d\n`;
    expect(await write(await read(markdown))).toBe('1. a\n   - b\n\n- c\n  - d\n');
  });

  it.each([
    ['literal number sign', '\\# x\n'],
    ['literal number', '1\\. x\n'],
    ['literal star', '\\* x\n'],
    ['bold and italic', '***x*** y\n'],
    ['list with paragraphs', '- a\n\n  b\n- c\n'],
    ['text after a nested list', '- a\n\n  - b\n\n  c\n'],
    ['list that begins with a list', '- a\n- - b\n'],
    ['neighbouring lists', '- a\n\n* b\n'],
    ['numbers that go on', '7. a\n8. b\n'],
    ['quote over lines', '> a\\\n> b\n>\n> c\n'],
    ['link title', '[a](/b "c")\n'],
    ['document of our own', '[a](faqs:how-long)\n'],
    ['colons in words', 'At 10:30, note:this ::that.\n'],
    ['literal block mark', '\\:::steps\n'],
    ['line break in a small heading', '### a&#xA;b\n'],
    ['code with fences inside', '````md x\n```\n\ta\n\n````\n'],
    ['colons after a space that Markdown does not see', '\u00a0::\n'],
    ['task list as words', '- \\[ ] todo\n'],
  ])('keeps %s as it is written', async (_name, markdown) => {
    expect(await write(await read(markdown))).toBe(markdown);
  });

  it.each([
    ['### &#10;\n', '###\n'],
    ['### a&#10;\n', '### a\n'],
  ])('leaves out a break at the end of a heading: %j', async (given, kept) => {
    expect(await write(await read(given))).toBe(kept);
    expect(await read(given)).toEqual(await read(kept));
  });

  it.each(['a  \nb\n', '**a  \nb**\n', '- a  \n  b\n', '> a  \n> b\n', '[a  \nb](/c)\n', '`a`  \nb\n'])(
    'writes breaks with two spaces when asked to: %j',
    async (markdown) => {
      const written = await lexicalToMarkdown(await read(markdown), { ...options, breaks: 'spaces' });
      expect(written).toBe(markdown);
      expect(await read(written)).toEqual(await read(markdown));
    },
  );

  it('writes breaks with a backslash where two spaces would be lost', async () => {
    const state = await read('a&#32;\\\nb\\\n\\\nc');
    const written = await lexicalToMarkdown(state, { ...options, breaks: 'spaces' });
    expect(await read(written)).toEqual(state);
  });

  it('writes nothing for nothing', async () => {
    expect(await write(await read(''))).toBe('');
    expect(await write(null)).toBe('');
    expect(await write(richText([]))).toBe('');
  });

  it('changes nothing on the second trip, whatever Markdown comes', async () => {
    await fc.assert(
      fc.asyncProperty(randomMarkdown, async (markdown) => {
        const first = await orRefused(read(markdown));
        if (!first) return;
        const once = await write(first);
        expect(await read(once)).toEqual(first);
        const spaced = await lexicalToMarkdown(first, { ...options, breaks: 'spaces' });
        expect(await read(spaced)).toEqual(first);
      }),
      runs,
    );
  });

  it('keeps whatever editors write', async () => {
    await fc.assert(
      fc.asyncProperty(ordinaryRichText, async (nodes) => {
        const once = await write(richText(nodes));
        expect(await write(await read(once))).toBe(once);
      }),
      runs,
    );
  });

  it('keeps or refuses hostile text, but never changes it', async () => {
    await fc.assert(
      fc.asyncProperty(hostileRichText, async (nodes) => {
        const once = await orRefused(write(richText(nodes)));
        if (once !== undefined) expect(await write(await read(once))).toBe(once);
      }),
      runs,
    );
  });
});

const randomMarkdown = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'b ',
        ' c',
        '*',
        '**',
        '_',
        '~~',
        '`',
        '[x](/u "t")',
        '\\',
        '\n',
        '\n\n',
        '  \n',
        '\\\n',
        '- ',
        '1. ',
        '  ',
        '    ',
        '> ',
        '## ',
      ],
      ...[
        '### ',
        '```',
        '<',
        '&amp;',
        '!',
        '[',
        ']',
        '(',
        ')',
        ':',
        '::',
        ':::',
        '---',
        '===',
        '+',
        '|',
        '.',
        '7) ',
        '\t',
        'é',
      ],
      ...['&#32;', '&#10;', '"', '#', '{a=b}', '~', 'http://x.y', '<http://x.y>', '\u00a0', '😀', '<!-- -->'],
      ...[':price{service=a}', ':count[]{service=a}', ':a{'],
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''));

const pages = ['../shared/pages/page-a.md', '../shared/pages/page-b.md'];
const withPages = pages.every((page) => existsSync(page));

// The two pages belong to their publishers and are not part of the project; without the folder there is nothing to test.
(withPages ? describe : describe.skip)('the two real pages (skipped when ../shared/pages is missing)', () => {
  it.each(pages)('%s comes back line by line', async (page) => {
    const body = readFileSync(page, 'utf8').replace(/^---\n[\s\S]*?\n---\n\s*/, '');
    expect(await write(await read(body))).toBe(body.replace(/ {2}\n/g, '\\\n'));
    expect(await lexicalToMarkdown(await read(body), { ...options, breaks: 'spaces' })).toBe(body);
  });
});
