/** Stored fields as schemas: Payload's own, with the references that strangers can follow and none of the editors' hints. */
import { allowList, type PublicSlug } from '../allowList.js';
import { isObject, type Json, ref } from './json.js';

/** The component with a collection's public fields. */
export const fieldsName = (slug: PublicSlug) => `${allowList[slug].names.singular}Fields`;

const isPublic = (name: string): name is PublicSlug => Object.hasOwn(allowList, name);

/** Descriptions are written for the people who fill the fields in; these sentences tell them what to do. */
const hint = /^(Leave|Empty|Tick|Untick|Ask|Write|Set by|Drag|Choose|Keep|Put|Use|Paste|One a line)\b/;

function forReaders(description: unknown): Json {
  const sentences = typeof description === 'string' ? description.split(/(?<=\.)\s+/) : [];
  const kept = sentences.filter((each) => !hint.test(each)).join(' ');
  return kept ? { description: kept } : {};
}

const isRichText = ({ properties }: Json) =>
  isObject(properties) && isObject(properties.root) && isObject((properties.root as Json).properties);

/** Undefined for what strangers cannot follow: then only the id is there. */
function reference(target: string): Json | undefined {
  const name = target.split('/').pop() ?? '';
  if (isPublic(name)) return ref('schemas', fieldsName(name));
  return name.endsWith('Block') ? ref('schemas', name) : undefined;
}

function choices(list: unknown[]): Json[] {
  return list.flatMap((each): Json[] => {
    if (isObject(each) && typeof each.$ref === 'string') {
      const found = reference(each.$ref);
      return found ? [found] : [];
    }
    return isObject(each) ? [publicShape(each)] : [];
  });
}

/** What may be empty may be null, whatever its list of values says. */
const values = ({ enum: list, type }: Json): Json =>
  Array.isArray(list) && Array.isArray(type) && type.includes('null') && !list.includes(null)
    ? { enum: [...list, null] }
    : {};

function inside(shape: Json): Json {
  const { additionalProperties: _open, tsType: _type, description: _hint, title: _title, ...rest } = shape;
  const properties = isObject(rest.properties)
    ? Object.entries(rest.properties).map(([name, each]) => [name, publicShape(each as Json)])
    : [];
  return {
    ...rest,
    ...values(shape),
    ...(isObject(rest.items) ? { items: publicShape(rest.items) } : {}),
    ...(Array.isArray(rest.oneOf) ? { oneOf: choices(rest.oneOf) } : {}),
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
  };
}

/** One stored field as a reader meets it. */
export function publicShape(shape: Json): Json {
  if (typeof shape.$ref === 'string') return reference(shape.$ref) ?? { type: 'string' };
  const isOptional = Array.isArray(shape.type) && shape.type.includes('null');
  if (isRichText(shape)) {
    const richText = ref('schemas', 'RichText');
    return {
      ...forReaders(shape.description),
      ...(isOptional ? { anyOf: [richText, { type: 'null' }] } : richText),
    };
  }
  return { ...forReaders(shape.description), ...inside(shape) };
}
