/** Puts a document together from two states of it, language by language. Works on documents with all their languages. */
import type { FlattenedField } from 'payload';

type Doc = Record<string, unknown>;
/** The texts of one field by language, from those in the one and in the other state. */
type Pick = (base: unknown, others: unknown) => Doc;

const isObject = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const butFor = (texts: unknown, locale: string): Doc =>
  Object.fromEntries(Object.entries(isObject(texts) ? texts : {}).filter(([code]) => code !== locale));

/** Rows are the same when their ids are, wherever they stand. */
function mixRows(
  base: unknown,
  others: unknown,
  pick: Pick,
  fieldsOf: (row: Doc) => FlattenedField[],
): unknown {
  if (!Array.isArray(base)) return base;
  const rows = Array.isArray(others) ? (others as Doc[]) : [];
  return base.map((row: Doc) => mix(fieldsOf(row), row, rows.find(({ id }) => id === row.id) ?? null, pick));
}

function mixField(field: FlattenedField, base: unknown, others: unknown, pick: Pick): unknown {
  if ('localized' in field && field.localized) return pick(base, others);
  if (field.type === 'array') return mixRows(base, others, pick, () => field.flattenedFields);
  if (field.type === 'blocks') {
    return mixRows(base, others, pick, ({ blockType }) => {
      const block = field.blocks.find(({ slug }) => slug === blockType);
      return block?.flattenedFields ?? [];
    });
  }
  if ((field.type === 'group' || field.type === 'tab') && isObject(base)) {
    return mix(field.flattenedFields, base, isObject(others) ? others : null, pick);
  }
  return base;
}

function mix(fields: FlattenedField[], base: Doc, others: Doc | null, pick: Pick): Doc {
  const mixed: Doc = { ...base };
  for (const field of fields) {
    if (field.name in base) mixed[field.name] = mixField(field, base[field.name], others?.[field.name], pick);
  }
  return mixed;
}

export interface LocaleMix {
  /** Where everything that has no language comes from, and the texts in `locale`. */
  base: Doc;
  /** Where the texts in all other languages come from; null: they are left out. */
  others: Doc | null;
  locale: string;
}

/** `base` with the texts of all languages but `locale` taken from `others`. */
export function mixLocales(fields: FlattenedField[], { base, locale, others }: LocaleMix): Doc {
  const own = (texts: unknown) => (isObject(texts) && locale in texts ? { [locale]: texts[locale] } : {});
  return mix(fields, base, others, (ours, theirs) => ({ ...butFor(theirs, locale), ...own(ours) }));
}

/** The document without its texts in one language. */
export function withoutLocale(fields: FlattenedField[], doc: Doc, locale: string): Doc {
  return mix(fields, doc, null, (texts) => butFor(texts, locale));
}
