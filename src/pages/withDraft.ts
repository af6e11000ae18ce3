/** Documents of which the content of a page is read elsewhere: a page as it would be, with everything around it as it is public. */
import type { PageKind } from './addresses.js';
import type { DocumentOf, Documents } from './documents.js';

/** Finds the content of a slug that stands in for what is public, in the locale of the documents. */
export type FindContent = (kind: PageKind, slug: string) => Promise<DocumentOf<PageKind> | null>;

/** The same documents, but that the content of a slug is what `findContent` finds. */
export function withDraft(documents: Documents, findContent: FindContent): Documents {
  const content: Documents['content'] = async <K extends PageKind>(
    kind: K,
    by: { slug: string } | { ids: string[] },
  ) => {
    if ('ids' in by) return documents.content(kind, by);
    const found = await findContent(kind, by.slug);
    return found ? [found as DocumentOf<K>] : [];
  };
  // the methods of every store are fields of it
  return { ...documents, content };
}
