/** People and clients limited to some sites cannot put content on other sites, or on all. */
import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload';
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

/** Gives new content of a limited person their sites, and refuses any other. */
export function keepWithinSites(scope: SiteScope): CollectionBeforeChangeHook {
  return async ({ data, operation, originalDoc, req }) => {
    const limit = siteLimit(req);
    if (!limit || scope === 'shared') return data;
    if (operation === 'create' && scope === 'sites' && !data.sites?.length) return { ...data, sites: limit };
    const sites = await sitesOf(req, scope, { ...originalDoc, ...data });
    if (sites.length === 0) refuse('You may save this for your own sites only; name at least one of them.');
    if (sites.some((site) => !limit.includes(site))) refuse('You may save this for your own sites only.');
    return data;
  };
}
