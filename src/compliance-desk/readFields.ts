/** Reads the fields of a body, and says where what is wrong stands. */
import { AppError } from '../errors.js';

/** An object of the body, and where it stands there. */
export interface Part {
  fields: Record<string, unknown>;
  /** Such as `rules.0`; empty for the body itself. */
  path: string;
}

/** The name of a field as errors give it. */
export const pathIn = ({ path }: Part, name: string): string => [path, name].filter(Boolean).join('.');

/** A 400 that names the field. */
export function refused(path: string, message: string): AppError {
  return new AppError('validation_failed', 400, message, path);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One of `allowed`. */
export function wordIn<T extends string>(part: Part, name: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === part.fields[name]);
  if (found === undefined) throw refused(pathIn(part, name), `${name} is one of ${allowed.join(', ')}.`);
  return found;
}

/** A text; empty when it is missing. */
export function textIn(part: Part, name: string): string {
  const value = part.fields[name] ?? '';
  if (typeof value !== 'string') throw refused(pathIn(part, name), `${name} is a text.`);
  return value;
}

/** A moment, in UTC; null when it is missing. */
export function momentIn(part: Part, name: string): string | null {
  const value = part.fields[name] ?? '';
  if (value === '') return null;
  const moment = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(moment)) throw refused(pathIn(part, name), `${name} is a moment in ISO 8601.`);
  return new Date(moment).toISOString();
}

/** An id, given as itself or with the document; null when it is missing. */
export function idIn(part: Part, name: string): string | null {
  const value = part.fields[name] ?? null;
  const id = isObject(value) ? value.id : value;
  if (id === null || id === '') return null;
  if (typeof id !== 'string') throw refused(pathIn(part, name), `${name} is an id.`);
  return id;
}

/** A list of objects; empty when it is missing. */
export function partsIn(part: Part, name: string, most: number): Part[] {
  const value = part.fields[name] ?? [];
  const path = pathIn(part, name);
  if (!Array.isArray(value)) throw refused(path, `${name} is a list.`);
  if (value.length > most) throw refused(path, `${name} has at most ${most} rows here.`);
  return value.map((fields, index) => {
    const at = `${path}.${index}`;
    if (!isObject(fields)) throw refused(at, 'This is an object.');
    return { fields, path: at };
  });
}

/** An object; empty when it is missing. */
export function partIn(part: Part, name: string): Part {
  const fields = part.fields[name] ?? {};
  if (!isObject(fields)) throw refused(pathIn(part, name), `${name} is an object.`);
  return { fields, path: pathIn(part, name) };
}

/** A list of ids, given as themselves or with their documents. */
export function idsIn(part: Part, name: string): string[] {
  const value = part.fields[name] ?? [];
  if (!Array.isArray(value)) throw refused(pathIn(part, name), `${name} is a list of ids.`);
  return value.flatMap((id) => idIn({ fields: { id }, path: pathIn(part, name) }, 'id') ?? []);
}
