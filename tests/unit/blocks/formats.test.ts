import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { articleBlocks } from '../../../collections/blocks/registry.js';
import * as lexical from '../../../src/import/markdown/lexicalNodes.js';
import { markdownToLexical } from '../../../src/import/markdown/markdownToLexical.js';
import { renderHtml } from '../../../src/pages/formats/renderHtml.js';
import { renderText } from '../../../src/pages/formats/renderText.js';
import { tableOfContents } from '../../../src/pages/formats/tableOfContents.js';
import { slugsAsIds } from '../markdown/slugsAsIds.js';
import { demoContext } from './demoContext.js';

const read = (markdown: string, locale: 'en' | 'es' = 'en') =>
  markdownToLexical(markdown, slugsAsIds(locale));
const fixture = (name: string) => readFileSync(`tests/fixtures/markdown/${name}.md`, 'utf8');
const html = async (markdown: string) => renderHtml(await read(markdown), demoContext());
const plain = async (markdown: string) => renderText(await read(markdown), demoContext());

const HOSTILE = `<script>alert("x")</script> ' & \ud800 \0`;

describe('HTML of rich text', () => {
  it('shows every block in both languages', async () => {
    expect(renderHtml(await read(fixture('blocks.en')), demoContext())).toMatchSnapshot();
    expect(renderHtml(await read(fixture('blocks.es'), 'es'), demoContext('es'))).toMatchSnapshot();
  });

  it('keeps nested lists, starts, breaks and paragraphs of items', async () => {
    expect(await html('3. a\\\n   b\n   - c\n4. d\n\n   e')).toBe(
      '<ol start="3"><li>a<br>b<ul><li>c</li></ul></li><li><p>d</p><p>e</p></li></ol>',
    );
    expect(await html('> a\n>\n> b\n\n---')).toBe('<blockquote><p>a</p><p>b</p></blockquote><hr>');
  });

  it('marks text and links', async () => {
    expect(await html('***a*** ~~b~~ `c<` [d](/e?f&g "h")')).toBe(
      '<p><strong><em>a</em></strong> <s>b</s> <code>c&lt;</code> <a href="/e?f&amp;g" title="h">d</a></p>',
    );
    expect(await html('[a](articles:first)')).toBe('<p><a href="/resources/first">a</a></p>');
  });

  it('gives headings stable, unique anchors that the table of contents names', async () => {
    const state = await read("## What's it?\n\n### ¿Qué es?\n\n## What's it?\n\n## …\n\n## 何か");
    const anchors = tableOfContents(state).map(({ anchor }) => anchor);
    expect(anchors).toEqual(['whats-it', 'que-es', 'whats-it-2', 'section', '何か']);
    for (const anchor of anchors) expect(renderHtml(state, demoContext())).toContain(` id="${anchor}"`);
    expect(tableOfContents(state)[1]).toEqual({ level: 3, text: '¿Qué es?', anchor: 'que-es' });
  });

  it('leaves nothing of a document that may not be shown', async () => {
    const nothing = {
      ...demoContext(),
      document: () => undefined,
      href: () => undefined,
      availability: () => undefined,
    };
    const markdown =
      '::notice{slug=a}\n\n::call-to-action{slug=a}\n\n::availability{service=a}\n\n::figure{media=a}\n\n[b](faqs:c)\n\n' +
      '::faqs{slugs="a b"}\n\n::definition{term=a}\n\n::sources[Sources]{slugs=a}\n\n::disclaimer{slug=a}';
    expect(renderHtml(await read(markdown), nothing)).toBe('<p>b</p>');
    expect(renderText(await read(markdown), nothing)).toBe('b');
  });

  it('follows no unsafe address, however it came in', () => {
    for (const url of [
      'javascript:alert(1)',
      ' javascript:x',
      'java\nscript:x',
      'JAVASCRIPT:x',
      'data:text/html,x',
      'vbscript:x',
      '\\\\x',
      '',
    ]) {
      const state = lexical.richText([
        lexical.paragraph([lexical.link('1', { linkType: 'custom', url }, [lexical.text('a', 0)])]),
      ]);
      expect(renderHtml(state, demoContext())).toBe('<p>a</p>');
      expect(renderText(state, demoContext())).toBe('a');
    }
  });

  it('escapes hostile text in every field of every block', () => {
    const body = lexical.richText([lexical.paragraph([lexical.text(HOSTILE, 1)])]);
    const values = {
      heading: HOSTILE,
      kind: HOSTILE,
      title: HOSTILE,
      myth: HOSTILE,
      phase: HOSTILE,
      label: HOSTILE,
      placementId: HOSTILE,
      caption: HOSTILE,
      info: HOSTILE,
      code: HOSTILE,
      format: HOSTILE,
      name: HOSTILE,
      by: HOSTILE,
      url: '/"><script>',
      align: HOSTILE,
    };
    const fields = {
      ...values,
      body,
      fact: body,
      note: body,
      notFor: body,
      mayHelpIf: body,
      items: [{ ...values, body, fact: body }],
      steps: [{ body }],
      intro: body,
      common: body,
      columns: [{ ...values, body }],
      rows: [{ cells: [{ body }, { body }] }],
      faqs: ['x', 'y'],
      sources: ['x'],
      term: 'x',
      disclaimer: 'x',
      callToAction: 'x',
      service: 'x',
      notice: 'x',
      media: 'x',
    };
    const context = {
      ...demoContext(),
      document: () => ({
        ...values,
        text: body,
        alt: HOSTILE,
        url: '/"><script>',
        target: { url: '/"><script>' },
        links: [{ label: HOSTILE, url: '/"<' }],
        ...{ question: HOSTILE, answer: body, definition: HOSTILE, term: HOSTILE, expansion: `${HOSTILE}2` },
        ...{ locale: HOSTILE, slug: HOSTILE, clauses: [{ text: HOSTILE }] },
        ...{ authors: HOSTILE, publisher: HOSTILE, doi: `10.1000/${HOSTILE}` },
        crisisLine: { phone: HOSTILE, textLine: HOSTILE, hours: HOSTILE },
      }),
      availability: () => HOSTILE,
    };
    for (const { slug } of articleBlocks.filter(({ slug: each }) => each !== 'aspect')) {
      const shown = renderHtml(lexical.richText([lexical.block('1', slug, fields)]), context);
      expect(shown).not.toBe('');
      expect(shown).not.toMatch(/<script|\ud800|\0/);
      expect(shown.match(/<[^>]*>/g)?.every((tag) => /^<\/?[a-z0-9]+( [a-z-]+="[^"<>]*")*>$/.test(tag))).toBe(
        true,
      );
    }
  });

  it('shows the words of what it does not know, and no markup', () => {
    const odd = { type: 'weird', version: 1, children: [lexical.text('<a>', 0)] };
    expect(renderHtml(lexical.richText([odd]), demoContext())).toBe('<p>&lt;a&gt;</p>');
    for (const state of [null, undefined, 'x', {}, { root: {} }, { root: { children: 'x' } }]) {
      expect(renderHtml(state, demoContext())).toBe('');
      expect(renderText(state, demoContext())).toBe('');
    }
  });

  it('uses only class names that are documented', async () => {
    const documented = readFileSync('src/pages/formats/class-names.md', 'utf8');
    const shown = renderHtml(await read(fixture('blocks.en')), demoContext());
    const names = [...shown.matchAll(/class="([^"]*)"/g)].flatMap(([, list = '']) => list.split(' '));
    for (const name of names.filter((each) => each.startsWith('fr-'))) {
      expect(documented.includes(name) || documented.includes(`-${name.split('-').at(-1)}\``)).toBe(true);
    }
  });
});

describe('plain text of rich text', () => {
  it('shows every block in both languages', async () => {
    expect(renderText(await read(fixture('blocks.en')), demoContext())).toMatchSnapshot();
    expect(renderText(await read(fixture('blocks.es'), 'es'), demoContext('es'))).toMatchSnapshot();
  });

  it('keeps lines, lists and quotes', async () => {
    expect(
      await plain('a\\\n**b**\n\n- c\n  - d\n- e\n\n  f\n\n9. g\n10. h\n    - i\n\n> j\n>\n> k\n\n[l](/m)'),
    ).toBe('a\nb\n\n- c\n  - d\n- e\n\n  f\n\n9. g\n10. h\n    - i\n\n> j\n>\n> k\n\nl (/m)');
  });
});
