/** The pages that a site has, each once, from the heads of its content. */
import type { Site } from '../../payload-types.js';
import { type PageKind, pageKinds, pathOf } from '../addresses.js';
import { type ContentView, viewOf } from '../contentView.js';
import type { Documents } from '../documents.js';
import { isOnSite } from '../onSite.js';
import { byText } from '../sorting.js';

/** Content that a site shows, and where. Its body is not read. */
export interface PageHead {
  view: ContentView;
  path: string;
}

async function headsOf(documents: Documents, kind: PageKind, site: Site): Promise<PageHead[]> {
  const heads = await documents.contentHeads(kind);
  return heads
    .filter((doc) => isOnSite(doc, site.id))
    .map((doc) => ({ view: viewOf(kind, doc), path: pathOf(kind, doc.slug, site) }));
}

/** Sorted by path. Of several kinds that stand at one path, that which its page shows. Three queries. */
export async function pagesOfSite(documents: Documents, site: Site): Promise<PageHead[]> {
  const heads = (await Promise.all(pageKinds.map((kind) => headsOf(documents, kind, site)))).flat();
  const byPath = new Map<string, PageHead>();
  for (const head of heads) if (!byPath.has(head.path)) byPath.set(head.path, head);
  return [...byPath.values()].sort((one, other) => byText(one.path, other.path));
}
