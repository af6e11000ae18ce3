/** The front matter of a file as it is stored: names become ids, days become instants, images beside the file become uploads. */
import { randomUUID } from 'node:crypto';
import type { FlattenedField } from 'payload';
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import type { Fields } from '../files/checkFields.js';
import { instantOf } from '../files/moments.js';
import type { ParsedFile } from '../files/parseFile.js';
import { atLine } from '../ImportProblem.js';
import type { Directory, Found } from './directory.js';
import { imageAt, slugOfImage, type Upload } from './images.js';
import type { Run } from './planFile.js';

interface Reading {
  directory: Directory;
  file: ParsedFile;
  notes: string[];
  run: Run;
  timeZone: string;
}

export interface Relations {
  /** By the names of the model. Called when the ids of images are known. */
  fields(): Fields;
  uploads: Upload[];
  linked: string[];
  problems: string[];
  isDeferred: boolean;
}

type Value = () => unknown;

/** Sites are read apart. */
export async function readRelations(reading: Reading): Promise<Relations> {
  const { file, run } = reading;
  const { flattenedFields } = run.payload.collections[file.kind.collection].config;
  const relations: Relations = {
    fields: () => ({}),
    uploads: [],
    linked: [],
    problems: [],
    isDeferred: false,
  };
  const values: [string, Value][] = [];
  for (const [name, given] of Object.entries(file.fields)) {
    const field = flattenedFields.find((each) => each.name === name);
    if (field && name !== 'sites')
      values.push([name, await readValue(field, given, { ...reading, relations })]);
  }
  await knownAuthor(reading, values);
  relations.fields = () => Object.fromEntries(values.map(([name, value]) => [name, value()]));
  return relations;
}

type Inside = Reading & { relations: Relations };

async function readValue(field: FlattenedField, given: unknown, inside: Inside): Promise<Value> {
  if (given === null) {
    const empty = 'hasMany' in field && field.hasMany ? [] : null;
    return () => empty;
  }
  switch (field.type) {
    case 'date': {
      const instant = instantOf(String(given), inside.timeZone);
      return () => instant;
    }
    case 'relationship':
      return readRelation(field, given, inside);
    case 'upload':
      return readImage(field.name, given, inside);
    default:
      return () => given;
  }
}

type Relationship = Extract<FlattenedField, { type: 'relationship' }>;

async function readRelation(field: Relationship, given: unknown, inside: Inside): Promise<Value> {
  const { directory, file, relations, run } = inside;
  const collection = field.relationTo as CollectionKey;
  const ids: string[] = [];
  const slugs: string[] = [];
  for (const name of (Array.isArray(given) ? given : [given]).map(String)) {
    const isComing =
      run.siblings.isWaiting({ collection, slug: name }) && !(await directory.look(collection, name));
    if (isComing) {
      relations.isDeferred = !run.isDryRun;
      continue;
    }
    const found = await directory.need(collection, name, {
      line: file.lineOf([field.name]) ?? (field.name === 'authors' ? file.lineOf(['author']) : undefined),
      more: newPerson(field.name, file),
    });
    if (!found) continue;
    ids.push(found.id);
    slugs.push(found.slug);
    if (field.name === 'authors') compareRole(found, inside);
  }
  if (slugs.length > 0) relations.linked.push(`${field.name} ${slugs.join(', ')}`);
  return () => (field.hasMany ? ids : (ids[0] ?? null));
}

/** A person is stored once for all pages: a file does not change what they are called. */
function compareRole({ jobTitle, slug }: Found, { file, notes }: Inside): void {
  if (file.authorRole === undefined || file.authorRole === jobTitle) return;
  const stored = jobTitle ? `“${jobTitle}”` : 'empty';
  notes.push(
    atLine(file.lineOf(['authorRole']), `authorRole: the job title of ${slug} is ${stored}; left as it is`),
  );
}

function newPerson(field: string, { authorRole }: ParsedFile): Fields {
  if (field === 'reviewedBy') return { roles: ['reviewer'] };
  return field === 'authors' && authorRole ? { jobTitle: authorRole } : {};
}

async function readImage(name: string, given: unknown, inside: Inside): Promise<Value> {
  const { directory, file, relations } = inside;
  const line = file.lineOf([name]);
  if (typeof given === 'string') {
    if (imageAt(file.source, given)) {
      relations.problems.push(atLine(line, `${name}: say what the image shows: { file: ${given}, alt: … }`));
      return () => null;
    }
    const found = await directory.need('media', given, { line });
    if (found) relations.linked.push(`${name} ${found.slug}`);
    return () => found?.id ?? null;
  }
  const { file: address, ...texts } = given as {
    file: string;
    alt: string;
    caption?: string;
    credit?: string;
  };
  const image = imageAt(file.source, address);
  if (!image) {
    relations.problems.push(atLine(line, `${name}: there is no PNG, JPEG, WebP or AVIF image at ${address}`));
    return () => null;
  }
  const upload: Upload = { id: randomUUID(), slug: slugOfImage(image), file: image, ...texts };
  relations.uploads.push(upload);
  return () => upload.id;
}

/** What a saved page says of its author is taken when that person is known, or may be created; else it is told. */
async function knownAuthor(
  { directory, file, notes, run }: Reading,
  values: [string, Value][],
): Promise<void> {
  const name = file.page?.author;
  if (!name) return;
  const found =
    (await directory.look('people', name)) ??
    (run.createMissing ? await directory.need('people', name) : undefined);
  if (found) values.push(['authors', () => [found.id]]);
  else notes.push(`the page names the author “${name}”, who is not in people; left out`);
}
