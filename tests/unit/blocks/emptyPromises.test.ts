import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { emptyPromises } from '../../../collections/blocks/emptyPromises.js';
import { markdownToLexical } from '../../../src/import/markdown/markdownToLexical.js';
import { slugsAsIds } from '../markdown/slugsAsIds.js';

const promisesOf = async (markdown: string) =>
  emptyPromises(await markdownToLexical(markdown, slugsAsIds(/Puede/.test(markdown) ? 'es' : 'en')));

const block = (...parts: string[]) => `:::eligibility\n${parts.join('\n\n')}\n:::`;
const helps = '### May help if\n\n- other treatments did not help';
const notFor = '### Not for\n\n- untreated high blood pressure';

describe('a heading that promises whom something is not for', () => {
  it.each([
    '## Who Is (and Is Not) a Good Candidate',
    '### Who should and shouldn’t try it: is it right for you?',
    '## Is it a fit, or not?',
  ])('is flagged over a block that does not say so: %s', async (heading) => {
    expect(await promisesOf(`${heading}\n\n${block(helps)}`)).toEqual([
      { heading: heading.replace(/^#+ /, ''), hasEmptyPart: true },
    ]);
    expect(await promisesOf(`${heading}\n\n${block(helps, notFor)}`)).toEqual([]);
  });

  it('is flagged in Spanish', async () => {
    const es = ':::eligibility\n### Puede ayudar si\n\n- nada más ayudó\n:::';
    expect(await promisesOf(`## Para quién es y para quién no\n\n${es}`)).toHaveLength(1);
  });

  it('is flagged over a plain list that says only one half', async () => {
    const list = 'It may help if:\n\n- nothing else has not helped\n\nIt may not be for everyone.';
    expect(await promisesOf(`## Who it is and is not for\n\n${list}`)).toEqual([
      { heading: 'Who it is and is not for', hasEmptyPart: false },
    ]);
  });

  it.each([
    '## Who it is and is not for\n\nIt is not for people with:\n\n- high blood pressure',
    '## Who it is and is not for\n\n### Not for\n\nPeople with high blood pressure.',
    '## Who should not take it\n\n- people with high blood pressure',
    '## What therapy is and is not\n\nWords.',
    `## Who it is for\n\n${block(helps)}`,
    `## Who it is and is not for\n\nWords.\n\n### More\n\n${block(helps, notFor)}`,
  ])('is not flagged where it is kept, or where none is made: %j', async (markdown) => {
    expect(await promisesOf(markdown)).toEqual([]);
  });

  it('looks no further than the section, and at nothing that is no rich text', async () => {
    const elsewhere = `## Who it is and is not for\n\nWords.\n\n## Else\n\n${block(notFor)}`;
    expect(await promisesOf(elsewhere)).toHaveLength(1);
    for (const nothing of [null, undefined, 'x', {}, { root: {} }])
      expect(emptyPromises(nothing)).toEqual([]);
  });

  const page = '../shared/pages/page-a.md';
  (existsSync(page) ? it : it.skip)('is found in the real page that makes one', async () => {
    const body = readFileSync(page, 'utf8').replace(/^---\n[\s\S]*?\n---\n\s*/, '');
    expect(await promisesOf(body)).toEqual([
      { heading: 'Who Is (and Is Not) a Good Candidate', hasEmptyPart: false },
    ]);
  });
});
