/** The manifest of a site: every page with its dates and its revision, so that others know what to read again. */
import { setImmediate } from 'node:timers/promises';
import { earliestOf } from '../../availability/periods.js';
import type { Site } from '../../payload-types.js';
import { hrefOf, type PageKind } from '../addresses.js';
import { composePage, type PageAnswer, refreshOf } from '../composePage.js';
import { viewOf } from '../contentView.js';
import type { Documents } from '../documents.js';
import { loadPageOf } from '../loadPage.js';
import { revisionOf } from '../revision.js';
import { type PageHead, pagesOfSite } from './pagesOfSite.js';
import type { OpenSite } from './readSite.js';

/** As many pages as are held in memory at once. */
const pagesAtOnce = 100;

function describePage({ nextChangeAt, page, revision }: PageAnswer, collection: PageKind, site: Site) {
  return {
    ...{ id: page.id, kind: page.kind, path: page.path, locale: page.locale, title: page.title },
    ...{ publishedAt: page.publishedAt, updatedAt: page.updatedAt },
    ...{ lastReviewed: page.lastReviewed, nextReview: page.nextReview },
    ...{ revision, nextChangeAt, modules: page.modules.map(({ aspect }) => aspect) },
    href: hrefOf({ kind: collection, slug: page.slug, site }),
  };
}

type DescribedPage = ReturnType<typeof describePage>;

async function contentOf(documents: Documents, heads: readonly PageHead[]): Promise<Map<string, unknown>> {
  const kinds = [...new Set(heads.map(({ view }) => view.collection))];
  const found = await Promise.all(
    kinds.map((kind) => {
      const ids = heads.filter(({ view }) => view.collection === kind).map(({ view }) => view.id);
      return documents.content(kind, { ids });
    }),
  );
  return new Map(found.flat().map((doc) => [doc.id, doc]));
}

/** Loads these pages together, and composes one after another, with breath for others in between. Leaves out what has vanished meanwhile. */
async function describeSome(
  { at, documents, site }: OpenSite,
  heads: readonly PageHead[],
): Promise<DescribedPage[]> {
  const content = await contentOf(documents, heads);
  const loaded = await Promise.all(
    heads.flatMap(({ view }) => {
      const doc = content.get(view.id);
      return doc ? [loadPageOf(documents, viewOf(view.collection, doc), { site })] : [];
    }),
  );
  const described: DescribedPage[] = [];
  for (const page of loaded) {
    described.push(describePage(await composePage(page, { at, forms: [] }), page.view.collection, site));
    await setImmediate();
  }
  return described;
}

/** Fewer than forty queries, and at most as many again for every further hundred pages. */
async function describePages(open: OpenSite): Promise<DescribedPage[]> {
  const heads = await pagesOfSite(open.documents, open.site);
  const described: DescribedPage[] = [];
  for (let start = 0; start < heads.length; start += pagesAtOnce) {
    described.push(...(await describeSome(open, heads.slice(start, start + pagesAtOnce))));
  }
  return described;
}

/** Pages by language, then by path; their revisions are those of the pages as asked for without `state`. */
export async function composeManifest(open: readonly OpenSite[]) {
  const pages: DescribedPage[] = [];
  for (const each of open) pages.push(...(await describePages(each)));
  const site = open[0]?.site;
  return {
    site: site?.slug ?? '',
    revision: revisionOf(pages),
    nextChangeAt: earliestOf(pages.map(({ nextChangeAt }) => nextChangeAt)),
    refreshWithin: refreshOf(site),
    pages,
  };
}

export type Manifest = Awaited<ReturnType<typeof composeManifest>>;
