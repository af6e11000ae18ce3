// A context for rendering without a database: the documents that the Markdown fixtures place.
import { paragraph, richText, text } from '../../../src/import/markdown/lexicalNodes.js';
import type { RenderContext } from '../../../src/pages/formats/context.js';

const DOCUMENTS: Record<string, Record<string, unknown>> = {
  'calls-to-action/book-a-call': {
    label: 'Book a call',
    target: { url: 'https://example.org/book?a=1&b=2' },
  },
  'notices/crisis-988': {
    kind: 'crisis-line',
    heading: 'In a crisis',
    text: richText([paragraph([text('Call or text 988.', 0)])]),
    links: [
      { label: '988lifeline.org', url: 'https://988lifeline.org' },
      { label: 'Bad', url: 'javascript:alert(1)' },
    ],
  },
  'media/chairs.webp': { url: '/media/chairs.webp', alt: 'Two chairs', width: 800, height: 600 },
};

export function demoContext(locale: 'en' | 'es' = 'en'): RenderContext {
  return {
    locale,
    document: (_collection, id) => DOCUMENTS[id],
    href: (_collection, id) => `/resources/${id.split('/')[1]}`,
    availability: (id, format) =>
      id === 'services/at-home-program' ? `Florida (${format})\nNew Jersey` : undefined,
  };
}
