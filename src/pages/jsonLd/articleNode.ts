/** An article as schema.org has it, with what search engines look for: headline, image, dates, authors. Pure. */
import type { Article } from 'schema-dts';
import type { PageData } from '../composePage.js';
import { imageNode } from './imageNode.js';
import type { NodeIds } from './nodeIds.js';
import { sourceNode } from './sourceNode.js';

export function articleNode({ attribution, page, references }: PageData, ids: NodeIds): Article {
  return {
    '@type': 'Article',
    '@id': ids.article,
    headline: page.title,
    abstract: page.summary ?? undefined,
    inLanguage: page.locale,
    mainEntityOfPage: { '@id': ids.page },
    image: imageNode(page.heroImage),
    articleSection: page.category?.title,
    keywords: page.topics.map(({ title }) => title),
    author:
      page.authors.length > 0
        ? page.authors.map(({ slug }) => ({ '@id': ids.person(slug) }))
        : { '@id': ids.publisher },
    publisher: { '@id': ids.publisher },
    datePublished: page.publishedAt ?? undefined,
    dateModified: page.updatedAt,
    timeRequired: `PT${page.readingMinutes}M`,
    citation: references.map(sourceNode),
    license: attribution.licenseUrl ?? undefined,
  };
}
