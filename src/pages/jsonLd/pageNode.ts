/** The page itself as schema.org has it: a medical web page, or a page of questions. Pure. */
import type { FAQPage, HealthTopicContent, MedicalWebPage } from 'schema-dts';
import type { PageData } from '../composePage.js';
import type { Composing } from '../composing.js';
import { renderText } from '../formats/renderText.js';
import { imageNode } from './imageNode.js';
import type { NodeIds } from './nodeIds.js';
import { questionNode } from './questionNodes.js';
import { sourceNode } from './sourceNode.js';
import { topicNode } from './topicNode.js';

/** The day (YYYY-MM-DD) of an instant, where the site is. */
function dayOf(instant: string | null, timeZone: string): string | undefined {
  if (!instant) return undefined;
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(new Date(instant));
}

/** One for each section and aspect: several blocks of one section are one part of the page. */
function partNodes({ page, seo }: PageData): HealthTopicContent[] {
  const parts = page.modules.flatMap(({ parts: all, schema }) =>
    all.map(({ anchor, title }) => ({ anchor, schema, title })),
  );
  const unique = new Map(parts.map((part) => [`${part.schema} ${part.anchor}`, part]));
  return [...unique.values()].map(({ anchor, schema, title }) => ({
    '@type': 'HealthTopicContent',
    hasHealthAspect: { '@id': schema },
    name: title ?? page.title,
    url: anchor ? `${seo.canonical}#${anchor}` : seo.canonical,
  }));
}

function sharedOf(data: PageData, ids: NodeIds) {
  const { attribution, page, seo, site } = data;
  return {
    '@id': ids.page,
    url: ids.page,
    name: seo.title,
    description: seo.description ?? undefined,
    inLanguage: page.locale,
    isPartOf: { '@id': ids.website },
    breadcrumb: { '@id': ids.breadcrumb },
    publisher: { '@id': ids.publisher },
    primaryImageOfPage: imageNode(page.heroImage),
    about: page.topics.map(topicNode),
    datePublished: page.publishedAt ?? undefined,
    dateModified: page.updatedAt,
    lastReviewed: dayOf(page.lastReviewed, site.timeZone),
    reviewedBy: page.reviewedBy ? { '@id': ids.person(page.reviewedBy.slug) } : undefined,
    license: attribution.licenseUrl ?? undefined,
    creditText: attribution.text,
  } as const;
}

function misconceptionNode({ page, references }: PageData, explanation: string): HealthTopicContent {
  return {
    '@type': 'HealthTopicContent',
    hasHealthAspect: { '@id': 'https://schema.org/MisconceptionsHealthAspect' },
    headline: page.title,
    abstract: page.summary ?? undefined,
    text: explanation || undefined,
    citation: references.map(sourceNode),
  };
}

/** Its main part is the article, the question, or the myth with its fact. */
export function pageNode(
  { body, context }: Composing,
  data: PageData,
  ids: NodeIds,
): MedicalWebPage | FAQPage {
  const { page, references } = data;
  const shared = sharedOf(data, ids);
  if (page.kind === 'article') {
    return {
      ...{ '@type': 'MedicalWebPage', ...shared },
      mainEntity: { '@id': ids.article },
      hasPart: partNodes(data),
    };
  }
  const text = renderText(body, context);
  if (page.kind === 'misconception') {
    return { '@type': 'MedicalWebPage', ...shared, mainEntity: misconceptionNode(data, text) };
  }
  const question = questionNode({ question: page.title, answer: text });
  return { '@type': 'FAQPage', ...shared, mainEntity: question, citation: references.map(sourceNode) };
}
