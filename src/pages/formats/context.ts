// What the formats may ask for while they write: documents that may be shown, addresses, wordings. No I/O behind it.

import type { BlockRender } from '../../../collections/blocks/articleBlock.js';
import { idOf } from '../../../collections/blocks/fieldValues.js';
import type { Locale } from '../../../collections/locales.js';

export interface RenderContext {
  locale: Locale;
  /** A document that may be shown here, in this locale; undefined hides the block that places it. */
  document: (collection: string, id: string) => Record<string, unknown> | undefined;
  /** Where visitors read an article, FAQ or misconception; undefined leaves the words without a link. */
  href: (collection: string, id: string) => string | undefined;
  /** Where a service is offered, in the wording `format`; lines are parted by newlines. */
  availability: (serviceId: string, format: string) => string | undefined;
}

/** The part of the context that blocks see, for one format. */
export function blockRender(context: RenderContext, rich: (text: unknown) => string): BlockRender {
  return {
    locale: context.locale,
    rich,
    document: (collection, value) => withId(value, (id) => context.document(collection, id)),
    availability: (service, format) => withId(service, (id) => context.availability(id, format)),
  };
}

function withId<T>(value: unknown, use: (id: string) => T | undefined): T | undefined {
  const id = idOf(value);
  return id === undefined ? undefined : use(id);
}
