import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { articleBlocks } from '../../../collections/blocks/registry.js';
import { block, richText } from '../../../src/import/markdown/lexicalNodes.js';
import { lexicalToMarkdown } from '../../../src/import/markdown/lexicalToMarkdown.js';
import { markdownToLexical } from '../../../src/import/markdown/markdownToLexical.js';
import { slugsAsIds } from '../markdown/slugsAsIds.js';

const read = (markdown: string, locale: 'en' | 'es' = 'en') =>
  markdownToLexical(markdown, slugsAsIds(locale));
const write = (state: unknown, locale: 'en' | 'es' = 'en') => lexicalToMarkdown(state, slugsAsIds(locale));

describe('article blocks in Markdown', () => {
  it.each(['en', 'es'] as const)('come back as they were written (%s)', async (locale) => {
    const markdown = readFileSync(`tests/fixtures/markdown/blocks.${locale}.md`, 'utf8');
    expect(await write(await read(markdown, locale), locale)).toBe(markdown);
  });

  it('cover the whole registry in the English fixture', async () => {
    const state = JSON.stringify(await read(readFileSync('tests/fixtures/markdown/blocks.en.md', 'utf8')));
    for (const { slug } of articleBlocks) expect(state).toContain(`"blockType":"${slug}"`);
  });

  it('store relations by id and phases by key, whatever the language', async () => {
    const state = await read(':::phases\n### Antes: La víspera\nx\n:::\n\n::notice{slug=crisis-988}', 'es');
    expect(JSON.stringify(state)).toContain('"phase":"before","label":"La víspera"');
    expect(JSON.stringify(state)).toContain('"notice":"notices/crisis-988"');
    expect(await write(state, 'en')).toContain('### Before: La víspera');
  });

  it('name the block and the line of what is wrong', async () => {
    const cases: [markdown: string, message: string][] = [
      [':::stepz\n:::', 'line 1: there is no block "stepz"'],
      ['a\n\n:::steps\ntext\n:::', 'line 4: steps: text before the first ### heading'],
      [':::steps\n:::', 'line 1: "steps" needs at least one ### heading'],
      [':::steps\n### A **bold** title\nx\n:::', 'line 2: titles and labels take plain words only'],
      [
        ':::phases\n### Later\nx\n:::',
        'line 2: phases: "Later" is no phase; use ### Before, ### During, ### After',
      ],
      [':::phases\n### Antes\nx\n:::', 'line 2: phases: "Antes" is no phase'],
      [':::phases\n### After\nx\n\n### After\ny\n:::', 'line 5: phases: the phase "After" stands twice'],
      [':::eligibility\n### Note\nx\n:::', 'says neither whom it may help nor whom it is not for'],
      [':::eligibility\n### Not for\n:::', 'line 2: eligibility: nothing stands below "Not for"'],
      [':::myths\n### A myth\n:::', 'line 2: myths: the myth "A myth" has no fact below it'],
      [':::callout{kind=loud}\nx\n:::', 'line 1: callout: "loud" is no kind of callout'],
      [
        ':::callout{kind=risk color=red}\nx\n:::',
        'line 1: the block "callout" knows no "color"; known: kind',
      ],
      [':::callout{kind=risk}\n:::', 'line 1: callout: a callout needs text'],
      [':::callout{kind=risk}\nx', 'line 1: the block "callout" is not closed'],
      [':::callout{kind=risk}\n:::steps\n### A\nx\n:::\n:::', 'cannot stand inside another block'],
      ['Text.\n:::', 'line 1: ":::" opens or closes no block'],
      ['::: steps', 'line 1: "::: steps" opens or closes no block'],
      ['::steps', 'line 1: write "steps" with three colons and close it with :::'],
      [':::notice{slug=a}\n:::', 'line 1: write "notice" with two colons'],
      ['::notice', 'line 1: "notice" needs {slug=…}'],
      ['::notice[Label]{slug=a}', 'line 1: the block "notice" takes no [label]'],
      ['::availability{service=a format=loud}', 'line 1: availability: "loud" is no wording'],
      ['::call-to-action{slug=a placement="A b"}', 'line 1: call-to-action: placement may hold only'],
    ];
    for (const [markdown, message] of cases) await expect(read(markdown)).rejects.toThrow(message);
  });

  it('name a slug that is not there, and its line', async () => {
    const options = { locale: 'en' as const, findId: async () => undefined };
    await expect(markdownToLexical('a\n\n::notice{slug=gone}', options)).rejects.toThrow(
      'line 3: there is no "gone" in notices',
    );
    await expect(markdownToLexical('[a](faqs:gone)', options)).rejects.toThrow(
      'line 1: there is no "gone" in faqs',
    );
  });

  it('ask for each slug once', async () => {
    const asked: string[] = [];
    const findId = async (collection: string, slug: string) => {
      asked.push(`${collection}/${slug}`);
      return 'id';
    };
    await markdownToLexical('::notice{slug=a}\n\n::notice{slug=a}\n\n[x](faqs:b)', { locale: 'en', findId });
    expect(asked).toEqual(['notices/a', 'faqs/b']);
  });

  it('take the slug of a populated document', async () => {
    const state = richText([block('1', 'notice', { notice: { id: 'x', slug: 'crisis-988' } })]);
    expect(await lexicalToMarkdown(state, { locale: 'en', findSlug: () => undefined })).toBe(
      '::notice{slug=crisis-988}\n',
    );
  });

  it('are not written when the document is gone', async () => {
    const state = richText([block('1', 'notice', { notice: 'x' })]);
    await expect(lexicalToMarkdown(state, { locale: 'en', findSlug: () => undefined })).rejects.toThrow(
      'a document in notices that is not there (x)',
    );
  });

  it('are refused in answers, as the editor for answers has none', async () => {
    const options = { ...slugsAsIds(), place: 'text' as const };
    await expect(markdownToLexical('::notice{slug=a}', options)).rejects.toThrow('this text holds no blocks');
    await expect(markdownToLexical('```\nx\n```', options)).rejects.toThrow('a code block is not taken here');
    await expect(markdownToLexical('## x', options)).rejects.toThrow('use ###, ####, #####, ######');
  });
});
