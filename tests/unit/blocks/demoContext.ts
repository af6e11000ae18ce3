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
    crisisLine: { phone: '988', textLine: '988', hours: 'Day and night' },
  },
  'faqs/is-it-safe': {
    question: 'Is it safe?',
    answer: richText([paragraph([text('Not for <everyone>.', 0)])]),
  },
  'glossary-terms/ptsd': {
    term: 'Post-traumatic stress disorder',
    abbreviation: 'PTSD',
    expansion: 'Post-traumatic stress disorder',
    definition: 'A condition after trauma,\nlasting longer than a month.',
  },
  'disclaimers/not-medical-advice': {
    slug: 'not-medical-advice',
    locale: 'en',
    clauses: [{ text: 'For education.' }, { text: 'Not medical advice.\nAsk a clinician.' }],
  },
  'sources/a-trial': {
    title: 'A trial of X & Y',
    authors: 'Lund I, Berg A',
    publisher: 'A Journal',
    year: 2024,
    doi: '10.1000/a<b>(1)#2',
  },
  'sources/fda-2023': { title: 'A warning.', publisher: 'FDA', url: 'javascript:alert(1)' },
  'media/chairs.webp': { url: '/media/chairs.webp', alt: 'Two chairs', width: 800, height: 600 },
};

export function demoContext(locale: 'en' | 'es' = 'en'): RenderContext {
  return {
    locale,
    document: (_collection, id) => DOCUMENTS[id],
    href: (_collection, id) => `/resources/${id.split('/')[1]}`,
    availability: (id, format) =>
      id === 'services/at-home-program' ? `Florida (${format})\nNew Jersey` : undefined,
    price: (id, wording) => (id === 'services/at-home-program' ? `$250 (${wording})` : undefined),
    count: ({ of, serviceId }) => (serviceId === 'services/at-home-program' ? `2 ${of}` : undefined),
  };
}
