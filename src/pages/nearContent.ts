/** Content that is about the same topics as a page, nearest first. */
import { idsOf } from '../../collections/blocks/fieldValues.js';
import type { ContentKind } from '../compliance/pageProperties.js';
import type { Article, Faq, Misconception } from '../payload-types.js';
import { type PageKind, pageKinds } from './addresses.js';
import type { ContentView } from './contentView.js';
import type { Documents } from './documents.js';
import { byText } from './sorting.js';

export interface NearContent {
  collection: PageKind;
  kind: ContentKind;
  id: string;
  slug: string;
  title: string;
  summary: string | null;
  publishedAt: string | null;
  topicIds: string[];
}

/** As many of each kind as are shown. */
const mostOfAKind = 3;

/** What the kinds call their name and their first words. */
function namesOf(
  kind: PageKind,
  doc: Article | Faq | Misconception,
): Pick<NearContent, 'kind' | 'summary' | 'title'> {
  switch (kind) {
    case 'articles': {
      const { summary, title } = doc as Article;
      return { kind: 'article', title, summary: summary ?? null };
    }
    case 'faqs':
      return { kind: 'faq', title: (doc as Faq).question, summary: null };
    case 'misconceptions': {
      const { fact, myth } = doc as Misconception;
      return { kind: 'misconception', title: myth, summary: fact };
    }
  }
}

function nearOf(collection: PageKind, doc: Article | Faq | Misconception): NearContent {
  return {
    ...{ collection, id: doc.id, slug: doc.slug, ...namesOf(collection, doc) },
    publishedAt: doc.publishedAt ?? null,
    topicIds: idsOf(doc.topics),
  };
}

/** More shared topics first, then what was published last, then by slug: the same order on every database. */
function nearestFirst(topics: ReadonlySet<string>) {
  const shared = ({ topicIds }: NearContent) => topicIds.filter((id) => topics.has(id)).length;
  return (one: NearContent, other: NearContent): number =>
    shared(other) - shared(one) ||
    byText(other.publishedAt ?? '', one.publishedAt ?? '') ||
    byText(one.slug, other.slug);
}

/** At most three of each kind, out of the newest on its topics, in the order of `pageKinds`; one query a kind, none for a page without topics. */
export async function loadNear(
  documents: Documents,
  view: ContentView,
  siteId: string,
): Promise<NearContent[]> {
  const topicIds = view.topics;
  const found = await Promise.all(
    pageKinds.map(async (kind) => {
      const docs: (Article | Faq | Misconception)[] = await documents.newestOn(kind, { siteId, topicIds });
      const others = docs.filter((doc) => doc.id !== view.id);
      const near = others.map((doc) => nearOf(kind, doc));
      return near.sort(nearestFirst(new Set(topicIds))).slice(0, mostOfAKind);
    }),
  );
  return found.flat();
}
