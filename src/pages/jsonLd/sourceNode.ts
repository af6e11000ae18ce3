/** A citation as schema.org has it. Pure. */
import type { CreativeWork, ScholarlyArticle } from 'schema-dts';
import type { presentSource } from '../parts/presentSource.js';

type PresentedSource = ReturnType<typeof presentSource>;

/** Kinds that are published as papers. */
const papers: ReadonlySet<string> = new Set([
  ...['systematic-review', 'randomized-trial', 'observational', 'review'],
]);

/** Where a reader finds it: the DOI goes before the address, that before PubMed. */
function addressesOf({ doi, pmid, url }: PresentedSource): string[] {
  return [
    ...(doi ? [`https://doi.org/${doi}`] : []),
    ...(url ? [url] : []),
    ...(pmid ? [`https://pubmed.ncbi.nlm.nih.gov/${pmid}/`] : []),
  ];
}

export function sourceNode(source: PresentedSource): CreativeWork | ScholarlyArticle {
  const [url, ...others] = addressesOf(source);
  return {
    '@type': papers.has(source.kind) ? 'ScholarlyArticle' : 'CreativeWork',
    name: source.title,
    author: source.authors ? { '@type': 'Person', name: source.authors } : undefined,
    publisher: source.publisher ? { '@type': 'Organization', name: source.publisher } : undefined,
    datePublished: source.year === null ? undefined : `${source.year}`,
    url,
    sameAs: others,
  };
}
