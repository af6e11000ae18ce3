/** The names under which the nodes of one page refer to each other. Pure. */
import type { PageData } from '../composePage.js';

/** The front page of the site that a page belongs to for search engines. */
const homeOf = (canonical: string) => new URL('/', canonical).href;

export function nodeIds({ seo: { canonical } }: PageData) {
  const home = homeOf(canonical);
  return {
    home,
    page: canonical,
    article: `${canonical}#article`,
    breadcrumb: `${canonical}#breadcrumb`,
    questions: `${canonical}#questions`,
    website: `${home}#website`,
    publisher: `${home}#publisher`,
    person: (slug: string) => `${home}#person-${slug}`,
  };
}

export type NodeIds = ReturnType<typeof nodeIds>;
