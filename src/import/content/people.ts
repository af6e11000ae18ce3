/** A person as files name them: “Dr. Ida Lund”, “Ida Lund, LMFT”. */
import type { Where } from 'payload';

export interface PersonName {
  honorific?: string;
  name: string;
  credentials?: string;
}

const form = /^(?:((?:Dr|Prof|Mr|Mrs|Ms|Mx|Dra|Sr|Sra)\.?)\s+)?([^,]+?)(?:\s*,\s*(.+))?$/;

/** The parts of a name. */
export function personName(text: string): PersonName {
  const [, honorific, name = text, credentials] = form.exec(text.trim()) ?? [];
  return { name: name.trim(), ...(honorific ? { honorific } : {}), ...(credentials ? { credentials } : {}) };
}

/** Who may be meant, the most exact first. */
export function personWhere(text: string): Where[] {
  const { name, ...titles } = personName(text);
  const exact = Object.entries(titles).map(([field, value]) => ({ [field]: { equals: value } }));
  const called: Where = { name: { equals: name } };
  return exact.length > 0 ? [{ and: [called, ...exact] }, called] : [called];
}

/** A person's name as a file has it. */
export function writtenName({ credentials, honorific, name }: Record<string, unknown>): string {
  return [[honorific, name].filter(Boolean).join(' '), credentials].filter(Boolean).join(', ');
}
