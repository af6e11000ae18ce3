/** Reads what lies on the desk of a person, as they may see it. Without a transaction of its own. */
import type { PayloadRequest, Where } from 'payload';
import { siteLimit } from '../../collections/access/actors.js';
import { countiesOf, licenseIdsOf } from '../../collections/availability/storedEntry.js';
import { idOf } from '../../collections/blocks/fieldValues.js';
import { defaultLocale, type Locale } from '../../collections/locales.js';
import type { Availability, License, Site } from '../payload-types.js';
import type { Desk, DeskLicense, DeskService, DeskSite, PendingDraft, StoredEntry } from './desk.js';

const everything = { depth: 0, pagination: false } as const;

/** With the names in the language asked for, or in the default one. */
const named = (req: PayloadRequest) => ({
  ...everything,
  ...{ fallbackLocale: defaultLocale, locale: localeOf(req), overrideAccess: true, req },
});

/** The language in which names are told. */
export function localeOf({ locale }: Pick<PayloadRequest, 'locale'>): Locale {
  return locale === 'es' ? 'es' : defaultLocale;
}

function siteOf({ id, name, slug, stateOrder, timeZone }: Site): DeskSite {
  return { id, slug, name: name ?? slug, timeZone: timeZone ?? 'UTC', stateOrder: stateOrder ?? [] };
}

async function readSites(req: PayloadRequest): Promise<DeskSite[]> {
  const limit = siteLimit(req);
  const { docs } = await req.payload.find({
    ...{ collection: 'sites', ...named(req), sort: 'slug' },
    ...(limit ? { where: { id: { in: limit } } } : {}),
  });
  return docs.map(siteOf);
}

async function readServices(req: PayloadRequest, sites: DeskSite[]): Promise<DeskService[]> {
  const { docs } = await req.payload.find({
    ...{ collection: 'services', ...named(req), sort: 'slug' },
    where: { site: { in: sites.map(({ id }) => id) } },
  });
  return docs.flatMap(({ _status, id, name, site, slug }) => {
    const found = sites.find((each) => each.id === idOf(site));
    return found ? { id, slug, name: name ?? slug, site: found, isPublished: _status === 'published' } : [];
  });
}

async function namesOfHolders(req: PayloadRequest, docs: License[]): Promise<ReadonlyMap<string, string>> {
  const ids = docs.flatMap(({ holder }) => idOf(holder?.person) ?? []);
  if (ids.length === 0) return new Map();
  const people = await req.payload.find({
    ...{ collection: 'people', ...named(req), where: { id: { in: ids } } },
  });
  return new Map(people.docs.map(({ id, name }) => [id, name]));
}

async function readLicenses(req: PayloadRequest): Promise<DeskLicense[]> {
  const { docs } = await req.payload.find({
    ...{ collection: 'licenses', ...named(req), sort: ['state', 'number', 'id'] },
  });
  const people = await namesOfHolders(req, docs);
  return docs.map(({ expiresOn, holder, id, issuedOn, kind, number, sites, slug, state }) => ({
    ...{ id, slug, number, kind, state, expiresOn: expiresOn ?? null, issuedOn: issuedOn ?? null },
    sites: (sites ?? []).flatMap((site) => idOf(site) ?? []),
    holder: people.get(idOf(holder?.person) ?? '') ?? holder?.organization ?? '',
  }));
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function entryOf(row: Availability): StoredEntry {
  const { id, service, state, status } = row;
  const { list, mode } = countiesOf(row);
  // read in all languages, a note is one text for each
  const notes = (row.publicNote ?? {}) as Partial<Record<Locale, unknown>>;
  return {
    ...{ id, service: idOf(service) ?? '', state, status },
    counties: { mode, list: [...list] },
    ...{ effectiveFrom: row.effectiveFrom ?? null, effectiveTo: row.effectiveTo ?? null },
    licenses: licenseIdsOf(row),
    ...{ reviewedAt: row.reviewedAt ?? null, reviewDueAt: row.reviewDueAt ?? null },
    publicNote: { en: text(notes.en), es: text(notes.es) },
    internalNote: text(row.internalNote),
  };
}

async function readEntries(req: PayloadRequest, services: string[]): Promise<StoredEntry[]> {
  const { docs } = await req.payload.find({
    ...{ collection: 'availability', ...everything, locale: 'all', overrideAccess: true, req },
    ...{ sort: ['state', 'effectiveFrom', 'id'] },
    where: { and: [{ service: { in: services } }, { _status: { equals: 'published' } }] },
  });
  return docs.map((row) => entryOf(row as unknown as Availability));
}

interface Version {
  parent: string;
  updatedAt: string;
  version: { _status?: string; deletedAt?: unknown; service?: unknown; state?: string };
}

/** The last version of each document, where it is a draft. */
async function readDrafts(req: PayloadRequest, services: string[]): Promise<PendingDraft[]> {
  const where: Where = { and: [{ latest: { equals: true } }, { 'version.service': { in: services } }] };
  const { docs } = await req.payload.db.findVersions<Version['version']>({
    ...{ collection: 'availability', limit: 0, locale: 'all', pagination: false, req, where },
    sort: 'updatedAt',
  });
  const last = new Map(
    (docs as unknown as Version[]).map((each) => [String(idOf(each.parent)), each.version]),
  );
  return [...last].flatMap(([id, { _status, deletedAt, service, state }]) =>
    _status === 'draft' && !deletedAt ? { id, service: idOf(service) ?? '', state: state ?? '' } : [],
  );
}

/** Of their own sites, and of all sites. */
function visibleAmong(licenses: readonly DeskLicense[], limit: string[] | null): ReadonlySet<string> {
  const isVisible = ({ sites }: DeskLicense) =>
    limit === null || sites.length === 0 || sites.some((site) => limit.includes(site));
  return new Set(licenses.filter(isVisible).map(({ id }) => id));
}

/**
 * The desk of whoever sent `req`, in the transaction of `req` when it has one. Rights are looked at before. `req` is one of the
 * house (createLocalReq): lists of a request from outside are cut short.
 */
export async function readDesk(req: PayloadRequest): Promise<Desk> {
  const sites = await readSites(req);
  const services = await readServices(req, sites);
  const ids = services.map(({ id }) => id);
  const licenses = await readLicenses(req);
  const visibleLicenses = visibleAmong(licenses, siteLimit(req));
  const [entries, drafts] = [await readEntries(req, ids), await readDrafts(req, ids)];
  const isLimited = siteLimit(req) !== null;
  return { isLimited, sites, services, licenses, visibleLicenses, entries, drafts };
}
