/** People and clients limited to some sites cannot put content on other sites, or on all. */
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type PayloadRequest,
} from 'payload';
import { siteLimit } from '../access/actors.js';
import type { SiteScope } from '../access/siteScope.js';

const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? String((value as { id: unknown }).id) : String(value);

function refuse(message: string): never {
  throw new APIError(message, 403, null, true);
}

async function siteOfService(req: PayloadRequest, service: unknown): Promise<string[]> {
  const found = await req.payload.findByID({
    collection: 'services',
    id: idOf(service),
    depth: 0,
    disableErrors: true,
    draft: true,
    overrideAccess: true,
    req,
    select: { site: true },
  });
  return found ? [idOf(found.site)] : [];
}

/** The ids of the sites that the saved document would belong to. */
async function sitesOf(
  req: PayloadRequest,
  scope: SiteScope,
  doc: Record<string, unknown>,
): Promise<string[]> {
  if (scope === 'sites') return ((doc.sites as unknown[] | null | undefined) ?? []).map(idOf);
  if (scope === 'site') return doc.site ? [idOf(doc.site)] : [];
  if (scope === 'self') return doc.id ? [idOf(doc.id)] : [];
  return doc.service ? siteOfService(req, doc.service) : [];
}

function refuseBeyond(limit: string[], sites: string[], message: string): void {
  if (sites.length === 0 || sites.some((site) => !limit.includes(site))) refuse(message);
}

const notYours = 'This is shown on other sites too; only people who work for those may change it.';
const notThere = 'You may save this for your own sites only; name at least one of them.';

/** Gives new content of a limited person their sites; refuses to move any, and to change what other sites show. */
export function keepWithinSites(scope: SiteScope): CollectionBeforeChangeHook {
  return async ({ data, operation, originalDoc, req }) => {
    const limit = siteLimit(req);
    if (!limit || scope === 'shared') return data;
    if (operation === 'create' && scope === 'sites' && !data.sites?.length) return { ...data, sites: limit };
    if (operation === 'update') refuseBeyond(limit, await sitesOf(req, scope, originalDoc), notYours);
    refuseBeyond(limit, await sitesOf(req, scope, { ...originalDoc, ...data }), notThere);
    return data;
  };
}

/** Refuses a limited person to delete what other sites show as well. */
export function deleteWithinSites(scope: SiteScope): CollectionBeforeDeleteHook {
  return async ({ collection, id, req }) => {
    const limit = siteLimit(req);
    if (!limit || scope !== 'sites') return;
    const doc = await req.payload.db.findOne<{ id: string; sites?: unknown[] }>({
      collection: collection.slug,
      req,
      where: { id: { equals: id } },
    });
    if (doc) refuseBeyond(limit, await sitesOf(req, scope, doc), notYours);
  };
}
