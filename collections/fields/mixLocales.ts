/** Puts a document together from two states of it, language by language. Works on documents with all their languages. */
import type { FlattenedField } from 'payload';

type Doc = Record<string, unknown>;

const isObject = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface LocaleMix {
  /** Where everything that has no language comes from, and the texts in `locale`. */
  base: Doc;
  /** Where the texts in all other languages come from; null: they are left out. */
  others: Doc | null;
  locale: string;
}

function mixTexts(base: unknown, others: unknown, locale: string): Doc {
  const kept = isObject(others) ? Object.entries(others).filter(([code]) => code !== locale) : [];
  const own = isObject(base) && locale in base ? [[locale, base[locale]] as const] : [];
  return Object.fromEntries([...kept, ...own]);
}

/** Rows are the same when their ids are, wherever they stand. */
function mixRows(base: unknown, others: unknown, locale: string, fieldsOf: (row: Doc) => FlattenedField[]): unknown {
  if (!Array.isArray(base)) return base;
  const rows = Array.isArray(others) ? (others as Doc[]) : [];
  return base.map((row: Doc) =>
    mixLocales(fieldsOf(row), { base: row, others: rows.find(({ id }) => id === row.id) ?? null, locale }),
  );
}

function mixField(field: FlattenedField, base: unknown, others: unknown, locale: string): unknown {
  if ('localized' in field && field.localized) return mixTexts(base, others, locale);
  if (field.type === 'array') return mixRows(base, others, locale, () => field.flattenedFields);
  if (field.type === 'blocks') {
    return mixRows(base, others, locale, ({ blockType }) => {
      const block = field.blocks.find(({ slug }) => slug === blockType);
      return block?.flattenedFields ?? [];
    });
  }
  if ((field.type === 'group' || field.type === 'tab') && isObject(base)) {
    return mixLocales(field.flattenedFields, { base, others: isObject(others) ? others : null, locale });
  }
  return base;
}

/** `base` with the texts of all languages but `locale` taken from `others`. */
export function mixLocales(fields: FlattenedField[], { base, locale, others }: LocaleMix): Doc {
  const mixed: Doc = { ...base };
  for (const field of fields) {
    if (field.name in base) mixed[field.name] = mixField(field, base[field.name], others?.[field.name], locale);
  }
  return mixed;
}
