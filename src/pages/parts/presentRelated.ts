/** What to read next: as the editor chose, else what is nearest by topic. Pure. */
import { hrefOf, pathOf } from '../addresses.js';

import type { LoadedPage } from '../loadPage.js';
import type { NearContent } from '../nearContent.js';
import { inOrder } from '../sorting.js';

interface Reading extends Omit<NearContent, 'publishedAt' | 'topicIds'> {
  /** Slugs of the topics that it shares with the page, when it is related by them. */
  topics: string[];
}

function present({ site }: LoadedPage, { collection, ...reading }: Reading) {
  const { slug } = reading;
  return {
    ...reading,
    path: pathOf(collection, slug, site),
    href: hrefOf({ kind: collection, slug, site }),
  };
}

function chosenReadings({ linked, view }: LoadedPage): Reading[] {
  return inOrder(view.related, linked.articles).map(({ id, slug, summary, title }) => ({
    ...{ collection: 'articles' as const, kind: 'article' as const, id, slug, title },
    ...{ summary: summary ?? null, topics: [] },
  }));
}

function nearReading({ facts }: LoadedPage, near: NearContent): Reading {
  const { publishedAt: _when, topicIds, ...reading } = near;
  const shared = facts.topics.filter(({ id }) => topicIds.includes(id));
  return { ...reading, topics: shared.map(({ slug }) => slug) };
}

export function presentRelated(loaded: LoadedPage) {
  const chosen = chosenReadings(loaded);
  const readings = chosen.length > 0 ? chosen : loaded.near.map((each) => nearReading(loaded, each));
  return readings.map((each) => present(loaded, each));
}
