// The risks of a treatment, sorted by what a reader does about them. A risk in one sentence is a callout.
import type { ArticleBlock } from './articleBlock.js';
import { type NamedParts, partFields, partsHtml, partsText, readParts, writeParts } from './namedParts.js';

const PARTS: NamedParts = {
  parts: [
    {
      field: 'common',
      class: 'fr-risks-common',
      words: { en: 'Common effects', es: 'Efectos frecuentes' },
      description: 'What many people notice, and how long it lasts. Usually a list.',
    },
    {
      field: 'serious',
      class: 'fr-risks-serious',
      words: { en: 'Serious effects', es: 'Efectos graves' },
      description: 'What is rare or lasting and has to be known beforehand.',
    },
    {
      field: 'atHome',
      class: 'fr-risks-at-home',
      words: { en: 'At home', es: 'En casa' },
      description: 'What is different when nobody of the clinic is there.',
    },
    {
      field: 'getHelp',
      class: 'fr-risks-get-help',
      words: { en: 'Get help right away if', es: 'Busque ayuda de inmediato si' },
      description: 'Signs that cannot wait, and whom to call.',
    },
  ],
  needed: ['common', 'serious', 'atHome', 'getHelp'],
  missing: 'Say at least one risk.',
};

export const riskInformation: ArticleBlock = {
  slug: 'riskInformation',
  interfaceName: 'RiskInformationBlock',
  labels: { singular: 'Risk information', plural: 'Risk information' },
  small: false,
  fields: (editors) => partFields(PARTS, editors),
  markdown: {
    name: 'risks',
    kind: 'container',
    attributes: [],
    hasLabel: false,
    read: (source) => readParts(PARTS, source, 'risks'),
    write: (fields, locale) => writeParts(PARTS, fields, locale),
  },
  html: (fields, render) =>
    `<div class="fr-risks">${partsHtml(PARTS, 'fr-risks-title', fields, render)}</div>`,
  text: (fields, render) => partsText(PARTS, fields, render),
};
