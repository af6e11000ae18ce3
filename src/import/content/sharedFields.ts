/** The parts of a document that have no language, told from those that have. */
import { isDeepStrictEqual } from 'node:util';
import type { FlattenedField } from 'payload';
import { isPlain, withoutNulls } from '../../../collections/hooks/withoutNulls.js';
import type { Fields } from '../files/checkFields.js';

const isLocalized = (field: FlattenedField | undefined) =>
  Boolean(field && 'localized' in field && field.localized);

function shared(given: Fields, fields: FlattenedField[]): [string, unknown, FlattenedField | undefined][] {
  return Object.entries(given).map(([name, value]) => [
    name,
    value,
    fields.find((field) => field.name === name),
  ]);
}

/** The names of shared fields for which the file gives something else than is stored. */
export function sharedParts(given: Fields, stored: Fields, fields: FlattenedField[]): string[] {
  return shared(given, fields).flatMap(([name, value, field]) => {
    if (field?.type === 'group')
      return groupParts(value, stored[name], field.flattenedFields).map((part) => `${name}.${part}`);
    const isSame = isDeepStrictEqual(withoutNulls(value), withoutNulls(stored[name]));
    return isLocalized(field) || isSame ? [] : [name];
  });
}

function groupParts(given: unknown, stored: unknown, fields: FlattenedField[]): string[] {
  return isPlain(given) ? sharedParts(given, isPlain(stored) ? stored : {}, fields) : [];
}

/** Without the shared fields. */
export function withoutShared(given: Fields, stored: Fields, fields: FlattenedField[]): Fields {
  const own = shared(given, fields).flatMap(([name, value, field]): [string, unknown][] => {
    if (isLocalized(field)) return [[name, value]];
    if (field?.type !== 'group' || !isPlain(value)) return [];
    const before = isPlain(stored[name]) ? stored[name] : {};
    return [[name, { ...before, ...withoutShared(value, before, field.flattenedFields) }]];
  });
  return Object.fromEntries(own);
}

/** Groups with what is stored of them where the file says nothing. */
export function overStored(given: Fields, stored: Fields, fields: FlattenedField[]): Fields {
  const whole = shared(given, fields).map(([name, value, field]): [string, unknown] => {
    const before = stored[name];
    return [
      name,
      field?.type === 'group' && isPlain(value) && isPlain(before) ? { ...before, ...value } : value,
    ];
  });
  return Object.fromEntries(whole);
}
