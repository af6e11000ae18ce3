// Shows FAQs in an article. Question and answer are kept once, in the FAQ itself.
import { type ArticleBlock, onlyReference } from './articleBlock.js';
import { paragraphs, textOf } from './fieldValues.js';
import { shownDocuments } from './relatedValues.js';
import { titleHtml } from './titleHtml.js';

const reference = { attribute: 'slugs', field: 'faqs', collection: 'faqs', many: true } as const;

export const faqList: ArticleBlock = {
  slug: 'faqList',
  interfaceName: 'FaqListBlock',
  labels: { singular: 'FAQs', plural: 'FAQs' },
  small: false,
  reference,
  fields: () => [
    {
      name: 'faqs',
      type: 'relationship',
      relationTo: 'faqs',
      hasMany: true,
      required: true,
      minRows: 1,
      label: 'FAQs, in order',
      admin: { description: 'Shown with their answers. Those that a site does not show are left out there.' },
    },
  ],
  markdown: onlyReference('faqs'),
  html: (fields, render) => {
    const items = shownDocuments(reference, fields, render).map(
      (faq) =>
        `<div class="fr-faq">${titleHtml('fr-faq-question', textOf(faq, 'question'), render)}` +
        `<div class="fr-faq-answer">${render.below(faq.answer)}</div></div>`,
    );
    return items.length > 0 ? `<div class="fr-faqs">${items.join('')}</div>` : '';
  },
  text: (fields, render) =>
    paragraphs(
      ...shownDocuments(reference, fields, render).map((faq) =>
        paragraphs(textOf(faq, 'question'), render.rich(faq.answer)),
      ),
    ),
};
