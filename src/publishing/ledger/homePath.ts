/** The path under which the ledger files a document: that of its page on its home site. */
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import { idOf } from '../../../collections/blocks/fieldValues.js';
import { isPageKind, type PageSite, pathOf } from '../../pages/addresses.js';
import type { Place, Row } from './publicState.js';

const first = (values: unknown): unknown => (Array.isArray(values) ? values[0] : undefined);

/** The canonical site, else the first; a document on all sites without a canonical one stands under the usual prefix. */
export async function homePathOf(
  { payload, req }: Place,
  collection: CollectionKey,
  row: Row,
): Promise<string | null> {
  if (!isPageKind(collection) || typeof row.slug !== 'string') return null;
  const id = idOf(row.canonicalSite) || idOf(first(row.sites));
  const site = id
    ? await payload.db.findOne<PageSite & { id: string }>({
        ...{ collection: 'sites', req, where: { id: { equals: id } } },
        select: { prefixes: true, slug: true },
      })
    : null;
  return pathOf(collection, row.slug, site ?? {});
}
