/** Rules name sites, services and topics by slug: one that a public rule names keeps its slug, and is not deleted. */
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type PayloadRequest,
} from 'payload';
import { comparable, conditionProperties } from '../../src/compliance/conditionProperties.js';

interface RuleRow {
  title?: string;
  conditions?: { property: string; value?: string }[] | null;
}

/** The property of a page that compares with slugs of this collection; undefined where none does. */
function propertyOf(collection: string): string | undefined {
  const found = Object.entries(conditionProperties).find(
    ([, { values }]) => 'slugsOf' in values && values.slugsOf === collection,
  );
  return found?.[0];
}

/** Throws 409 when a public rule compares with the slug: the rule would silently never hold again. */
async function refuseWhenRuled(
  { collection, req, slug }: { collection: string; slug: string; req: PayloadRequest },
  what: string,
): Promise<void> {
  const { docs } = await req.payload.db.find<RuleRow>({
    ...{ collection: 'rules', pagination: false, req, select: { conditions: true, title: true } },
    where: { and: [{ _status: { equals: 'published' } }, { deletedAt: { exists: false } }] },
  });
  const property = propertyOf(collection);
  const names = (each: { property: string; value?: string }) =>
    each.property === property && comparable(each.value ?? '') === comparable(slug);
  const rule = docs.find(({ conditions }) => conditions?.some(names));
  if (!rule) return;
  const message = `${what}: the rule “${rule.title ?? ''}” compares with “${slug}” and would never hold again. Change the rule first.`;
  throw new APIError(message, 409, null, true);
}

const keepSlug: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  const slug: unknown = originalDoc?.slug;
  if (operation !== 'update' || typeof slug !== 'string') return data;
  const asked = { collection: collection.slug, req, slug };
  if (typeof data.slug === 'string' && data.slug !== slug)
    await refuseWhenRuled(asked, 'The slug cannot be changed');
  if (data.deletedAt && !originalDoc.deletedAt) await refuseWhenRuled(asked, 'This cannot be deleted');
  return data;
};

const keepNamed: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const [found] = (
    await req.payload.db.find<{ slug?: string }>({
      ...{ collection: collection.slug, limit: 1, pagination: false, req, select: { slug: true } },
      where: { id: { equals: id } },
    })
  ).docs;
  if (found?.slug)
    await refuseWhenRuled({ collection: collection.slug, req, slug: found.slug }, 'This cannot be deleted');
};

/** The hooks of a collection; none where no rule can name its documents. */
export function ruledSlugHooks(collection: string) {
  const isNamed = propertyOf(collection) !== undefined;
  return { beforeChange: isNamed ? [keepSlug] : [], beforeDelete: isNamed ? [keepNamed] : [] };
}
