// Places a disclaimer in the text, beside what it is about. Rules attach theirs by themselves; this is for one more place.
import { type ArticleBlock, type BlockFields, onlyReference } from './articleBlock.js';
import { escapeHtml, paragraphs, rowsOf, textOf } from './fieldValues.js';

const clausesOf = (document: BlockFields): string[] =>
  rowsOf(document, 'clauses').flatMap((row) => textOf(row, 'text') || []);

export const disclaimer: ArticleBlock = {
  slug: 'disclaimer',
  interfaceName: 'DisclaimerBlock',
  labels: { singular: 'Disclaimer', plural: 'Disclaimers' },
  small: true,
  reference: { attribute: 'slug', field: 'disclaimer', collection: 'disclaimers' },
  fields: () => [
    {
      name: 'disclaimer',
      type: 'relationship',
      relationTo: 'disclaimers',
      required: true,
      label: 'Disclaimer',
      admin: {
        description:
          'Its words stand here while it is in effect. What rules ask for is attached without this, and stays.',
      },
    },
  ],
  markdown: onlyReference('disclaimer'),
  html: (fields, render) => {
    const document = render.document('disclaimers', fields.disclaimer);
    const clauses = document ? clausesOf(document) : [];
    if (!document || clauses.length === 0) return '';
    const words = clauses.map((text) => `<p>${escapeHtml(text).replace(/\r\n|[\r\n]/g, '<br>')}</p>`);
    // in the default language where it has not been translated
    const lang = textOf(document, 'locale') || render.locale;
    return (
      `<aside class="fr-disclaimer fr-disclaimer-in-text" data-disclaimer="${escapeHtml(textOf(document, 'slug'))}"` +
      ` lang="${escapeHtml(lang)}" role="note">${words.join('')}</aside>`
    );
  },
  text: (fields, render) => {
    const document = render.document('disclaimers', fields.disclaimer);
    return document ? paragraphs(...clausesOf(document)) : '';
  },
};
