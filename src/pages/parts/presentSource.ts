/** A citation as pages carry it. Pure. */
import type { Source } from '../../payload-types.js';

/** Everything that is public of a source. */
export function presentSource(source: Source) {
  return {
    id: source.id,
    slug: source.slug,
    title: source.title,
    kind: source.kind,
    authors: source.authors ?? null,
    publisher: source.publisher ?? null,
    year: source.year ?? null,
    doi: source.doi ?? null,
    pmid: source.pmid ?? null,
    url: source.url ?? null,
    drugRoute: source.drugRoute ?? null,
  };
}
