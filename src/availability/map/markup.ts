/** Text and ids inside an SVG. */
import { escapeHtml } from '../../../collections/blocks/fieldValues.js';

const notXml = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text from a document, for an element or an attribute; characters that XML does not allow become U+FFFD. */
export const xml = (text: string): string => escapeHtml(text.replace(notXml, '\uFFFD'));

/** A short name that follows from the text (FNV-1a), for ids and class names: equal maps have equal names. */
export function nameFor(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return `fr-map-${hash.toString(36)}`;
}

/** Only what may stand in a class name, an id and a selector without being escaped. */
export const isName = (text: string): boolean => /^[A-Za-z][A-Za-z0-9_-]*$/.test(text);
