// What to do before, during and after a treatment. Each phase stands at most once; the words come from the locale.
import type { ArrayField } from 'payload';
import { array as validateArray } from 'payload/shared';
import { rowTitle } from '../fields/rowTitle.js';
import type { Locale } from '../locales.js';
import type { ArticleBlock } from './articleBlock.js';
import { escapeHtml, isRecord, paragraphs, rowsOf, textOf } from './fieldValues.js';
import { titleHtml } from './titleHtml.js';

const WORDS: Record<string, Record<Locale, string>> = {
  before: { en: 'Before', es: 'Antes' },
  during: { en: 'During', es: 'Durante' },
  after: { en: 'After', es: 'Después' },
};

function word(phase: string, locale: Locale): string {
  return WORDS[phase]?.[locale] ?? phase;
}

/** "Before: The week before" is the phase and a label of its own; the words are understood in the text's own language. */
function readHeading(heading: string, locale: Locale): { phase: string; label?: string } | undefined {
  const phase = Object.keys(WORDS).find((key) => startsWithWord(heading, word(key, locale)));
  if (!phase) return undefined;
  const label = heading.slice(word(phase, locale).length).replace(/^\s*:\s*/, '');
  return label ? { phase, label } : { phase };
}

function startsWithWord(heading: string, start: string): boolean {
  const rest = heading.slice(start.length);
  return heading.slice(0, start.length).toLowerCase() === start.toLowerCase() && /^\s*(:\s*\S|$)/.test(rest);
}

function headingOf(phase: string, label: string, locale: Locale): string {
  return label ? `${word(phase, locale)}: ${label}` : word(phase, locale);
}

/** Payload's own check of rows comes first: a field with `validate` would lose it otherwise. */
const hasEachOnce: ArrayField['validate'] = async (value, options) => {
  const checked = await validateArray(value, options);
  if (checked !== true) return checked;
  const rows = Array.isArray(value) ? value.filter(isRecord) : [];
  const names = rows.map((row) => textOf(row, 'phase'));
  return new Set(names).size === names.length || 'Each phase may stand only once.';
};

export const phases: ArticleBlock = {
  slug: 'phases',
  interfaceName: 'PhasesBlock',
  labels: { singular: 'Before, during, after', plural: 'Before, during, after' },
  small: false,
  fields: ({ item }) => [
    {
      name: 'items',
      type: 'array',
      label: 'Phases',
      labels: { singular: 'Phase', plural: 'Phases' },
      minRows: 1,
      maxRows: 3,
      required: true,
      validate: hasEachOnce,
      admin: { components: rowTitle('label', 'Phase') },
      fields: [
        {
          name: 'phase',
          type: 'select',
          required: true,
          label: 'Phase',
          options: Object.entries(WORDS).map(([value, words]) => ({ value, label: words })),
        },
        {
          name: 'label',
          type: 'text',
          label: 'Words of its own',
          admin: {
            description: 'For example "The evening before". Empty: just "Before", "During" or "After".',
          },
        },
        { name: 'body', type: 'richText', label: 'Text', editor: item() },
      ],
    },
  ],
  markdown: {
    name: 'phases',
    kind: 'container',
    attributes: [],
    hasLabel: false,
    read: (source) => {
      const seen = new Set<string>();
      const items = source.sections().map(({ heading, body, line }) => {
        const found = readHeading(heading, source.locale);
        const words = Object.keys(WORDS).map((phase) => word(phase, source.locale));
        if (!found) return source.fail(`"${heading}" is no phase; use ### ${words.join(', ### ')}`, line);
        if (seen.has(found.phase)) source.fail(`the phase "${heading}" stands twice`, line);
        seen.add(found.phase);
        return { id: source.rowId(), ...found, ...(body ? { body } : {}) };
      });
      return { items };
    },
    write: (fields, locale) => ({
      sections: rowsOf(fields, 'items').map((row) => ({
        heading: headingOf(textOf(row, 'phase'), textOf(row, 'label'), locale),
        body: row.body,
      })),
    }),
  },
  html: (fields, render) => {
    const items = rowsOf(fields, 'items').map((row) => {
      const phase = textOf(row, 'phase');
      const title = textOf(row, 'label') || word(phase, render.locale);
      return (
        `<div class="fr-phase fr-phase-${escapeHtml(phase)}">${titleHtml('fr-phase-title', title, render)}` +
        `<div class="fr-phase-body">${render.below(row.body)}</div></div>`
      );
    });
    return `<div class="fr-phases">${items.join('')}</div>`;
  },
  text: (fields, render) =>
    paragraphs(
      ...rowsOf(fields, 'items').map((row) =>
        paragraphs(textOf(row, 'label') || word(textOf(row, 'phase'), render.locale), render.rich(row.body)),
      ),
    ),
};
