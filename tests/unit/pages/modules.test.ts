/** Modules: which part of a page speaks of which health aspect. */
import { describe, expect, it } from '@jest/globals';
import { healthAspects } from '../../../collections/blocks/aspect.js';
import { articleBlocks } from '../../../collections/blocks/registry.js';
import { markdownToLexical } from '../../../src/import/markdown/markdownToLexical.js';
import { blockAspects } from '../../../src/pages/modules/blockAspects.js';
import { findModules } from '../../../src/pages/modules/findModules.js';
import { modulesWithText, outlineModules } from '../../../src/pages/modules/presentModules.js';
import { isType, membersOf } from '../../helpers/schemaOrg.js';
import { demoContext } from '../blocks/demoContext.js';

const page = `Words to begin with.

:::callout{kind=important}
Keep it safe.
:::

## What it feels like

::aspect{name=PatientExperience}

Floating.

:::myths

### It always works

It does not.

:::

## Note

::aspect{name=SideEffects}

::aspect{name=Safety}

Headache.

:::callout{kind=important}
Call first.
:::

## Note

Nothing in particular.

:::callout{kind=risk}
Breathing may slow.
:::

:::callout{kind=plain-language}
In short.
:::
`;

const read = (markdown: string) =>
  markdownToLexical(markdown, { locale: 'en', findId: async (_collection, slug) => slug });

const optionsFor = (forms: readonly ('html' | 'markdown' | 'text')[]) => ({
  ...{ context: demoContext(), findSlug: () => undefined, forms },
});

describe('modules', () => {
  it('are named as schema.org names them', () => {
    const members = membersOf(['HealthAspectEnumeration']);
    for (const aspect of Object.keys(healthAspects)) expect(members).toContain(`"${aspect}HealthAspect"`);
    const known = [...members].filter((member) => member.endsWith('HealthAspect"'));
    expect(known).toHaveLength(Object.keys(healthAspects).length * 2);
    expect(isType('HealthTopicContent')).toBe(true);
  });

  it('know every block that there is, and no other', () => {
    expect(Object.keys(blockAspects).sort()).toEqual(articleBlocks.map(({ slug }) => slug).sort());
  });

  it('come from blocks, from what editors say of sections, and from what opens the page', async () => {
    const modules = outlineModules(await read(page), 'article');
    expect(modules.map(({ aspect, parts }) => [aspect, parts])).toEqual([
      ['Overview', [{ title: null, anchor: null, block: null }]],
      [
        'Safety',
        [
          { title: null, anchor: null, block: 'callout' },
          { title: 'Note', anchor: 'note', block: null },
        ],
      ],
      ['PatientExperience', [{ title: 'What it feels like', anchor: 'what-it-feels-like', block: null }]],
      ['Misconceptions', [{ title: 'What it feels like', anchor: 'what-it-feels-like', block: 'mythList' }]],
      ['SideEffects', [{ title: 'Note', anchor: 'note', block: null }]],
      ['RisksOrComplications', [{ title: 'Note', anchor: 'note-2', block: 'callout' }]],
    ]);
    expect(modules[0]?.schema).toBe('https://schema.org/OverviewHealthAspect');
  });

  it('have their text in the forms asked for, with the anchors of the whole page', async () => {
    const body = await read(`${page}\n## Note\n\n::aspect{name=Prognosis}\n\nIt passes.\n`);
    const modules = await modulesWithText(body, 'article', optionsFor(['html', 'markdown', 'text']));
    const textsOf = (name: string) =>
      modules.find(({ aspect }) => aspect === name)?.parts.map((part) => part.body?.text);
    expect(textsOf('Overview')).toEqual(['Words to begin with.']);
    expect(textsOf('Safety')).toEqual(['Keep it safe.', 'Note\n\nHeadache.\n\nCall first.']);
    const [prognosis] = modules.find(({ aspect }) => aspect === 'Prognosis')?.parts ?? [];
    expect(prognosis?.body).toEqual({
      html: '<h2 id="note-3">Note</h2><p>It passes.</p>',
      markdown: '## Note\n\nIt passes.\n',
      text: 'Note\n\nIt passes.',
    });
  });

  it('of a myth are one, of a question none', async () => {
    const body = await read('Why it is not so.');
    expect(findModules(body, 'misconception').map(({ aspect }) => aspect)).toEqual(['Misconceptions']);
    expect(findModules(body, 'faq')).toEqual([]);
    expect(findModules(null, 'article')).toEqual([]);
  });

  it('show nothing of what editors say of a section', async () => {
    const { renderHtml } = await import('../../../src/pages/formats/renderHtml.js');
    expect(renderHtml(await read('::aspect{name=Safety}'), demoContext())).toBe('');
  });

  it('refuse an aspect that schema.org does not know, by its line', async () => {
    await expect(read('Words.\n\n::aspect{name=Magic}\n')).rejects.toThrow(/line 3.*Magic.*Overview/s);
  });
});
