/** Redirects in bulk, from CSV: all of them or none, in one transaction. And all of them as CSV again. */
import { stringify } from 'csv-stringify/sync';
import { createLocalReq, type Payload, type TypedUser } from 'payload';
import { siteLimit } from '../../../collections/access/actors.js';
import { inTransaction, type OpenPlace } from '../../database/inTransaction.js';
import { invalidParameter } from '../../errors.js';
import { movesOfLines } from './movesOfLines.js';
import { pagesAt } from './pagesAt.js';
import { type ImportPlan, planImport } from './planImport.js';
import { columns, type LineError, readRedirectsCsv } from './readRedirectsCsv.js';
import { changeRedirect, createRedirect, findRedirects } from './redirectRows.js';
import { type Place, readSites, type SiteRow } from './sites.js';

export interface ImportOptions {
  /** Whose redirects they are and who is named in the records; without one it is the product itself. */
  user?: TypedUser | null;
  /** The slug of the site of lines that name none. */
  defaultSite?: string;
  /** Says what would be done and writes nothing. */
  dryRun?: boolean;
}

export interface ImportResult {
  created: number;
  changed: number;
  unchanged: number;
  /** Redirects in no line, which led to the start of one and now lead to its end. */
  ledOn: number;
  /** Every bad line. When there is one, nothing was written and the counts are 0. */
  errors: LineError[];
}

const refused = (errors: LineError[]): ImportResult => ({
  ...{ created: 0, changed: 0, unchanged: 0, ledOn: 0 },
  errors,
});

function refuseUnknown(slug: string | undefined, sites: readonly SiteRow[]): void {
  if (slug === undefined || sites.some((site) => site.slug === slug)) return;
  throw invalidParameter('site', `There is no site “${slug}”.`);
}

async function plan(
  place: Place,
  csv: string,
  { defaultSite, user }: ImportOptions,
): Promise<ImportPlan | LineError[]> {
  const read = readRedirectsCsv(csv);
  const sites = await readSites(place);
  refuseUnknown(defaultSite, sites);
  const known = { sites, defaultSite, allowedSites: user ? siteLimit({ user }) : null };
  const { errors, moves } = movesOfLines(read.lines, known);
  const stored = await findRedirects(place);
  const starts = [...moves, ...stored].map(({ from }) => from);
  const pages = await pagesAt(place, starts, { sites });
  const planned = await planImport(moves, { pages, stored });
  const wrong = [...read.errors, ...errors, ...planned.errors];
  return wrong.length > 0 ? wrong.sort((one, other) => one.line - other.line) : planned;
}

async function carryOut(place: Place, { change, create, leadOn }: ImportPlan): Promise<void> {
  for (const move of create) await createRedirect(place, move);
  for (const { stored, ...next } of [...change, ...leadOn]) await changeRedirect(place, stored, next);
}

async function importIn(place: OpenPlace, csv: string, options: ImportOptions): Promise<ImportResult> {
  place.req.user = options.user ?? null;
  const planned = await plan(place, csv, options);
  if (Array.isArray(planned)) return refused(planned);
  if (!options.dryRun) await carryOut(place, planned);
  const { change, create, leadOn, unchanged } = planned;
  return { created: create.length, changed: change.length, unchanged, ledOn: leadOn.length, errors: [] };
}

/** Brings in the redirects of a CSV file; bad lines are part of the answer. Throws 400 for a default site that is none. */
export function importRedirects(
  payload: Payload,
  csv: string,
  options: ImportOptions = {},
): Promise<ImportResult> {
  return inTransaction(payload, (place) => importIn(place, csv, options));
}

/** All redirects that a person may see, as CSV that can be brought in again. Throws 400 for a site that is none. */
export async function exportRedirects(
  payload: Payload,
  { site, user }: { site?: string; user?: TypedUser | null } = {},
): Promise<string> {
  const req = await createLocalReq({ user: user ?? undefined }, payload);
  const place = { payload, req };
  const sites = await readSites(place);
  refuseUnknown(site, sites);
  const slugs = new Map(sites.map(({ id, slug }) => [id, slug]));
  const limit = user ? siteLimit({ user }) : null;
  const isAsked = (id: string) => (!site || slugs.get(id) === site) && (!limit || limit.includes(id));
  const rows = (await findRedirects(place))
    .filter(({ from }) => isAsked(from.site))
    .map(({ from, reason, to }) => ({
      site: slugs.get(from.site) ?? '',
      from: from.path,
      to: to.path,
      toSite: to.site === from.site ? '' : (slugs.get(to.site) ?? ''),
      reason: reason ?? '',
    }))
    .sort((one, other) => compare(one.site, other.site) || compare(one.from, other.from));
  return stringify(rows, { columns: [...columns], escape_formulas: true, header: true });
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
