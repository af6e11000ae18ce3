/** Writes what a plan says, inside the transaction of `req`: what was missing, images, then the content itself. */
import { unlink } from 'node:fs/promises';
import path from 'node:path';
import { type CollectionSlug, type PayloadRequest, ValidationError } from 'payload';
import type { Fields } from '../files/checkFields.js';
import type { ParsedFile } from '../files/parseFile.js';
import { ImportProblem } from '../ImportProblem.js';
import type { Creation } from './directory.js';
import type { Upload } from './images.js';
import type { Plan, Run } from './planFile.js';

interface Writing {
  file: ParsedFile;
  plan: Plan;
  run: Run;
  req: PayloadRequest;
  /** Files of images written so far: a rollback does not take them back. */
  written: string[];
}

/** Throws what Payload throws; the caller rolls back and calls `removeWritten`. */
export async function applyPlan(writing: Writing): Promise<void> {
  const { plan } = writing;
  for (const creation of plan.creations) await createMissing(creation, writing);
  for (const upload of plan.uploads) await storeImage(upload, writing);
  if (plan.outcome === 'unchanged') return;
  if (plan.isNew) await create(writing);
  else await update(writing);
}

const common = ({ file, req }: Writing) => ({
  context: req.context,
  depth: 0,
  locale: file.locale,
  overrideAccess: true,
  req,
});

async function createMissing({ collection, data }: Creation, writing: Writing): Promise<void> {
  await writing.run.payload.create({
    collection: collection as CollectionSlug,
    data: data as never,
    ...common(writing),
  });
}

async function storeImage(
  { alt, caption, credit, file, id, slug, stored }: Upload,
  writing: Writing,
): Promise<void> {
  const { payload, publish } = writing.run;
  const texts = { alt, ...(caption ? { caption } : {}) };
  if (stored) {
    // only where it has no words in this language yet: editors may have found better ones
    if (!stored.alt) await payload.update({ collection: 'media', id, data: texts, ...common(writing) });
    return;
  }
  const data = Buffer.from(file.base64, 'base64');
  const doc = await namingImage(
    file.name,
    payload.create({
      collection: 'media',
      data: { ...texts, ...(credit ? { credit } : {}), id, slug, live: publish } as never,
      file: { data, mimetype: file.mimetype, name: file.name, size: data.length },
      ...common(writing),
    }),
  );
  writing.written.push(
    ...filesOf(doc as unknown as Fields, payload.collections.media.config.upload.staticDir),
  );
}

/** Payload says what is wrong with an image, but not with which of several. */
async function namingImage<T>(name: string, storing: Promise<T>): Promise<T> {
  try {
    return await storing;
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    throw new ImportProblem(error.data.errors.map(({ message }) => `the image ${name}: ${message}`));
  }
}

function filesOf({ filename, sizes }: Fields, folder: string | undefined): string[] {
  const names = [
    filename,
    ...Object.values((sizes ?? {}) as Record<string, { filename?: unknown }>).map((size) => size?.filename),
  ];
  return names.flatMap((name) => (typeof name === 'string' && folder ? [path.join(folder, name)] : []));
}

/** Takes back the files of images whose documents were rolled back. Where images are kept elsewhere there is nothing to find. */
export async function removeWritten(files: readonly string[]): Promise<void> {
  await Promise.allSettled(files.map((file) => unlink(file)));
}

async function create(writing: Writing): Promise<void> {
  const { file, plan, run } = writing;
  const { data, id } = plan;
  await run.payload.create({
    collection: file.kind.collection,
    data: { ...data, id, _status: run.publish ? 'published' : 'draft' } as never,
    draft: !run.publish,
    ...common(writing),
  } as never);
}

async function update(writing: Writing): Promise<void> {
  const { file, plan, run } = writing;
  await run.payload.update({
    collection: file.kind.collection,
    id: plan.id,
    data: { ...plan.data, _status: run.publish ? 'published' : 'draft' } as never,
    draft: !run.publish,
    ...common(writing),
  } as never);
}
