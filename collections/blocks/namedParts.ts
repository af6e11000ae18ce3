// Blocks of a few parts with fixed names ("May help if", "Not for"): read, written and shown in one way.
import type { Field, RichTextField } from 'payload';
import { richText as validateRichText } from 'payload/shared';
import type { Locale } from '../locales.js';
import type { BlockEditors, BlockFields, BlockMarkdown, BlockRender, BlockSource } from './articleBlock.js';
import { isRecord, paragraphs, saysSomething } from './fieldValues.js';
import { titleHtml } from './titleHtml.js';

export interface NamedPart {
  field: string;
  /** The class of the part in HTML. */
  class: string;
  /** Its heading, in Markdown as on pages. */
  words: Readonly<Record<Locale, string>>;
  description: string;
}

export interface NamedParts {
  parts: readonly NamedPart[];
  /** At least one of these parts says something. */
  needed: readonly string[];
  /** What is said when none of them does. */
  missing: string;
}

/** The parts that are filled in, in reading order. */
function filled({ parts }: NamedParts, fields: BlockFields) {
  return parts.flatMap((part) => {
    const body = fields[part.field];
    return isRecord(body) && saysSomething(body) ? [{ part, body }] : [];
  });
}

/** Payload's own check of rich text comes first: a field with `validate` would lose it otherwise. */
function saysOne({ missing, needed }: NamedParts): RichTextField['validate'] {
  return async (value, options) => {
    const checked = await validateRichText(value, options);
    if (checked !== true) return checked;
    const siblings = options.siblingData as BlockFields;
    return saysSomething(value) || needed.some((name) => saysSomething(siblings[name])) || missing;
  };
}

/** One rich text per part; the first of those needed is told when all are empty. */
export function partFields(named: NamedParts, { item }: BlockEditors): Field[] {
  return named.parts.map(
    ({ description, field, words }): RichTextField => ({
      name: field,
      type: 'richText',
      label: words.en,
      editor: item(),
      ...(field === named.needed[0] ? { validate: saysOne(named) } : {}),
      admin: { description },
    }),
  );
}

function partNamed({ parts }: NamedParts, heading: string, locale: Locale): NamedPart | undefined {
  return parts.find(({ words }) => words[locale].toLowerCase() === heading.trim().toLowerCase());
}

/** Reads the sections by their headings; refuses unknown, empty and repeated ones, and a block without what it needs. */
export function readParts(named: NamedParts, source: BlockSource, blockWords: string): BlockFields {
  const fields: BlockFields = {};
  const known = named.parts.map(({ words }) => `### ${words[source.locale]}`).join(', ');
  for (const { heading, body, line } of source.sections()) {
    const part = partNamed(named, heading, source.locale);
    if (!part) return source.fail(`"${heading}" is no part of ${blockWords}; use ${known}`, line);
    if (!body) source.fail(`nothing stands below "${heading}"`, line);
    if (fields[part.field]) source.fail(`"${heading}" stands twice`, line);
    fields[part.field] = body;
  }
  return fields;
}

/** The filled parts as sections. */
export function writeParts(named: NamedParts, fields: BlockFields, locale: Locale): BlockMarkdown {
  return { sections: filled(named, fields).map(({ body, part }) => ({ heading: part.words[locale], body })) };
}

/** The filled parts with their headings, which carry the class `titleClass`. */
export function partsHtml(named: NamedParts, titleClass: string, fields: BlockFields, render: BlockRender) {
  return filled(named, fields)
    .map(
      ({ body, part }) =>
        `<div class="${part.class}">${titleHtml(titleClass, part.words[render.locale], render)}` +
        `${render.below(body)}</div>`,
    )
    .join('');
}

/** The filled parts as lines, each below its heading. */
export function partsText(named: NamedParts, fields: BlockFields, render: BlockRender): string {
  return paragraphs(
    ...filled(named, fields).map(({ body, part }) =>
      paragraphs(part.words[render.locale], render.rich(body)),
    ),
  );
}
