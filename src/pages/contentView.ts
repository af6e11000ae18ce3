/** One look at the three kinds of content, so that the rest of a page need not know which it shows. Pure. */
import { idOf, idsOf } from '../../collections/blocks/fieldValues.js';
import type { ContentKind } from '../compliance/pageProperties.js';
import type { Article, Faq, GlossaryTerm, Misconception } from '../payload-types.js';
import type { PageKind } from './addresses.js';
import { type BodyReference, bodyReferences } from './bodyReferences.js';

export interface ContentView {
  id: string;
  slug: string;
  collection: PageKind;
  kind: ContentKind;
  title: string;
  summary: string | null;
  body: unknown;
  /** Documents that the body places or links to. */
  mentions: BodyReference[];
  /** FAQs that the body places, once they are read (placedTexts.ts), as the site shows them. */
  faqs: Faq[];
  /** Glossary terms that the body places, once they are read. */
  terms: GlossaryTerm[];
  /** Fields that only this kind has, as they are answered. */
  particular: Record<string, unknown>;
  authors: string[];
  callsToAction: string[];
  canonicalSite: string | null;
  category: string | null;
  heroImage: string | null;
  references: string[];
  related: string[];
  reviewedBy: string | null;
  services: string[];
  sites: string[];
  topics: string[];
  changeNote: string | null;
  lastReviewed: string | null;
  nextReview: string | null;
  publishedAt: string | null;
  updatedAt: string;
  seo: { title: string | null; description: string | null; noIndex: boolean };
}

const idOrNull = (value: unknown): string | null => idOf(value) ?? null;

/** What the three kinds have in common. */
function shared(doc: Article | Faq | Misconception) {
  return {
    id: doc.id,
    slug: doc.slug,
    canonicalSite: idOrNull(doc.canonicalSite),
    faqs: [],
    terms: [],
    lastReviewed: doc.lastReviewed ?? null,
    nextReview: doc.nextReview ?? null,
    publishedAt: doc.publishedAt ?? null,
    reviewedBy: idOrNull(doc.reviewedBy),
    services: idsOf(doc.services),
    sites: idsOf(doc.sites),
    topics: idsOf(doc.topics),
    updatedAt: doc.updatedAt,
    seo: {
      title: doc.seo?.title ?? null,
      description: doc.seo?.description ?? null,
      noIndex: doc.seo?.noIndex === true,
    },
  };
}

const onlyArticlesHave = { authors: [], callsToAction: [], changeNote: null, heroImage: null, related: [] };

function articleView(doc: Article): ContentView {
  return {
    ...shared(doc),
    collection: 'articles',
    kind: 'article',
    title: doc.title,
    summary: doc.summary ?? null,
    body: doc.body ?? null,
    mentions: bodyReferences(doc.body),
    particular: {},
    authors: idsOf(doc.authors),
    callsToAction: idsOf(doc.callsToAction),
    category: idOrNull(doc.category),
    changeNote: doc.changeNote ?? null,
    heroImage: idOrNull(doc.heroImage),
    references: idsOf(doc.references),
    related: idsOf(doc.related),
  };
}

function faqView(doc: Faq): ContentView {
  return {
    ...shared(doc),
    ...onlyArticlesHave,
    collection: 'faqs',
    kind: 'faq',
    title: doc.question,
    summary: null,
    body: doc.answer,
    mentions: bodyReferences(doc.answer),
    particular: { group: doc.group ?? null, order: doc.order ?? null },
    category: idOrNull(doc.category),
    references: idsOf(doc.references),
  };
}

function misconceptionView(doc: Misconception): ContentView {
  return {
    ...shared(doc),
    ...onlyArticlesHave,
    collection: 'misconceptions',
    kind: 'misconception',
    title: doc.myth,
    summary: doc.fact,
    body: doc.explanation ?? null,
    mentions: bodyReferences(doc.explanation),
    particular: { myth: doc.myth, fact: doc.fact, order: doc.order ?? null },
    category: null,
    references: idsOf(doc.sources),
  };
}

/** The document of this collection as pages see it; relations may be ids or documents. */
export function viewOf(collection: PageKind, doc: unknown): ContentView {
  switch (collection) {
    case 'articles':
      return articleView(doc as Article);
    case 'faqs':
      return faqView(doc as Faq);
    case 'misconceptions':
      return misconceptionView(doc as Misconception);
  }
}
