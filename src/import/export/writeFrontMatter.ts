/** Front matter as text: keys in the given order, prose in double quotes, lists of slugs on one line. */
import { Document, isCollection, isScalar, Scalar, visit } from 'yaml';

const prose = new Set(['title', 'question', 'myth', 'summary', 'fact', 'changeNote', 'description', 'group']);

/** The lines between the fences, with them. Undefined values are left out. */
export function writeFrontMatter(values: Record<string, unknown>): string {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const document = new Document(given);
  visit(document, {
    Pair: (_key, { key, value }) => {
      const name = isScalar(key) ? String(key.value) : '';
      if (isScalar(value) && typeof value.value === 'string' && prose.has(name))
        value.type = Scalar.QUOTE_DOUBLE;
    },
    Seq: (_key, list) => {
      if (isCollection(list)) list.flow = true;
    },
  });
  const yaml = document.toString({
    doubleQuotedMinMultiLineLength: 1_000_000,
    flowCollectionPadding: false,
    lineWidth: 0,
  });
  return `---\n${yaml}---\n`;
}
