/** The documents of every public collection as schemas, made from the allow-list and the collections' own fields. */
import { configToJSONSchema, type SanitizedConfig } from 'payload';
import { locales } from '../../../collections/locales.js';
import { allowList, type PublicSlug } from '../allowList.js';
import { type Json, ref } from './json.js';
import { fieldsName, publicShape } from './storedShapes.js';

/** The component of a document as it is answered, and of a list of them. */
export const documentName = (slug: PublicSlug) => allowList[slug].names.singular;
export const listName = (slug: PublicSlug) => `${documentName(slug)}List`;

type Definitions = Record<string, Json>;

const orNull = (shape: Json): Json => {
  if (typeof shape.type === 'string') {
    const values = Array.isArray(shape.enum) ? { enum: [...shape.enum, null] } : {};
    return { ...shape, type: [shape.type, 'null'], ...values };
  }
  return shape;
};

/** Every field may be left out (`select`), and is null where the language asked for has no value. */
function fieldShapes(config: SanitizedConfig, slug: PublicSlug, stored: Json): Json {
  const fields = config.collections.find((each) => each.slug === slug)?.flattenedFields ?? [];
  const dates = new Set(fields.filter(({ type }) => type === 'date').map(({ name }) => name));
  const properties = stored.properties as Definitions;
  const shapes = allowList[slug].fields.map((name) => {
    const shape = orNull(publicShape(properties[name] ?? {}));
    return [name, dates.has(name) || name === 'updatedAt' ? { ...shape, format: 'date-time' } : shape];
  });
  return Object.fromEntries(shapes);
}

/** What an answer adds to the stored fields. */
const answered = (slug: PublicSlug): Json => ({
  type: 'object',
  required: ['locale', 'href'],
  properties: {
    locale: { type: 'string', enum: [...locales], description: 'The language of its texts.' },
    href: {
      type: 'string',
      format: 'uri-reference',
      description: allowList[slug].page ? 'Its page in this API.' : 'Its own address in this API.',
    },
    ...(allowList[slug].page
      ? {
          disclaimers: {
            type: 'array',
            items: ref('schemas', 'AttachedDisclaimer'),
            description: 'There whenever the body is: show them with it.',
          },
        }
      : {}),
  },
});

function schemasOf(config: SanitizedConfig, slug: PublicSlug, stored: Json): Definitions {
  const properties = { id: { type: 'string', format: 'uuid' }, ...fieldShapes(config, slug, stored) };
  return {
    [fieldsName(slug)]: { type: 'object', required: ['id'], properties },
    [documentName(slug)]: { allOf: [ref('schemas', fieldsName(slug)), answered(slug)] },
    [listName(slug)]: {
      allOf: [
        ref('schemas', 'ListCounts'),
        {
          type: 'object',
          required: ['docs'],
          properties: { docs: { type: 'array', items: ref('schemas', documentName(slug)) } },
        },
      ],
    },
  };
}

const richText: Json = {
  type: 'object',
  description: 'Rich text as Lexical keeps it. Pages have it as HTML, Markdown and text, too.',
  required: ['root'],
  properties: {
    root: {
      type: 'object',
      required: ['type', 'children'],
      properties: {
        type: { type: 'string' },
        children: { type: 'array', items: ref('schemas', 'RichTextNode') },
      },
      additionalProperties: true,
    },
  },
};

const richTextNode = (blocks: string[]): Json => ({
  type: 'object',
  description: 'A paragraph, heading, list … A node of type `block` holds one of our blocks in `fields`.',
  required: ['type'],
  properties: {
    type: { type: 'string' },
    version: { type: 'integer' },
    children: { type: 'array', items: ref('schemas', 'RichTextNode') },
    fields: { anyOf: [...blocks.map((name) => ref('schemas', name)), { type: 'object' }] },
  },
  // every kind of node has some of its own
  additionalProperties: true,
});

/** The components `Article`, `ArticleFields`, `ArticleList` …, of every block, and of rich text. */
export function collectionSchemas(config: SanitizedConfig): Definitions {
  const definitions = configToJSONSchema(config, 'text').definitions as Definitions;
  const blocks = Object.keys(definitions).filter((name) => name.endsWith('Block'));
  const slugs = Object.keys(allowList) as PublicSlug[];
  return {
    ...Object.assign({}, ...slugs.map((slug) => schemasOf(config, slug, definitions[slug] as Json))),
    RichText: richText,
    RichTextNode: richTextNode(blocks),
    ...Object.fromEntries(blocks.map((name) => [name, publicShape(definitions[name] as Json)])),
  };
}
