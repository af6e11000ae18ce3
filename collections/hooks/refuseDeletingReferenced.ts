/** What something public refers to is neither deleted nor put in the trash; the refusal names what refers to it. */
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type PayloadRequest,
} from 'payload';
import { referrersOf } from '../../src/publishing/ledger/references.js';
import { locales } from '../locales.js';

/** How many referrers are named; the others are counted. */
const mostNamed = 5;
const longestTitle = 80;

interface Referrer {
  collection: string;
  id: string;
}

const short = (title: string) =>
  title.length > longestTitle ? `${title.slice(0, longestTitle - 1).trimEnd()}…` : title;

/** The title in the first of these languages that has one, of what the caller may read. */
async function titlesIn(
  collection: string,
  ids: string[],
  { languages, req }: { languages: string[]; req: PayloadRequest },
): Promise<string[]> {
  const { useAsTitle = 'id' } = req.payload.collections[collection as 'articles'].config.admin;
  const titles = new Map<string, string>();
  for (const locale of languages) {
    const { docs } = await req.payload.find({
      ...{ collection: collection as 'articles', depth: 0, limit: mostNamed, overrideAccess: false, req },
      ...{ locale: locale as 'en', pagination: false, select: { [useAsTitle]: true }, sort: 'id' },
      disableErrors: true, // of what the caller may not read nothing is told
      where: { id: { in: ids.filter((id) => !titles.has(id)) } },
    });
    for (const doc of docs as unknown as Record<string, unknown>[]) {
      if (doc[useAsTitle]) titles.set(String(doc.id), String(doc[useAsTitle]));
    }
    if (titles.size >= Math.min(ids.length, mostNamed)) break;
  }
  return [...titles.values()];
}

function labelOf(collection: string, count: number, { payload }: PayloadRequest): string {
  const { plural, singular } = payload.collections[collection as 'articles'].config.labels;
  const label = count === 1 ? singular : plural;
  return typeof label === 'string' ? label : collection;
}

async function nameThem(referrers: Referrer[], req: PayloadRequest): Promise<string> {
  const languages = [...new Set([String(req.locale), ...locales])].filter((each) =>
    (locales as readonly string[]).includes(each),
  );
  const parts: string[] = [];
  let named = 0;
  for (const collection of new Set(referrers.map((each) => each.collection))) {
    const ids = referrers.filter((each) => each.collection === collection).map(({ id }) => id);
    if (named >= mostNamed) break;
    const titles = (await titlesIn(collection, ids, { languages, req })).slice(0, mostNamed - named);
    if (titles.length === 0) continue;
    named += titles.length;
    const quoted = titles.map((title) => `“${short(title)}”`).join(', ');
    parts.push(`${labelOf(collection, titles.length, req)} ${quoted}`);
  }
  const rest = referrers.length - named;
  if (rest === 0) return parts.join('; ');
  return named === 0
    ? `${rest} public ${rest === 1 ? 'document' : 'documents'}`
    : `${parts.join('; ')} and ${rest} more`;
}

/** Throws 409 when something else that is public refers to the document. */
export async function refuseWhenReferenced(
  collection: string,
  id: string,
  req: PayloadRequest,
): Promise<void> {
  // a document names each of the others once, and itself never
  const found = await referrersOf({ payload: req.payload, req }, collection, [id]);
  if (found.length === 0) return;
  const others = found.map(({ fromCollection, fromId }) => ({ collection: fromCollection, id: fromId }));
  const verb = others.length === 1 ? 'refers' : 'refer';
  const message = `${await nameThem(others, req)} ${verb} to it. Take it out there first.`;
  throw new APIError(`This cannot be deleted: ${message}`, 409, null, true);
}

export const refuseDeletingReferenced: CollectionBeforeDeleteHook = ({ collection, id, req }) =>
  refuseWhenReferenced(collection.slug, String(id), req);

/** Putting something in the trash takes it away from what refers to it, as deleting does. */
export const refuseTrashingReferenced: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  if (data.deletedAt && originalDoc && !originalDoc.deletedAt) {
    await refuseWhenReferenced(collection.slug, String(originalDoc.id), req);
  }
  return data;
};
