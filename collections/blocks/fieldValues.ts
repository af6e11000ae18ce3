// Reads loosely typed block fields (JSON from the database) without trusting their shape, and writes safe HTML.
import type { BlockFields } from './articleBlock.js';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Half characters (lone surrogates) cannot be written as UTF-8: they become U+FFFD, as does NUL. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}|\0/gu, '\ufffd');
}

/** Text that is safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return wellFormed(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** The field as text; anything else than text is the empty string. */
export function textOf(fields: BlockFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

/** The rows of an array field; what is no row is left out. */
export function rowsOf(fields: BlockFields, name: string): BlockFields[] {
  const value = fields[name];
  return Array.isArray(value) ? value.filter((row): row is BlockFields => isRecord(row)) : [];
}

/** True for a plain object: a row, a document or rich text. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The id of a relation, whether it came populated or not. */
export function idOf(value: unknown): string | undefined {
  const id = isRecord(value) ? value.id : value;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

/** The ids of several relations, in their order. */
export const idsOf = (values: readonly unknown[] | null | undefined): string[] =>
  (values ?? []).flatMap((value) => idOf(value) ?? []);

/** Joins the parts that say something, with an empty line between them. */
export function paragraphs(...parts: string[]): string {
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}

/** Plain text as a quotation: each line behind `>`. Not by `^` and `$` of regular expressions: those know U+2028, too. */
export const quotedText = (text: string): string => text.replace(/^|\n/g, '$&> ').replace(/ +(?=\n|$)/g, '');

/** Whether rich text holds more than empty paragraphs: any text, rule, block or value. */
export function saysSomething(richText: unknown): boolean {
  if (!isRecord(richText)) return false;
  const node = isRecord(richText.root) ? richText.root : richText;
  if (['block', 'inlineBlock', 'horizontalrule'].includes(String(node.type))) return true;
  if (typeof node.text === 'string') return node.text.trim() !== '';
  return Array.isArray(node.children) && node.children.some(saysSomething);
}
