// What the formats may ask for while they write: documents that may be shown, addresses, wordings. No I/O behind it.

import type { BlockRender } from '../../../collections/blocks/articleBlock.js';
import { idOf } from '../../../collections/blocks/fieldValues.js';
import type { Locale } from '../../../collections/locales.js';
import type { ValueRender } from '../../../collections/values/inlineValue.js';
import { sentenceWords } from '../../availability/sentenceWords.js';

export interface RenderContext {
  locale: Locale;
  /** A document that may be shown here, in this locale; undefined hides the block that places it. */
  document: (collection: string, id: string) => Record<string, unknown> | undefined;
  /** Where visitors read an article, FAQ or misconception; undefined leaves the words without a link. */
  href: (collection: string, id: string) => string | undefined;
  /** Where a service is offered, in the wording `format`; lines are parted by newlines. */
  availability: (serviceId: string, format: string) => string | undefined;
  /** What a service costs, in one of the wordings of `collections/values/price.ts`. */
  price: (serviceId: string, wording: string) => string | undefined;
  /** How many states, counties or services; see `collections/values/count.ts`. */
  count: (counted: CountedOf) => string | undefined;
}

export interface CountedOf {
  of: string;
  serviceId: string;
  /** A USPS abbreviation. */
  state: string | undefined;
  wording: string;
}

/** The part of the context that blocks see, for one format. `level` is that of titles in the block, and of headings in texts that stand below no title of it. */
export function blockRender(
  context: RenderContext,
  rich: (text: unknown, level: number) => string,
  level = 2,
): BlockRender {
  return {
    locale: context.locale,
    level,
    rich: (text) => rich(text, level),
    below: (text) => rich(text, level + 1),
    document: (collection, value) => withId(value, (id) => context.document(collection, id)),
    availability: (service, format) => withId(service, (id) => context.availability(id, format)),
  };
}

/** The part of the context that values see: the same in every format. */
export function valueRender(context: RenderContext): ValueRender {
  return {
    price: (service, wording) => withId(service, (id) => context.price(id, wording)),
    availability: (service, wording) => withId(service, (id) => availabilityOf(context, id, wording)),
    count: ({ service, ...counted }) =>
      withId(service, (serviceId) => context.count({ ...counted, serviceId })),
  };
}

/** A block may leave out that a service is offered nowhere; a sentence has to say it. */
function availabilityOf(context: RenderContext, id: string, wording: string): string | undefined {
  const isShown = context.document('services', id) !== undefined;
  return context.availability(id, wording) ?? (isShown ? sentenceWords[context.locale].nowhere : undefined);
}

function withId<T>(value: unknown, use: (id: string) => T | undefined): T | undefined {
  const id = idOf(value);
  return id === undefined ? undefined : use(id);
}
