// Whom something may help and whom it is not for. At least one of the two must say something.
import type { ArticleBlock } from './articleBlock.js';
import { type NamedParts, partFields, partsHtml, partsText, readParts, writeParts } from './namedParts.js';

const PARTS: NamedParts = {
  parts: [
    {
      field: 'mayHelpIf',
      class: 'fr-eligibility-may-help',
      words: { en: 'May help if', es: 'Puede ayudar si' },
      description: 'Shown under the heading "May help if". Usually a list.',
    },
    {
      field: 'notFor',
      class: 'fr-eligibility-not-for',
      words: { en: 'Not for', es: 'No es para' },
      description:
        'Shown under "Not for". Leave empty rather than writing "it depends": then no heading stands. ' +
        'Below a heading such as "Who it is (and is not) for" it has to say something.',
    },
    {
      field: 'note',
      class: 'fr-eligibility-note',
      words: { en: 'Note', es: 'Nota' },
      description: 'A closing line, e.g. "A clinician decides after an evaluation."',
    },
  ],
  needed: ['mayHelpIf', 'notFor'],
  missing: 'Say whom it may help, or whom it is not for.',
};

export const eligibility: ArticleBlock = {
  slug: 'eligibility',
  interfaceName: 'EligibilityBlock',
  labels: { singular: 'Who it is for', plural: 'Who it is for' },
  small: false,
  fields: (editors) => partFields(PARTS, editors),
  markdown: {
    name: 'eligibility',
    kind: 'container',
    attributes: [],
    hasLabel: false,
    read: (source) => {
      const fields = readParts(PARTS, source, 'eligibility');
      if (!fields.mayHelpIf && !fields.notFor)
        source.fail('it says neither whom it may help nor whom it is not for');
      return fields;
    },
    write: (fields, locale) => writeParts(PARTS, fields, locale),
  },
  html: (fields, render) =>
    `<div class="fr-eligibility">${partsHtml(PARTS, 'fr-eligibility-title', fields, render)}</div>`,
  text: (fields, render) => partsText(PARTS, fields, render),
};
