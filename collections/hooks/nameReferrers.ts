/** Names the documents that stand in the way of a write, as far as the caller may read them. */
import type { PayloadRequest } from 'payload';
import { locales } from '../locales.js';

/** How many referrers are named; the others are counted. */
const mostNamed = 5;
const longestTitle = 80;

export interface Referrer {
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

/** “Articles “One”, “Two”; FAQ “Three” and 4 more”, in the caller's language where there is a title in it. */
export async function nameThem(referrers: readonly Referrer[], req: PayloadRequest): Promise<string> {
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
