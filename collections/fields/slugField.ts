/** The slug: the readable part of an address. Made from the title when left empty; unique in its collection. */
import {
  type CollectionBeforeOperationHook,
  type FieldHook,
  type PayloadRequest,
  type TextField,
  type TextFieldSingleValidation,
  ValidationError,
  type Where,
} from 'payload';
import { slugify } from 'payload/shared';

/** Words that stand for addresses of their own under a collection's path. */
export const reservedSlugs = ['check', 'summary', 'map.svg', 'resolve', 'manifest', 'versions', 'count'];

const pattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const longest = 120;

/** Says what is wrong with a slug, or null. */
export function slugProblem(slug: unknown): string | null {
  if (typeof slug !== 'string' || slug === '') return 'A slug is required.';
  if (reservedSlugs.includes(slug)) return `“${slug}” is a reserved word and cannot be a slug.`;
  if (slug.length > longest) return `A slug has at most ${longest} characters.`;
  return pattern.test(slug) ? null : 'A slug has small letters, digits and single hyphens only.';
}

/** The slug of a title: plain letters, hyphens, never longer than allowed. */
export function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’'"“”]/g, '');
  const slug = (slugify(plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()) ?? '').replace(/[^a-z0-9-]/g, '');
  const short = slug.replace(/-+/g, '-').slice(0, longest).replace(/^-|-$/g, '');
  return reservedSlugs.includes(short) ? `${short}-page` : short;
}

async function isTaken(req: PayloadRequest, collection: string, slug: string, by?: Where): Promise<boolean> {
  const { totalDocs } = await req.payload.db.count({
    collection: collection as 'articles',
    req,
    where: { and: [{ slug: { equals: slug } }, ...(by ? [by] : [])] },
  });
  return totalDocs > 0;
}

/** The first of `slug`, `slug-2`, `slug-3` … that is free. */
async function freeSlug(req: PayloadRequest, collection: string, slug: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? slug : `${slug}-${count}`;
    if (!(await isTaken(req, collection, candidate))) return candidate;
  }
}

function fromTitle(titleField: string): FieldHook {
  return async ({ collection, data, originalDoc, req, value }) => {
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (originalDoc?.slug && value === undefined) return originalDoc.slug;
    const title = data?.[titleField];
    if (typeof title !== 'string' || !collection) return value;
    const slug = slugOf(title);
    return slug === '' ? value : freeSlug(req, collection.slug, slug);
  };
}

/** Said before the database has to: one refused write there can take a whole bulk with it. */
const validateSlug: TextFieldSingleValidation = async (value, { collectionSlug, id, req }) => {
  const problem = slugProblem(value);
  if (problem || !collectionSlug) return problem ?? true;
  const byOthers: Where | undefined = id === undefined ? undefined : { id: { not_equals: id } };
  const taken = await isTaken(req, collectionSlug, value as string, byOthers);
  return taken ? `The slug “${value}” is taken. Choose another.` : true;
};

/** For beforeOperation: one slug for many documents can only fail, and on MongoDB it would fail as our own mistake. */
export const refuseSharedSlug: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { collection, data, where } = args as unknown as {
    collection: { config: { slug: string } };
    data?: { slug?: unknown };
    where?: unknown;
  };
  if (operation !== 'update' || where === undefined || data?.slug === undefined) return args;
  const message = 'A slug belongs to one document; give each its own.';
  throw new ValidationError(
    { collection: collection.config.slug, errors: [{ message, path: 'slug' }], req },
    req.t,
  );
};

/** A slug made from `titleField` when the editor leaves it empty. */
export function slugField(titleField: string): TextField {
  return {
    name: 'slug',
    type: 'text',
    required: true,
    unique: true,
    index: true,
    // with a read rule of its own GraphQL lets a new document leave it out
    access: { read: () => true },
    admin: {
      position: 'sidebar',
      disableBulkEdit: true,
      description: 'Part of the public address. Leave empty to have it made from the title.',
    },
    // a copy gets a slug made from its title anew
    hooks: { beforeDuplicate: [() => null], beforeValidate: [fromTitle(titleField)] },
    validate: validateSlug,
  };
}
