// Reads the files of the demo content: one YAML list per collection, one Markdown file per article and language.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readFrontMatter } from '../import/files/frontMatter.js';

export type Fields = Record<string, unknown>;

/** One document as it stands in the files. */
export interface DemoRecord {
  /** Where it stands, for error messages. */
  origin: string;
  /** What other records call it. */
  slug: string;
  fields: Fields;
  spanish?: Fields;
}

const folder = fileURLToPath(new URL('content', import.meta.url));

/** Some rows have no slug of their own: a period is named by what it is about, a redirect by where it starts. */
function nameOf(fields: Fields): string {
  if (typeof fields.slug === 'string') return fields.slug;
  return [fields.service, fields.state, fields.effectiveFrom, fields.site, fields.from]
    .filter(Boolean)
    .join(' ');
}

/** The records of one YAML file. */
export async function readRecords(collection: string): Promise<DemoRecord[]> {
  const rows = parse(await readFile(path.join(folder, `${collection}.yaml`), 'utf8')) as (Fields & {
    es?: Fields;
  })[];
  return rows.map(({ es, ...fields }) => ({
    origin: `${collection}.yaml`,
    slug: nameOf(fields),
    fields,
    spanish: es,
  }));
}

async function readArticle(file: string): Promise<Fields> {
  const { body, linesAbove, values } = readFrontMatter(
    await readFile(path.join(folder, 'articles', file), 'utf8'),
  );
  if (linesAbove === 0) throw new Error(`${file} has no front matter.`);
  return { ...values, body };
}

/** The articles, English and Spanish together. */
export async function readArticles(): Promise<DemoRecord[]> {
  const files = (await readdir(path.join(folder, 'articles'))).filter((file) => file.endsWith('.md')).sort();
  const english = files.filter((file) => !file.endsWith('.es.md'));
  return Promise.all(
    english.map(async (file) => {
      const spanish = file.replace(/\.md$/, '.es.md');
      return {
        origin: file,
        slug: file.replace(/\.md$/, ''),
        fields: await readArticle(file),
        spanish: files.includes(spanish) ? await readArticle(spanish) : undefined,
      };
    }),
  );
}
