/** XML as text: elements with attributes, everything escaped. Pure. */
import { wellFormed } from '../../../collections/blocks/fieldValues.js';

/** What has been written already. */
export interface Xml {
  readonly xml: string;
}

type Attributes = Record<string, string | null>;

/** Characters that no XML 1.0 document may hold, escaped or not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// a carriage return would be read as a line break
const escapeXml = (text: string): string =>
  wellFormed(text)
    .replace(notInXml, '\ufffd')
    .replace(/[&<>"]/g, (character) => escapes[character] ?? character)
    .replaceAll('\r', '&#13;');

// and in an attribute, a line break or a tab as a blank
const escapeAttribute = (text: string): string =>
  escapeXml(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escapeAttribute(value)}"`))
    .join('');

/** An element. Texts are escaped; null among the content is left out, and so are attributes that are null. */
export function element(name: string, attributes: Attributes, ...content: (Xml | string | null)[]): Xml {
  const inside = content
    .filter((part) => part !== null)
    .map((part) => (typeof part === 'string' ? escapeXml(part) : part.xml))
    .join('');
  const opening = `<${name}${attributesOf(attributes)}`;
  return { xml: inside === '' ? `${opening}/>` : `${opening}>${inside}</${name}>` };
}

/** A whole document in UTF-8. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
