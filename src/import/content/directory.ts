/**
 * What a file calls by name: sites, categories, people, pages … . Finds each by slug, title or name, notes what is missing, and
 * plans what is to be created in its place. Writes nothing.
 */
import { randomUUID } from 'node:crypto';
import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload';
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import { hasDrafts } from '../../../collections/defineCollection.js';
import { slugOf } from '../../../collections/fields/slugField.js';
import { defaultLocale, type Locale } from '../../../collections/locales.js';
import type { Fields } from '../files/checkFields.js';
import { atLine } from '../ImportProblem.js';
import { newDocument } from './newDocument.js';
import { personWhere } from './people.js';

export interface Found extends Fields {
  id: string;
  slug: string;
}

export interface Creation {
  collection: CollectionKey;
  data: Found;
  /** For people: what is made, in words. */
  words: string;
}

export interface DirectoryOptions {
  payload: Payload;
  req: PayloadRequest;
  locale: Locale;
  createMissing: boolean;
}

export class Directory {
  readonly creations = new Map<string, Creation>();
  readonly missing: string[] = [];
  private readonly known = new Map<string, Found | null>();

  constructor(private readonly options: DirectoryOptions) {}

  /** The document that `name` means; undefined when there is none. Throws nothing, notes nothing. */
  async look(collection: CollectionKey, name: string): Promise<Found | undefined> {
    const key = `${collection} ${name}`;
    if (!this.known.has(key)) this.known.set(key, (await this.search(collection, name)) ?? null);
    return this.known.get(key) ?? undefined;
  }

  /** The same, but what is not there is created later, or noted as missing. `line` is where it is named. */
  async need(
    collection: CollectionKey,
    name: string,
    { line, more = {} }: { line?: number; more?: Fields } = {},
  ): Promise<Found | undefined> {
    const found = await this.look(collection, name);
    if (found) return found;
    const made = this.options.createMissing ? newDocument(collection, name, more) : undefined;
    if (made) return this.plan(collection, made);
    const words = `there is no “${name}” in ${collection}`;
    if (!this.missing.some((each) => each.endsWith(words))) this.missing.push(atLine(line, words));
    return undefined;
  }

  private plan(
    collection: CollectionKey,
    { data, words }: { data: Fields & { slug: string }; words: string },
  ): Found {
    const key = `${collection} ${data.slug}`;
    const creation = this.creations.get(key) ?? { collection, words, data: { ...data, id: randomUUID() } };
    this.creations.set(key, creation);
    return creation.data;
  }

  private async search(collection: CollectionKey, name: string): Promise<Found | undefined> {
    const bySlug = await this.only(collection, { slug: { equals: name } });
    if (bySlug) return bySlug;
    for (const where of this.byName(collection, name)) {
      const found = await this.only(collection, where.where, where.locale);
      if (found) return found;
    }
    return undefined;
  }

  private byName(collection: CollectionKey, name: string): { where: Where; locale?: Locale }[] {
    const { useAsTitle = 'title' } =
      this.options.payload.collections[collection as CollectionSlug].config.admin;
    const locales = [...new Set([this.options.locale, defaultLocale])];
    const titles = locales.map((locale) => ({ where: { [useAsTitle]: { equals: name } }, locale }));
    const people = collection === 'people' ? personWhere(name).map((where) => ({ where })) : [];
    const slug = slugOf(name);
    return [...titles, ...people, ...(slug && slug !== name ? [{ where: { slug: { equals: slug } } }] : [])];
  }

  /** The one document that answers; of several none, because nobody knows which is meant. */
  private async only(
    collection: CollectionKey,
    where: Where,
    locale: Locale = this.options.locale,
  ): Promise<Found | undefined> {
    const ask = (draft: boolean) =>
      this.options.payload.find({
        collection: collection as CollectionSlug,
        ...{ depth: 0, draft, limit: 2, locale, overrideAccess: true, pagination: false },
        req: this.options.req,
        where,
      }) as unknown as Promise<{ docs: Found[] }>;
    // what is drafted may have been given another slug than what is public
    const latest = hasDrafts(collection) ? (await ask(true)).docs : [];
    const docs = latest.length > 0 ? latest : (await ask(false)).docs;
    return docs.length === 1 ? docs[0] : undefined;
  }
}
