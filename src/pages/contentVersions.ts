/** Versions of content: the newest draft for those who may read it, and one version for whom it was shared with. */
import type { Payload, SelectType, TypedUser, Where } from 'payload';
import type { Locale } from '../../collections/locales.js';
import type { PageKind } from './addresses.js';
import type { DocumentOf } from './documents.js';
import { pageFields } from './pageFields.js';
import { titleFields } from './questions.js';

/** A saved state of content, be it a draft or published. */
export interface ContentVersion {
  kind: PageKind;
  versionId: string;
  /** Only the fields that pages read, in one locale and no other. */
  doc: DocumentOf<PageKind>;
}

interface Asking {
  payload: Payload;
  locale: Locale;
}

/** Without `user` nobody's rights are looked at. */
interface Looking extends Asking {
  user?: TypedUser | null;
}

type Found = { id: string | number; parent: unknown; version: Record<string, unknown> };

const selected = (kind: PageKind) => ({
  parent: true,
  version: Object.fromEntries([...pageFields[kind]].map((field) => [field, true])),
});

async function findVersion(
  { locale, payload, user }: Looking,
  kind: PageKind,
  where: Where[],
): Promise<ContentVersion | null> {
  // a language without its title is not there, as on every other way to a page
  const inLocale = { [`version.${titleFields[kind]}`]: { exists: true } };
  const { docs } = await payload.findVersions({
    ...{ collection: kind, depth: 0, fallbackLocale: false, limit: 1, locale, pagination: false },
    ...(user === undefined ? { overrideAccess: true } : { overrideAccess: false, user }),
    select: selected(kind) as SelectType as never,
    sort: '-updatedAt',
    where: { and: [...where, inLocale] },
  });
  const [found] = docs as unknown as Found[];
  if (!found) return null;
  const doc = { ...found.version, id: String(found.parent) } as DocumentOf<PageKind>;
  return { kind, versionId: String(found.id), doc };
}

/** What was saved last under this slug, of what `user` may read; nothing that lies in the trash. */
export function newestDraft(
  asking: Asking & { user: TypedUser | null },
  kind: PageKind,
  slug: string,
): Promise<ContentVersion | null> {
  return findVersion(asking, kind, [{ 'version.slug': { equals: slug } }, { latest: { equals: true } }]);
}

async function isThere(payload: Payload, kind: PageKind, id: string): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: kind,
    overrideAccess: true,
    where: { id: { equals: id } },
  });
  return totalDocs > 0;
}

/** This very version, while it is kept and its document is neither deleted nor in the trash. */
export async function oneVersion(
  { locale, payload }: Asking,
  { kind, versionId }: Pick<ContentVersion, 'kind' | 'versionId'>,
): Promise<ContentVersion | null> {
  const found = await findVersion({ locale, payload }, kind, [{ id: { equals: versionId } }]);
  return found && (await isThere(payload, kind, found.doc.id)) ? found : null;
}
