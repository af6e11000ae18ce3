/** Puts the files of a run in an order in which each comes after those that it refers to, as far as that can be. */

import { defaultLocale } from '../../../collections/locales.js';
import { givingWay } from '../../giveWay.js';
import type { ParsedFile } from '../files/parseFile.js';
import { slugsIn } from '../markdown/references.js';
import { parseMarkdown } from '../markdown/syntax.js';

const keyOf = ({ kind, slug }: ParsedFile) => `${kind.collection}:${slug}`;

/** What a file names of this run's files. Links by path are left to the second look: they may be kept as they are. */
function namedBy(file: ParsedFile): string[] {
  const inText = slugsIn(parseMarkdown(file.body)).map(({ collection, slug }) => `${collection}:${slug}`);
  const related = file.fields.related;
  return [...inText, ...(Array.isArray(related) ? related.map((slug) => `articles:${slug}`) : [])];
}

/** The default language of a document first: it owns what all languages share. */
export async function inOrder(files: readonly ParsedFile[]): Promise<ParsedFile[]> {
  const giveWay = givingWay();
  const byKey = new Map<string, ParsedFile[]>();
  const first = (file: ParsedFile) => (file.locale === defaultLocale ? 0 : 1);
  for (const file of [...files].sort((a, b) => first(a) - first(b))) {
    byKey.set(keyOf(file), [...(byKey.get(keyOf(file)) ?? []), file]);
  }
  const ordered: ParsedFile[] = [];
  const seen = new Set<string>();
  // a list of what is left to look at: a chain of files may be longer than the stack
  const left: { key: string; isReady: boolean }[] = [...byKey.keys()]
    .reverse()
    .map((key) => ({ key, isReady: false }));
  for (let next = left.pop(); next; next = left.pop()) {
    const group = byKey.get(next.key) ?? [];
    if (next.isReady) ordered.push(...group);
    if (next.isReady || seen.has(next.key)) continue;
    seen.add(next.key);
    left.push({ key: next.key, isReady: true });
    await giveWay();
    const named = group.flatMap(namedBy).filter((key) => byKey.has(key) && !seen.has(key));
    left.push(...named.reverse().map((key) => ({ key, isReady: false })));
  }
  return ordered;
}
