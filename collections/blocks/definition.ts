// Explains a term of the glossary where it is first needed. The words are kept once, in the glossary.
import { type ArticleBlock, type BlockFields, onlyReference } from './articleBlock.js';
import { escapeHtml, textOf } from './fieldValues.js';

/** The term, and in brackets what it is short for, or its abbreviation when that says more. */
function namesOf(document: BlockFields): { term: string; also: string } {
  const term = textOf(document, 'term');
  const said = [term.toLowerCase()];
  const also = [textOf(document, 'expansion'), textOf(document, 'abbreviation')].find(
    (name) => name !== '' && !said.includes(name.toLowerCase()),
  );
  return { term, also: also ?? '' };
}

export const definition: ArticleBlock = {
  slug: 'definition',
  interfaceName: 'DefinitionBlock',
  labels: { singular: 'Definition', plural: 'Definitions' },
  small: true,
  reference: { attribute: 'term', field: 'term', collection: 'glossary-terms' },
  fields: () => [
    {
      name: 'term',
      type: 'relationship',
      relationTo: 'glossary-terms',
      required: true,
      label: 'Term',
      admin: { description: 'Change the term in the glossary and every page that explains it follows.' },
    },
  ],
  markdown: onlyReference('definition'),
  html: (fields, render) => {
    const document = render.document('glossary-terms', fields.term);
    if (!document) return '';
    const { also, term } = namesOf(document);
    const words = escapeHtml(textOf(document, 'definition')).replace(/\r\n|[\r\n]/g, '<br>');
    return (
      `<dl class="fr-definition"><dt class="fr-definition-term"><dfn>${escapeHtml(term)}</dfn>` +
      `${also ? ` (${escapeHtml(also)})` : ''}</dt><dd class="fr-definition-words">${words}</dd></dl>`
    );
  },
  text: (fields, render) => {
    const document = render.document('glossary-terms', fields.term);
    if (!document) return '';
    const { also, term } = namesOf(document);
    return `${term}${also ? ` (${also})` : ''}: ${textOf(document, 'definition')}`;
  },
};
