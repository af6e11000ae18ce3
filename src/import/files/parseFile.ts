/** A file as one piece of content: its kind, slug and language, its fields as checked, its text as Markdown. */
import path from 'node:path';
import type { Payload } from 'payload';
import { slugOf, slugProblem } from '../../../collections/fields/slugField.js';
import { defaultLocale, type Locale, locales } from '../../../collections/locales.js';
import { article, type ContentKind, contentKinds } from '../contentKinds.js';
import { type HtmlPage, readHtml } from '../html/readHtml.js';
import { atLine, ImportProblem } from '../ImportProblem.js';
import { checkFields, type Fields } from './checkFields.js';
import { type FrontMatter, readFrontMatter } from './frontMatter.js';
import { isHtml, type SourceFile } from './sourceFile.js';
import { takeTitle } from './takeTitle.js';

export interface ParsedFile {
  source: SourceFile;
  kind: ContentKind;
  slug: string;
  locale: Locale;
  /** By the names of the model; relations still hold names, not ids. Without title, slug and text. */
  fields: Fields;
  title: string | undefined;
  /** What the file says of its one author beside the name. */
  authorRole: string | undefined;
  /** Markdown; its lines are those of the file, less `linesAbove`. */
  body: string;
  /** Undefined when the lines of the body are not those of the file: the body was made from HTML. */
  linesAbove: number | undefined;
  lineOf: FrontMatter['lineOf'];
  /** What a saved page says of itself. */
  page: HtmlPage | undefined;
  notes: string[];
}

type Front = FrontMatter & { page?: HtmlPage };

/** @throws ImportProblem with everything that is wrong. */
export function parseFile(source: SourceFile, payload: Payload): ParsedFile {
  if (source.problem) throw new ImportProblem([source.problem]);
  const front = readFront(source);
  const problems: string[] = [];
  const kind = kindOf(front, problems);
  const locale = localeOf(source, front, problems);
  const values = valuesFor(kind, front.values, problems);
  const checked = checkFields(
    values,
    payload.collections[kind.collection].config.flattenedFields,
    front.lineOf,
  );
  const role = roleOf(front, problems);
  const { [kind.title]: given, slug, ...fields } = checked.fields;
  const { body, notes, title } = takeTitle(front.body, given as string | undefined, front.linesAbove);
  const found = (slug as string | undefined) ?? slugFrom(source, front.page, title);
  const wrong = found === undefined ? undefined : slugProblem(found);
  if (!found || wrong)
    problems.push(`slug: ${wrong ?? 'there is none, and none can be made from the title'}`);
  if (given === '' || given === null)
    problems.push(atLine(front.lineOf([kind.title]), `${kind.title}: it is empty`));
  if (problems.length + checked.problems.length > 0)
    throw new ImportProblem([...problems, ...checked.problems]);
  const left = checked.unknown.map((key) => `${key} is no field of ${kind.collection}; left out`);
  return {
    ...{
      source,
      kind,
      locale,
      fields,
      title,
      body,
      slug: found as string,
      authorRole: role,
      page: front.page,
    },
    linesAbove: front.page ? undefined : front.linesAbove,
    lineOf: front.lineOf,
    notes: [...(front.page?.notes ?? []), ...notes, ...left],
  };
}

function readFront(source: SourceFile): Front {
  if (!isHtml(source)) return readFrontMatter(source.text);
  const page = readHtml(source.text);
  return { values: page.values, lineOf: () => undefined, body: page.markdown, linesAbove: 0, page };
}

function kindOf({ lineOf, values }: Front, problems: string[]): ContentKind {
  const kind = values.kind === undefined ? article : contentKinds.find((each) => each.kind === values.kind);
  if (kind) return kind;
  const known = contentKinds.map((each) => each.kind).join(', ');
  problems.push(atLine(lineOf(['kind']), `kind: “${values.kind}” is none of ${known}`));
  return article;
}

const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);

function localeOf({ name }: SourceFile, { lineOf, values }: Front, problems: string[]): Locale {
  const fromName = /\.([a-z]{2})\.[a-z]+$/i.exec(name)?.[1];
  const locale = values.locale ?? (isLocale(fromName) ? fromName : defaultLocale);
  if (isLocale(locale)) return locale;
  problems.push(atLine(lineOf(['locale']), `locale: “${locale}” is none of ${locales.join(', ')}`));
  return defaultLocale;
}

/** Forms that front matter has beside the model's own: one site, one author, `title` in every kind. */
function valuesFor(kind: ContentKind, values: Fields, problems: string[]): Fields {
  const { author, authorRole, kind: _kind, locale: _locale, site, title, ...rest } = values;
  const both = (one: string, other: string) => problems.push(`write either “${one}” or “${other}”, not both`);
  if (site !== undefined && rest.sites !== undefined) both('site', 'sites');
  if (author !== undefined && rest.authors !== undefined) both('author', 'authors');
  if (title !== undefined && kind.title !== 'title' && rest[kind.title] !== undefined)
    both('title', kind.title);
  return {
    ...rest,
    ...(title !== undefined ? { [kind.title]: title } : {}),
    ...(site !== undefined ? { sites: site } : {}),
    ...(author !== undefined ? { authors: author } : {}),
  };
}

function roleOf({ lineOf, values }: Front, problems: string[]): string | undefined {
  const { author, authorRole } = values;
  if (authorRole === undefined || authorRole === null) return undefined;
  if (typeof authorRole === 'string' && typeof author === 'string') return authorRole;
  const line = lineOf(['authorRole']);
  problems.push(atLine(line, 'authorRole: it stands beside one “author” and is text'));
  return undefined;
}

/** From the address of a saved page, else from the name of the file; names such as `index` say nothing. */
function slugFrom({ name }: SourceFile, page: HtmlPage | undefined, title = ''): string | undefined {
  const ofAddress = page?.canonical && slugOf(lastPart(new URL(page.canonical).pathname));
  if (ofAddress) return ofAddress;
  const plain = path.basename(name).replace(/\.[a-z]+$/i, '');
  const withoutLocale = isLocale(plain.split('.').at(-1)) ? plain.replace(/\.[^.]+$/, '') : plain;
  const ofName = /^(index|page|readme)?$/i.test(withoutLocale) ? '' : slugOf(withoutLocale);
  // browsers name saved pages after the title, with whatever the window said beside it
  return (page ? slugOf(title) || ofName : ofName || slugOf(title)) || undefined;
}

const lastPart = (pathname: string): string =>
  pathname
    .replace(/\/+$/, '')
    .replace(/\/index\.html?$/, '')
    .replace(/\.html?$/, '')
    .split('/')
    .at(-1) ?? '';
