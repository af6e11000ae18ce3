/** FAQs and glossary terms that bodies place: their words are words of the page, for its formats and for the rules. */
import { type BodyReference, bodyReferences, idsNamed } from './bodyReferences.js';
import type { ContentView } from './contentView.js';
import type { Documents } from './documents.js';
import { isOnSite } from './onSite.js';
import { inOrder } from './sorting.js';

/** As blocks place them; what words only lead to is not read. */
const placedIds = ({ mentions }: ContentView, collection: string): string[] =>
  idsNamed(
    mentions.filter(({ how }: BodyReference) => how === 'placed'),
    collection,
  );

const byId = <T extends { id: string }>(docs: readonly T[]) => new Map(docs.map((doc) => [doc.id, doc]));

/** A page of a site; `siteId` is undefined where no site shows it. */
export interface PageOfSite {
  view: ContentView;
  siteId: string | undefined;
}

/**
 * The views with the FAQs and terms that their bodies place, as their sites show them, and with what the
 * answers of those FAQs refer to among the mentions. Two queries for all views; none for what nobody places.
 */
export async function withPlacedTexts(
  documents: Documents,
  pages: readonly PageOfSite[],
): Promise<ContentView[]> {
  const views = pages.map(({ view }) => view);
  const faqIds = [...new Set(views.flatMap((view) => placedIds(view, 'faqs')))];
  const termIds = views.flatMap((view) => placedIds(view, 'glossary-terms'));
  const [faqs, terms] = await Promise.all([
    faqIds.length > 0 ? documents.content('faqs', { ids: faqIds }) : [],
    documents.byIds('glossary-terms', termIds),
  ]);
  const known = byId(faqs);
  return pages.map(({ siteId, view }) => {
    const placed = inOrder(placedIds(view, 'faqs'), known);
    const shown = placed.filter((faq) => isOnSite(faq, siteId));
    return {
      ...view,
      faqs: shown,
      terms: inOrder(placedIds(view, 'glossary-terms'), terms),
      mentions: [...view.mentions, ...shown.flatMap(({ answer }) => bodyReferences(answer))],
    };
  });
}
