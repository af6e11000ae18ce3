// Whom something may help and whom it is not for. At least one of the two must say something.
import type { RichTextField } from 'payload';
import { richText as validateRichText } from 'payload/shared';
import type { Locale } from '../locales.js';
import type { ArticleBlock, BlockFields } from './articleBlock.js';
import { escapeHtml, isRecord, paragraphs, saysSomething } from './fieldValues.js';

const PARTS = [
  {
    field: 'mayHelpIf',
    class: 'fr-eligibility-may-help',
    words: { en: 'May help if', es: 'Puede ayudar si' },
  },
  { field: 'notFor', class: 'fr-eligibility-not-for', words: { en: 'Not for', es: 'No es para' } },
  { field: 'note', class: 'fr-eligibility-note', words: { en: 'Note', es: 'Nota' } },
] as const;

type Part = (typeof PARTS)[number];

/** The parts that are filled in, in reading order. */
function filled(fields: BlockFields): { part: Part; body: Record<string, unknown> }[] {
  return PARTS.flatMap((part) => {
    const body = fields[part.field];
    return isRecord(body) && saysSomething(body) ? [{ part, body }] : [];
  });
}

function partNamed(heading: string, locale: Locale): Part | undefined {
  return PARTS.find(({ words }) => words[locale].toLowerCase() === heading.trim().toLowerCase());
}

/** Payload's own check of rich text comes first: a field with `validate` would lose it otherwise. */
const saysWhom: RichTextField['validate'] = async (value, options) => {
  const checked = await validateRichText(value, options);
  if (checked !== true) return checked;
  const { notFor } = options.siblingData as BlockFields;
  return saysSomething(value) || saysSomething(notFor) || 'Say whom it may help, or whom it is not for.';
};

export const eligibility: ArticleBlock = {
  slug: 'eligibility',
  interfaceName: 'EligibilityBlock',
  labels: { singular: 'Who it is for', plural: 'Who it is for' },
  small: false,
  fields: ({ item }) => [
    {
      name: 'mayHelpIf',
      type: 'richText',
      label: 'May help if',
      editor: item(),
      validate: saysWhom,
      admin: { description: 'Shown under the heading "May help if". Usually a list.' },
    },
    {
      name: 'notFor',
      type: 'richText',
      label: 'Not for',
      editor: item(),
      admin: {
        description:
          'Shown under "Not for". Leave empty rather than writing "it depends": then no heading stands.',
      },
    },
    {
      name: 'note',
      type: 'richText',
      label: 'Note',
      editor: item(),
      admin: { description: 'A closing line, e.g. "A clinician decides after an evaluation."' },
    },
  ],
  markdown: {
    name: 'eligibility',
    kind: 'container',
    attributes: [],
    hasLabel: false,
    read: (source) => {
      const fields: BlockFields = {};
      for (const { heading, body, line } of source.sections()) {
        const part = partNamed(heading, source.locale);
        const words = PARTS.map((known) => `### ${known.words[source.locale]}`).join(', ');
        if (!part) return source.fail(`"${heading}" is no part of eligibility; use ${words}`, line);
        if (!body) source.fail(`nothing stands below "${heading}"`, line);
        if (fields[part.field]) source.fail(`"${heading}" stands twice`, line);
        fields[part.field] = body;
      }
      if (!fields.mayHelpIf && !fields.notFor)
        source.fail('it says neither whom it may help nor whom it is not for');
      return fields;
    },
    write: (fields, locale) => ({
      sections: filled(fields).map(({ part, body }) => ({
        heading: part.words[locale],
        body,
      })),
    }),
  },
  html: (fields, render) => {
    const parts = filled(fields).map(
      ({ part, body }) =>
        `<div class="${part.class}"><h3 class="fr-eligibility-title">${escapeHtml(part.words[render.locale])}</h3>${render.rich(body)}</div>`,
    );
    return `<div class="fr-eligibility">${parts.join('')}</div>`;
  },
  text: (fields, render) =>
    paragraphs(
      ...filled(fields).map(({ part, body }) => paragraphs(part.words[render.locale], render.rich(body))),
    ),
};
