// A resolver for tests without a database: every slug exists, its id names collection and slug.

/** Options for both directions. */
export function slugsAsIds(locale: 'en' | 'es' = 'en') {
  return {
    locale,
    findId: (collection: string, slug: string) => `${collection}/${slug}`,
    findSlug: (collection: string, id: string) =>
      id.startsWith(`${collection}/`) ? id.slice(collection.length + 1) : undefined,
  };
}
