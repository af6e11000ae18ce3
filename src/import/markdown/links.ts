// How links to documents of our own look in Markdown (`articles:slug`), and which addresses may stand in a link.
import { isRecord, wellFormed } from '../../../collections/blocks/fieldValues.js';
import { LINK_RULE, safeUrl } from '../../../collections/blocks/safeUrl.js';
import { MarkdownError } from './MarkdownError.js';
import type { DocumentName } from './references.js';

const LINKED_COLLECTIONS = ['articles', 'faqs', 'misconceptions'];

/** The document that an address such as `articles:first-session` names; undefined for other addresses. */
export function documentOfUrl(url: string): DocumentName | undefined {
  const [collection = '', ...slug] = url.split(':');
  return LINKED_COLLECTIONS.includes(collection) ? { collection, slug: slug.join(':') } : undefined;
}

/** The address to store. Spaces and the like are percent-encoded, as browsers would; unsafe schemes are refused. */
export function storedUrl(url: string, line: number | undefined): string {
  const encoded = wellFormed(url).replace(/[\s\\\p{Cc}\p{Cf}]/gu, encodeURIComponent);
  if (encoded === '') throw new MarkdownError('a link needs an address', line);
  const safe = safeUrl(encoded);
  if (safe === undefined) throw new MarkdownError(`the link to "${url}" is refused. ${LINK_RULE}`, line);
  return safe;
}

/** The document behind an internal link of Lexical's, with its id; undefined for a link to an address. */
export function linkedDocument(fields: unknown): { collection: string; value: unknown } | undefined {
  if (!isRecord(fields) || fields.linkType !== 'internal' || !isRecord(fields.doc)) return undefined;
  return { collection: String(fields.doc.relationTo), value: fields.doc.value };
}
