/** What to read next: as the editor chose, else what is nearest by topic. Pure. */
import type { ContentKind } from '../../compliance/pageProperties.js';
import { hrefOf, type PageKind, pathOf } from '../addresses.js';
import { known } from '../composing.js';
import type { LoadedPage } from '../loadPage.js';
import type { NearContent } from '../nearContent.js';

interface Reading {
  collection: PageKind;
  kind: ContentKind;
  id: string;
  slug: string;
  title: string;
  summary: string | null;
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
  return known(view.related, linked.articles).map(({ id, slug, summary, title }) => ({
    ...{ collection: 'articles' as const, kind: 'article' as const, id, slug, title },
    ...{ summary: summary ?? null, topics: [] },
  }));
}

function nearReading({ facts }: LoadedPage, near: NearContent): Reading {
  const { collection, id, kind, slug, summary, title, topicIds } = near;
  const shared = facts.topics.filter((topic) => topicIds.includes(topic.id));
  return { collection, kind, id, slug, title, summary, topics: shared.map((topic) => topic.slug) };
}

export function presentRelated(loaded: LoadedPage) {
  const chosen = chosenReadings(loaded);
  const readings = chosen.length > 0 ? chosen : loaded.near.map((each) => nearReading(loaded, each));
  return readings.map((each) => present(loaded, each));
}
