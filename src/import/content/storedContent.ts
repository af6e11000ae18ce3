/** What is stored of a piece of content: its latest draft, what of it is public, and whether a file says the same. */
import { isDeepStrictEqual } from 'node:util';
import type { FlattenedField, Payload, PayloadRequest, Where } from 'payload';
import { isPlain, withoutNulls } from '../../../collections/hooks/withoutNulls.js';
import { defaultLocale, type Locale } from '../../../collections/locales.js';
import type { ContentKind } from '../contentKinds.js';
import type { Fields } from '../files/checkFields.js';
import { ImportProblem } from '../ImportProblem.js';
import { lexicalToMarkdown } from '../markdown/lexicalToMarkdown.js';
import { MarkdownError } from '../markdown/MarkdownError.js';

export interface Place {
  payload: Payload;
  req: PayloadRequest;
  kind: ContentKind;
  locale: Locale;
}

export type Stored = Fields & { id: string };

export interface StoredContent {
  /** In the language of the file. */
  latest: Stored;
  /** What readers see in that language; undefined when there is nothing. */
  shown: Stored | undefined;
  /** Whether it has a text in the default language. */
  hasDefaultText: boolean;
}

/**
 * The document with this slug, drafted or public.
 * @throws ImportProblem when it lies in the trash.
 */
export async function readStored(place: Place, slug: string): Promise<StoredContent | undefined> {
  const { kind, locale } = place;
  const bySlug: Where = { slug: { equals: slug } };
  const latest =
    (await one(place, { draft: true, locale, where: bySlug })) ?? (await latestOfPublic(place, bySlug));
  if (!latest) {
    await refuseTrashed(place, bySlug);
    return undefined;
  }
  const byId: Where = { id: { equals: latest.id } };
  const isPublic: Where = { and: [byId, { _status: { equals: 'published' } }] };
  const shown = await one(place, { draft: false, locale, where: isPublic });
  const inDefault =
    locale === defaultLocale ? latest : await one(place, { draft: true, locale: defaultLocale, where: byId });
  return {
    latest,
    shown: shown?.[kind.title] ? shown : undefined,
    hasDefaultText: Boolean(inDefault?.[kind.title]),
  };
}

/** A draft may have another slug than what is public. */
async function latestOfPublic(place: Place, where: Where): Promise<Stored | undefined> {
  const shown = await one(place, { draft: false, locale: place.locale, where });
  return shown && one(place, { draft: true, locale: place.locale, where: { id: { equals: shown.id } } });
}

async function one(
  { kind, payload, req }: Place,
  args: { draft: boolean; locale: Locale; where: Where; trash?: boolean },
): Promise<Stored | undefined> {
  const { docs } = await payload.find({
    collection: kind.collection,
    ...{ depth: 0, fallbackLocale: false as const, limit: 1, overrideAccess: true, pagination: false, req },
    ...args,
  });
  return docs[0] as unknown as Stored | undefined;
}

async function refuseTrashed(place: Place, bySlug: Where): Promise<void> {
  const where: Where = { and: [bySlug, { deletedAt: { exists: true } }] };
  const trashed = await one(place, { draft: false, locale: place.locale, trash: true, where });
  if (trashed)
    throw new ImportProblem(['the page lies in the trash: restore it there, or delete it for good']);
}

/** The given fields of which the stored ones say something else. */
export async function changesIn(given: Fields, stored: Fields, place: Place): Promise<Fields> {
  const { flattenedFields } = place.payload.collections[place.kind.collection].config;
  const changes: Fields = {};
  for (const [name, value] of Object.entries(given)) {
    const field = flattenedFields.find((each) => each.name === name);
    if (field && !(await saysTheSame(field, value, stored[name], place.locale))) changes[name] = value;
  }
  return changes;
}

async function saysTheSame(
  field: FlattenedField,
  given: unknown,
  stored: unknown,
  locale: Locale,
): Promise<boolean> {
  if (field.type === 'richText')
    return (await asMarkdown(given, locale)) === (await asMarkdown(stored, locale));
  return isDeepStrictEqual(plain(given), plain(stored));
}

/** A group left at its defaults and an empty one are alike, and so are nothing and an empty text. */
function plain(value: unknown): unknown {
  if (value === '' || value === false) return undefined;
  if (!isPlain(value)) return withoutNulls(value);
  return withoutNulls(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)])));
}

/** Undefined for what has no Markdown form: no file can say the same. */
async function asMarkdown(text: unknown, locale: Locale): Promise<string | undefined> {
  try {
    return await lexicalToMarkdown(text, { locale, findSlug: (_collection, id) => id });
  } catch (error) {
    if (error instanceof MarkdownError) return undefined;
    throw error;
  }
}

const bookkeeping = ['_status', 'createdAt', 'deletedAt', 'publishedAt', 'updatedAt'];

/** True when readers see what was written last. */
export function isShownAsWritten({ latest, shown }: StoredContent): boolean {
  const content = (doc: Fields) =>
    withoutNulls(Object.fromEntries(Object.entries(doc).filter(([name]) => !bookkeeping.includes(name))));
  return shown !== undefined && isDeepStrictEqual(content(latest), content(shown));
}
