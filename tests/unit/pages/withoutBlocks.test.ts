/** Blocks as readers of plain Markdown see them. */
import { describe, expect, it } from '@jest/globals';
import { withoutBlocks } from '../../../src/pages/wholePage/withoutBlocks.js';

const block = (name: string, content: string) => `:::${name}\n${content}\n:::\n`;

describe('Markdown without blocks', () => {
  it.each([
    [
      'steps with numbers',
      'steps',
      '### Talk\n\n#### 1. no step\n\n### Come',
      '### 1. Talk\n\n#### 1. no step\n\n### 2. Come',
    ],
    [
      'myths and facts by name',
      'myths',
      '### It heals\n\nNot always.',
      '### Myth: It heals\n\nFact: Not always.',
    ],
    ['a fact that is a list', 'myths', '### It heals\n\n- a', '### Myth: It heals\n\nFact:\n\n- a'],
    ['the time of an exercise', 'exercise[Rest]{minutes=1}', '1. Sit.', 'Rest (1 minute)\n\n1. Sit.'],
    [
      'whose words they are',
      'quotation[Ida]{url=https://a.example/b}',
      'Words.',
      '> Words.\n\n— [Ida](https://a.example/b)',
    ],
    ['no address that acts', 'quotation[Ida]{url="javascript:x"}', 'Words.', '> Words.\n\n— Ida'],
    [
      'the caption of a table',
      'table[Costs]{heads=rows}',
      '| a |\n| - |\n| b |',
      'Costs\n\n| a |\n| - |\n| b |',
    ],
    ['the heading of a callout', 'callout[*Who*]{kind=risk}', 'You.', '*Who*\n\nYou.'],
    ['parts by their headings', 'eligibility', '### Not for\n\n- a', '### Not for\n\n- a'],
  ])('says %s', (_name, name, content, plain) => {
    expect(withoutBlocks(block(name, content), 'en')).toBe(`${plain}\n`);
  });

  it('says it in Spanish in a Spanish text', () => {
    expect(withoutBlocks(block('myths', '### Cura\n\nNo siempre.'), 'es')).toBe(
      '### Mito: Cura\n\nRealidad: No siempre.\n',
    );
  });

  it('finds blocks inside of others, in lists and in quotations', () => {
    const markdown = '::::steps\n### One\n\n:::callout[Two]{kind=risk}\nThree\n:::\n::::\n';
    expect(withoutBlocks(markdown, 'en')).toBe('### 1. One\n\nTwo\n\nThree\n');
  });

  it('leaves text and code that look like blocks as they are', () => {
    const markdown = '\\:::steps\n\n```\n:::steps\n```\n';
    expect(withoutBlocks(markdown, 'en')).toBe(markdown);
  });
});
