// How a value looks: the marks that text has as bits, because Lexical keeps no format with anything but text.
import type { SelectField } from 'payload';
import type { BlockFields } from '../blocks/articleBlock.js';
import { FORMAT } from '../blocks/richTextNodes.js';

const MARKS = [
  ['bold', 'Bold', FORMAT.bold],
  ['italic', 'Italic', FORMAT.italic],
  ['strikethrough', 'Strikethrough', FORMAT.strikethrough],
] as const;

/** Made anew for each value: Payload writes into the fields that it is given. */
export const marksField = (): SelectField => ({
  name: 'marks',
  type: 'select',
  hasMany: true,
  label: 'Look',
  options: MARKS.map(([value, label]) => ({ value, label })),
  admin: { description: 'Leave empty for the look of plain text.' },
});

/** The bits of a text that looks alike. */
export function formatOfMarks({ marks }: BlockFields): number {
  if (!Array.isArray(marks)) return 0;
  return MARKS.reduce((bits, [name, , bit]) => (marks.includes(name) ? bits | bit : bits), 0);
}

/** The field's value for these bits; none when there is nothing to keep. */
export function marksOfFormat(format: number): { marks?: string[] } {
  const marks = MARKS.flatMap(([name, , bit]) => (format & bit ? [name] : []));
  return marks.length > 0 ? { marks } : {};
}
