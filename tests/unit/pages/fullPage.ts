/** The small loaded page with more of what pages lean on: values in FAQs, links in notices, the words of a placed legal text. */
import { bodyReferences } from '../../../src/pages/bodyReferences.js';
import type { LoadedPage } from '../../../src/pages/loadPage.js';
import { loadedPage } from './loadedPage.js';

const text = (words: string) => ({ type: 'text', text: words, format: 0, version: 1 });
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children, version: 1 });
const richText = (...children: unknown[]) => ({ root: { type: 'root', children, version: 1 } });
const block = (blockType: string, fields: object) => ({
  type: 'block',
  fields: { blockType, ...fields },
  version: 1,
});
const value = (blockType: string, fields: object) => ({
  type: 'inlineBlock',
  fields: { id: blockType, blockType, service: 'service', ...fields },
  version: 1,
});
const link = (id: string, words: string) => ({
  type: 'link',
  version: 3,
  fields: { linkType: 'internal', doc: { relationTo: 'articles', value: id } },
  children: [text(words)],
});

const blocks = () => [
  block('notice', { notice: 'legal' }),
  block('availability', { service: 'service', format: 'counties' }),
  block('callout', {
    ...{ kind: 'important', heading: 'Mind' },
    body: richText(paragraph(text('Rest '), link('linked', 'here'))),
  }),
];

const answer = () =>
  richText(
    paragraph(text('It is '), value('price', { wording: 'amount' }), text('.')),
    paragraph(value('availabilityWording', { wording: 'counties' })),
  );

const notices = () => [
  {
    ...{ id: 'notice', slug: 'notice', kind: 'crisis-line', title: 'Crisis' },
    ...{ crisisLine: { phone: '988' }, text: richText(paragraph(text('Read '), link('linked', 'this'))) },
  },
  {
    ...{ id: 'legal', slug: 'legal', kind: 'legal-document', title: 'Terms', heading: 'The terms' },
    ...{ legalDocument: { version: '2' }, text: richText(paragraph(text('Nothing is promised.'))) },
  },
];

/** Made anew for every test, so that a test may change it. */
export function fullPage(): LoadedPage {
  const page = loadedPage();
  const body = page.view.body as { root: { children: unknown[] } };
  body.root.children.push(...blocks());
  const [faq] = page.view.faqs;
  const linked = { id: 'linked', slug: 'linked', title: 'Linked' };
  return {
    ...page,
    view: {
      ...{ ...page.view, mentions: bodyReferences(body) },
      faqs: faq ? [{ ...faq, answer: answer() as never }] : [],
    },
    linked: { ...page.linked, articles: new Map([...page.linked.articles, ['linked', linked as never]]) },
    notices: notices() as never,
  };
}
