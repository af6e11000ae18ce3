/** The slug: the readable part of an address. Made from the title when left empty; unique in its collection. */
import {
  type CollectionBeforeOperationHook,
  type FieldHook,
  type PayloadRequest,
  type TextField,
  type TextFieldSingleValidation,
  ValidationError,
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

/** Latin letters that are no plain letter with a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'ng' },
};

/** Not longer than allowed, cut between words where there is more than one. */
function shortened(slug: string, most: number): string {
  if (slug.length <= most) return slug;
  const cut = slug.slice(0, most);
  const end = slug[most] === '-' ? most : cut.lastIndexOf('-');
  return (end > most / 2 ? cut.slice(0, end) : cut).replace(/-$/, '');
}

/** The slug of a title: plain letters, hyphens, never longer than allowed. Empty when the title has no Latin letter or digit. */
export function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’'"“”]/g, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłħıŋ]/g, (letter) => plainLetters[letter] ?? '');
  const slug = (slugify(plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()) ?? '').replace(/[^a-z0-9-]/g, '');
  const short = shortened(slug.replace(/-+/g, '-').replace(/^-|-$/g, ''), longest);
  return reservedSlugs.includes(short) ? `${short}-page` : short;
}

function refuse(req: PayloadRequest, collection: string, message: string): never {
  throw new ValidationError({ collection, errors: [{ message, path: 'slug' }], req }, req.t);
}

interface Holder {
  id: string;
  slug: string;
  deletedAt?: string | null;
}

/** The documents that have one of these slugs. Those in the trash have theirs, too. */
async function holdersOf(req: PayloadRequest, collection: string, slugs: string[]): Promise<Holder[]> {
  const { docs } = await req.payload.db.find<Holder>({
    ...{ collection: collection as 'articles', limit: 0, pagination: false, req },
    select: { deletedAt: true, slug: true },
    where: { slug: { in: slugs } },
  });
  return docs;
}

/** How many numbers behind a slug are looked at in one query: few documents share a title, an import may bring thousands. */
const looks = [1, 10, 100, 1_000, 10_000];

const numbered = (slug: string, number: number): string =>
  number === 1 ? slug : `${shortened(slug, longest - 1 - String(number).length)}-${number}`;

/** The first of `slug`, `slug-2`, `slug-3` … that is free. */
async function freeSlug(req: PayloadRequest, collection: string, slug: string): Promise<string> {
  let first = 1;
  for (const many of looks) {
    const start = first;
    const candidates = Array.from({ length: many }, (_, index) => numbered(slug, start + index));
    const taken = new Set((await holdersOf(req, collection, candidates)).map((holder) => holder.slug));
    const free = candidates.find((candidate) => !taken.has(candidate));
    if (free !== undefined) return free;
    first += many;
  }
  return slug; // then it is refused as taken
}

const takenBy = ({ deletedAt, slug }: Holder): string =>
  deletedAt
    ? `The slug “${slug}” is taken by a document in the trash. Choose another, or delete that document for good.`
    : `The slug “${slug}” is taken. Choose another.`;

/** What is wrong with giving a slug to the document with this id, or to a new one; null when it is free. */
async function takenProblem(
  req: PayloadRequest,
  collection: string,
  { id, slug }: { id: unknown; slug: string },
): Promise<string | null> {
  const holder = (await holdersOf(req, collection, [slug])).find((each) => each.id !== id);
  return holder ? takenBy(holder) : null;
}

function fromTitle(titleField: string): FieldHook {
  return async ({ collection, data, originalDoc, req, value }) => {
    if (!collection) return value;
    const slug = typeof value === 'string' ? value.trim() : '';
    if (slug !== '') {
      // drafts are not validated: whoever writes a slug into one hears of it here
      const isNew = slug !== originalDoc?.slug;
      const message = isNew ? await takenProblem(req, collection.slug, { id: originalDoc?.id, slug }) : null;
      if (message) refuse(req, collection.slug, message);
      return slug;
    }
    if (originalDoc?.slug && value === undefined) return originalDoc.slug;
    const title = data?.[titleField];
    const made = typeof title === 'string' ? slugOf(title) : '';
    return made === '' ? value : freeSlug(req, collection.slug, made);
  };
}

/** Said before the database has to: one refused write there can take a whole bulk with it. */
function validateSlug(titleField: string): TextFieldSingleValidation {
  return async (value, { collectionSlug, data, id, req }) => {
    const title = (data as Record<string, unknown> | undefined)?.[titleField];
    if (!value && typeof title === 'string' && title.trim() !== '') {
      return 'No slug can be made from this title: it has no Latin letters or digits. Write one.';
    }
    const problem = slugProblem(value);
    if (problem || !collectionSlug) return problem ?? true;
    return (await takenProblem(req, collectionSlug, { id, slug: value as string })) ?? true;
  };
}

/** For beforeOperation: one slug for many documents can only fail, and on MongoDB it would fail as our own mistake. */
export const refuseSharedSlug: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { collection, data, where } = args as unknown as {
    collection: { config: { slug: string } };
    data?: { slug?: unknown };
    where?: unknown;
  };
  if (operation !== 'update' || where === undefined || data?.slug === undefined) return args;
  refuse(req, collection.config.slug, 'A slug belongs to one document; give each its own.');
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
    validate: validateSlug(titleField),
  };
}
