/** The shapes of what is said at /api/values-desk. Plain JSON. */
import type { Locale } from '../../collections/locales.js';

/** POST words: a value as it stands in its form, whole or not. */
export interface WordsBody {
  locale?: Locale;
  /** Its `blockType` and fields, as rich text holds them. */
  value: Record<string, unknown>;
}

/** What pages say there now, to a visitor from anywhere. */
export interface WordsAnswer {
  /** Null when there is nothing to say: pages leave it out. */
  words: string | null;
  /** The service's name; null when it is not public in this language, or none is chosen. */
  service: string | null;
}
