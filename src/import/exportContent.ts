/** Writes content as Markdown files, one per document and language, which an import reads back to the same. */
import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload';
import { onAnyOf } from '../../collections/access/siteScope.js';
import { defaultLocale, type Locale, locales } from '../../collections/locales.js';
import { type ContentKind, contentKinds } from './contentKinds.js';
import { ExportProblem } from './ExportProblem.js';
import { describeDocument } from './export/describeDocument.js';
import { Names } from './export/names.js';
import { writeFrontMatter } from './export/writeFrontMatter.js';
import type { Fields } from './files/checkFields.js';
import { lexicalToMarkdown } from './markdown/lexicalToMarkdown.js';
import { MarkdownError } from './markdown/MarkdownError.js';

export interface ExportOptions {
  /** The slug of a site: what it shows. */
  site?: string;
  collections: readonly string[];
  /** What was written last instead of what is public. */
  drafts: boolean;
}

export interface ExportPlace {
  payload: Payload;
  say(line: string): void;
  taken(): Promise<void>;
  file(path: string, content: string): void;
  signal?: AbortSignal;
}

interface Exporting extends ExportPlace {
  req: PayloadRequest;
  options: ExportOptions;
  names: Record<Locale, Names>;
  written: number;
  failed: number;
}

const pageSize = 50;

/** Answers how many documents could not be written; each is named. */
export async function exportContent(options: ExportOptions, place: ExportPlace): Promise<number> {
  const req = await createLocalReq({ fallbackLocale: false }, place.payload);
  const names = Object.fromEntries(locales.map((locale) => [locale, new Names(place.payload, locale, req)]));
  const exporting = { ...place, options, req, names: names as Record<Locale, Names>, written: 0, failed: 0 };
  const where = await ofSite(options.site, place.payload);
  for (const kind of contentKinds.filter(({ collection }) => options.collections.includes(collection))) {
    await exportKind(kind, where, exporting);
  }
  const { failed, written } = exporting;
  place.say(
    `${written} ${written === 1 ? 'file' : 'files'} written${failed > 0 ? `, ${failed} failed` : ''}`,
  );
  return failed;
}

async function ofSite(slug: string | undefined, payload: Payload): Promise<Where[]> {
  if (slug === undefined) return [];
  const where: Where = { slug: { equals: slug } };
  const { docs } = await payload.find({
    collection: 'sites',
    depth: 0,
    limit: 1,
    overrideAccess: true,
    where,
  });
  if (!docs[0]) throw new ExportProblem(`There is no site “${slug}”.`);
  return [onAnyOf('sites', [docs[0].id])];
}

async function exportKind(kind: ContentKind, ofSites: Where[], exporting: Exporting): Promise<void> {
  const { options, payload, signal } = exporting;
  const status: Where[] = options.drafts ? [] : [{ _status: { equals: 'published' } }];
  for (let page = 1, isLast = false; !isLast && !signal?.aborted; page += 1) {
    const found = await payload.find({
      collection: kind.collection,
      ...{ depth: 0, draft: options.drafts, limit: pageSize, locale: 'all', overrideAccess: true, page },
      select: { slug: true, [kind.title]: true },
      sort: 'slug',
      where: { and: [...status, ...ofSites] },
    });
    for (const row of found.docs as unknown as Fields[]) await exportDocument(row, kind, exporting);
    await exporting.taken();
    isLast = !found.hasNextPage;
  }
}

/** The first language that a document has is the one whose file holds what all languages share. */
async function exportDocument(row: Fields, kind: ContentKind, exporting: Exporting): Promise<void> {
  const titles = (row[kind.title] ?? {}) as Partial<Record<Locale, string>>;
  const written = locales.filter((locale) => titles[locale]);
  for (const locale of written) {
    const name = `${kind.collection}/${row.slug}${locale === defaultLocale ? '' : `.${locale}`}.md`;
    try {
      const content = await fileOf(
        String(row.id),
        { kind, locale, withShared: locale === written[0] },
        exporting,
      );
      exporting.file(name, content);
      exporting.written += 1;
    } catch (error) {
      if (!(error instanceof MarkdownError || error instanceof ExportProblem)) throw error;
      exporting.failed += 1;
      exporting.say(`${name}: not written: ${error.message}`);
    }
  }
}

interface Version {
  kind: ContentKind;
  locale: Locale;
  withShared: boolean;
}

async function fileOf(
  id: string,
  { kind, locale, withShared }: Version,
  exporting: Exporting,
): Promise<string> {
  const { options, payload, req } = exporting;
  const names = exporting.names[locale];
  // find() tells the latest draft by its mark, as an import does; findByID() by its time
  const { docs } = await payload.find({
    collection: kind.collection,
    ...{
      depth: 0,
      draft: options.drafts,
      fallbackLocale: false as const,
      limit: 1,
      locale,
      overrideAccess: true,
      req,
    },
    where: { id: { equals: id } },
  });
  const doc = docs[0] as unknown as Fields | undefined;
  if (!doc) throw new ExportProblem('it was deleted in the meantime');
  const values = await describeDocument(doc, { payload, kind, locale, names, withShared });
  const findSlug = async (collection: string, target: string) =>
    names.slugOf(collection as 'articles', target);
  const text = await lexicalToMarkdown(doc[kind.text], { breaks: 'spaces', findSlug, locale });
  return text === '' ? writeFrontMatter(values) : `${writeFrontMatter(values)}\n${text}`;
}
