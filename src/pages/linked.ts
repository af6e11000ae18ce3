/** Content that words lead to, where the site shows it. */
import { type BodyReference, idsNamed } from './bodyReferences.js';
import type { ById, Documents } from './documents.js';
import { onSite } from './onSite.js';

export interface Linked {
  articles: ById<'articles'>;
  faqs: ById<'faqs'>;
  misconceptions: ById<'misconceptions'>;
}

/** By these references, and `articles` by their ids. Three queries at most. */
export async function loadLinked(
  documents: Documents,
  references: readonly BodyReference[],
  siteId: string,
  articles: readonly string[] = [],
): Promise<Linked> {
  const [someArticles, faqs, misconceptions] = await Promise.all([
    documents.byIds('articles', [...articles, ...idsNamed(references, 'articles')]),
    documents.byIds('faqs', idsNamed(references, 'faqs')),
    documents.byIds('misconceptions', idsNamed(references, 'misconceptions')),
  ]);
  return {
    articles: onSite(someArticles, siteId),
    faqs: onSite(faqs, siteId),
    misconceptions: onSite(misconceptions, siteId),
  };
}
