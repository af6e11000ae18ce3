// What every part of the Markdown writer shares.

import { idOf, isRecord } from '../../../collections/blocks/fieldValues.js';
import type { Locale } from '../../../collections/locales.js';
import { MarkdownError } from './MarkdownError.js';
import type { Resolved } from './references.js';

export interface Writer {
  locale: Locale;
  /** The slug of a related document; refuses one that is not there. */
  slugOf: (collection: string, value: unknown) => string;
}

/** A writer that knows the slugs of all related documents. */
export function createWriter(locale: Locale, resolved: Resolved): Writer {
  return {
    locale,
    slugOf: (collection, value) => {
      const id = idOf(value);
      if (id === undefined) throw new MarkdownError(`a reference to ${collection} is empty`);
      const slug = resolved(collection, id) ?? (isRecord(value) ? value.slug : undefined);
      if (typeof slug === 'string' && slug !== '') return slug;
      throw new MarkdownError(`a reference leads to a document in ${collection} that is not there (${id})`);
    },
  };
}
