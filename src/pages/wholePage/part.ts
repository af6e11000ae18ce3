/** What a whole page is made of, in reading order and in no format yet. */
import { wellFormed } from '../../../collections/blocks/fieldValues.js';
import { safeUrl } from '../../../collections/blocks/safeUrl.js';
import type { AnsweredDisclaimer } from '../parts/presentDisclaimer.js';

/** Some words of a line. Line breaks in `text` stay. */
export interface Run {
  text: string;
  /** Where the words lead; an address that may not be followed leaves the words. */
  href?: string;
  /** ISO 8601: the moment that the words say. */
  moment?: string;
}

/** Names become class names: `fr-page-…` (class-names.md). */
export type Part =
  | { is: 'heading'; level: 1 | 2; words: Run[] }
  | { is: 'paragraph'; name: string; words: Run[] }
  | { is: 'list'; name: string; isOrdered: boolean; items: Run[][] }
  | { is: 'image'; id: string; alt: string; url: string }
  | { is: 'disclaimer'; disclaimer: AnsweredDisclaimer }
  | { is: 'section'; name: string; parts: Part[] }
  /** Rich text that stands beside the body. */
  | { is: 'rich'; richText: unknown }
  | { is: 'body' };

/** A line of words that leads nowhere. */
export const plain = (text: string): Run[] => [{ text }];

/** Characters that no address may hold as they are, and that formats take for marks of their own. */
const unfit = /[<>"'`{}|^[\]]/g;
const percent = (character: string) =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** Where the words lead, as it may stand in any format; undefined when the address may not be followed. */
export const addressOf = ({ href }: Run): string | undefined =>
  href === undefined ? undefined : safeUrl(wellFormed(href))?.replace(unfit, percent);
