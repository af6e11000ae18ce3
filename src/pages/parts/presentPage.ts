/** What a page itself says: names, people, dates, contents and modules; all but the text of its body. Pure. */
import { hrefOf, pathOf } from '../addresses.js';
import type { Composing } from '../composing.js';
import { renderText } from '../formats/renderText.js';
import { tableOfContents } from '../formats/tableOfContents.js';
import { outlineModules } from '../modules/presentModules.js';
import { inOrder } from '../sorting.js';
import { presentMedia } from './presentMedia.js';
import { presentPerson } from './presentPerson.js';
import { presentLinks, presentPlaced } from './presentPlaced.js';
import { presentTopic } from './presentTopic.js';

/** A little below 238, the mean of adults who read non-fiction in silence: Brysbaert 2019, J Mem Lang 109, 104047. */
const wordsPerMinute = 220;

const minutesOf = (text: string) =>
  Math.max(1, Math.ceil(text.split(/\s+/).filter(Boolean).length / wordsPerMinute));

/** Where it stands: its path on the site and its address in the API. */
function addressOf({ loaded: { site, view } }: Composing) {
  return {
    path: pathOf(view.collection, view.slug, site),
    href: hrefOf({ kind: view.collection, slug: view.slug, site }),
  };
}

/** Who stands behind it, and when: instants in ISO 8601, null where nothing is known. */
function reviewOf({ loaded: { media, people, view } }: Composing) {
  const reviewer = people.get(view.reviewedBy ?? '');
  const { changeNote, lastReviewed, nextReview, publishedAt, updatedAt } = view;
  return {
    authors: inOrder(view.authors, people).map((person) => presentPerson(person, media)),
    reviewedBy: reviewer ? presentPerson(reviewer, media) : null,
    ...{ publishedAt, updatedAt, lastReviewed, nextReview, changeNote },
  };
}

export function presentPage(composing: Composing) {
  const { body, context, loaded } = composing;
  const { categories, facts, locale, media, view } = loaded;
  const category = categories.get(view.category ?? '');
  return {
    ...{ id: view.id, kind: view.kind, slug: view.slug, title: view.title, summary: view.summary },
    ...view.particular,
    ...addressOf(composing),
    locale,
    heroImage: presentMedia(media.get(view.heroImage ?? '')),
    category: category ? { id: category.id, slug: category.slug, title: category.title } : null,
    topics: facts.topics.map(presentTopic),
    ...reviewOf(composing),
    toc: tableOfContents(body),
    readingMinutes: minutesOf(renderText(body, context)),
    modules: outlineModules(body, view.kind),
    placed: presentPlaced(composing),
    links: presentLinks(composing),
  };
}

export type PresentedPage = ReturnType<typeof presentPage>;
