/** Front matter held against the fields of the model: which keys there are, and what may stand in them. */
import type { FlattenedField } from 'payload';
import { z } from 'zod';
import { slugProblem } from '../../../collections/fields/slugField.js';
import { atLine } from '../ImportProblem.js';
import type { FrontMatter } from './frontMatter.js';
import { isMoment } from './moments.js';

export type Fields = Record<string, unknown>;

export interface CheckedFields {
  fields: Fields;
  /** Keys that the model does not have. */
  unknown: string[];
  problems: string[];
}

/** What the system keeps by itself, and what stands below the front matter. */
const notForEditors = new Set(['id', 'createdAt', 'updatedAt', 'deletedAt', '_status', 'live']);

/** True for fields that front matter may set. */
export function isSettable(field: FlattenedField): boolean {
  return !notForEditors.has(field.name) && field.type !== 'richText' && schemaOf(field) !== undefined;
}

const word = z.string('write it as text, in quotes when it looks like a number').min(1, 'it is empty');
const words = (most: number | undefined) =>
  z
    .string('write it as text, in quotes when it looks like a number')
    .max(most ?? 100_000, `it has more than ${most} characters`);
const listOf = (one: z.ZodType) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(one));

/** A file beside this one needs its alternative text; an image that is stored already is named by its slug. */
const image = z.union(
  [word, z.strictObject({ file: word, alt: word, caption: word.optional(), credit: word.optional() })],
  {
    error: 'write the slug of an image, or `{ file: …, alt: … }`',
  },
);

const moment = z
  .string('write a day such as 2026-03-10, or a time such as 2026-03-10T09:00')
  .refine(isMoment, 'write a day such as 2026-03-10, or a time such as 2026-03-10T09:00');

function number({ max, min }: { max?: number; min?: number }): z.ZodType {
  return z
    .number('write a number')
    .min(min ?? -Number.MAX_VALUE)
    .max(max ?? Number.MAX_VALUE);
}

function schemaOf(field: FlattenedField): z.ZodType | undefined {
  switch (field.type) {
    case 'text':
      return field.name === 'slug' ? slug : words(field.maxLength);
    case 'textarea':
      return words(field.maxLength);
    case 'number':
      return number(field);
    case 'checkbox':
      return z.boolean('write true or false');
    case 'date':
      return moment;
    case 'upload':
      return image;
    case 'relationship':
      return field.hasMany ? listOf(word) : word;
    case 'group':
      return z.looseObject(
        shapeOf(field.flattenedFields),
        'write its parts below it, each on a line of its own',
      );
    default:
      return undefined;
  }
}

const slug = z.unknown().transform((value, context) => {
  const problem = slugProblem(value);
  if (problem) context.addIssue(problem);
  return value as string;
});

/** Empty values are taken: they empty the field. */
function shapeOf(fields: FlattenedField[]): Record<string, z.ZodType> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const schema = isSettable(field) ? schemaOf(field) : undefined;
      return schema ? [[field.name, schema.nullable().optional()]] : [];
    }),
  );
}

function unknownIn(values: Fields, fields: FlattenedField[], path: string[]): string[][] {
  return Object.entries(values).flatMap(([key, value]) => {
    const field = fields.find(({ name }) => name === key);
    if (!field || !isSettable(field)) return [[...path, key]];
    const isFilledGroup = field.type === 'group' && typeof value === 'object' && value !== null;
    return isFilledGroup ? unknownIn(value as Fields, field.flattenedFields, [...path, key]) : [];
  });
}

/** Checks `values` against the fields of a collection; each finding names key and line. */
export function checkFields(
  values: Fields,
  fields: FlattenedField[],
  lineOf: FrontMatter['lineOf'],
): CheckedFields {
  const unknown = unknownIn(values, fields, []);
  const parsed = z.looseObject(shapeOf(fields)).safeParse(values);
  const known = (key: string) => !unknown.some((path) => path.length === 1 && path[0] === key);
  const checked = parsed.success ? parsed.data : {};
  return {
    fields: Object.fromEntries(Object.entries(checked).filter(([key]) => known(key))),
    unknown: unknown.map((path) => atLine(lineOf(path), `“${path.join('.')}”`)),
    problems: parsed.success
      ? []
      : parsed.error.issues.map(({ message, path }) => atLine(lineOf(path), `${path.join('.')}: ${message}`)),
  };
}
