/** What the body places and leads to, for sites that show its blocks themselves: the blocks hold ids only. Pure. */
import { wellFormed } from '../../../collections/blocks/fieldValues.js';
import type { Faq, GlossaryTerm, Media, Source } from '../../payload-types.js';
import type { BodyReference } from '../bodyReferences.js';
import type { Composing } from '../composing.js';
import type { LocalizedDisclaimer } from '../documents.js';
import type { RenderContext } from '../formats/context.js';
import { shownText } from '../renderContext.js';
import { inKeyOrder } from '../revision.js';
import { presentMedia } from './presentMedia.js';
import { presentSource } from './presentSource.js';

type Present = (doc: never, context: RenderContext) => object | null;

/** By collection. Calls to action, services and notices stand in the answer already. */
const presenters: Readonly<Record<string, Present>> = {
  disclaimers: ({ clauses, locale, title }: LocalizedDisclaimer) => ({
    ...{ title, locale },
    clauses: clauses.map(({ key, text }) => ({ key, text: wellFormed(text) })),
  }),
  faqs: ({ answer, question }: Faq, context) => ({
    question,
    answer: inKeyOrder(shownText(answer, context)),
  }),
  'glossary-terms': ({ abbreviation, definition, expansion, term }: GlossaryTerm) => ({
    ...{ term, abbreviation: abbreviation ?? null },
    ...{ expansion: expansion ?? null, definition },
  }),
  media: (doc: Media) => presentMedia(doc),
  sources: (doc: Source) => presentSource(doc),
};

/** A document with what is public of it; an FAQ's `answer` is rich text as in the blocks. */
export interface PlacedDocument {
  collection: string;
  id: string;
  slug: string;
  [field: string]: unknown;
}

/** Where words of the body lead: the path on the page's own site. */
export interface BodyLink {
  collection: string;
  id: string;
  path: string;
}

/** Each once, in reading order. */
function uniqueMentions({ loaded: { view } }: Composing, how: BodyReference['how']): BodyReference[] {
  const meant = view.mentions.filter((mention) => mention.how === how);
  return [...new Map(meant.map((mention) => [`${mention.collection} ${mention.id}`, mention])).values()];
}

export function presentPlaced(composing: Composing): PlacedDocument[] {
  const { context, loaded } = composing;
  return uniqueMentions(composing, 'placed').flatMap(({ collection, id }) => {
    // formats are given images as they are shown; here they are wanted as they are stored
    const doc = collection === 'media' ? loaded.media.get(id) : context.document(collection, id);
    const present = Object.hasOwn(presenters, collection) ? presenters[collection] : undefined;
    if (!doc || !present) return [];
    return { collection, id, slug: String(doc.slug), ...present(doc as never, context) };
  });
}

export function presentLinks(composing: Composing): BodyLink[] {
  return uniqueMentions(composing, 'linked').flatMap(({ collection, id }) => {
    const path = composing.context.href(collection, id);
    return path === undefined ? [] : { collection, id, path };
  });
}
