/** Schemas of answers, written with Zod and held to the code by the compiler. */
import { z } from 'zod';

/** Schemas that the document names; the others stand where they are used. */
export const namedSchemas = z.registry<{ id: string; description: string }>();

/** A type as JSON carries it. */
type AsJson<T> = T extends readonly (infer Each)[]
  ? AsJson<Each>[]
  : T extends object
    ? { -readonly [Key in keyof T]: AsJson<T[Key]> }
    : T;

/** Whatever the type allows fits the schema, and both have the same fields. */
type Fits<T, Said> = [AsJson<T>] extends [Said]
  ? [keyof Said] extends [keyof T]
    ? [keyof T] extends [keyof Said]
      ? unknown
      : never
    : never
  : never;

/** Gives the schema a name in the document. */
export function names<S extends z.ZodType>(id: string, description: string, schema: S): S {
  namedSchemas.add(schema, { id, description });
  return schema;
}

/** The same. Compiles only while the schema and the type say the same. */
export const describes =
  <T>() =>
  <S extends z.ZodType>(id: string, description: string, schema: S & Fits<T, z.output<S>>): S =>
    names<S>(id, description, schema);

export const text = z.string();
export const textOrNull = text.nullable();
export const whole = z.number().meta({ type: 'integer' });
export const wholeOrNull = whole.nullable();
export const moment = text.meta({ format: 'date-time' });
export const momentOrNull = moment.nullable();
export const id = text.meta({ format: 'uuid' });
export const address = text.meta({ format: 'uri-reference' });
