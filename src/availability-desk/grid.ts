/** What the grid shows: one cell for each service and state that has an entry or a draft. Pure. */
import type { Locale } from '../../collections/locales.js';
import type { Entry, License } from '../availability/entry.js';
import { licenseInForce } from '../availability/licenses.js';
import { isInForce, nextChangeAt } from '../availability/periods.js';
import type { CountyTable } from '../availability/places.js';
import { nameOfState, states } from '../availability/states.js';
import { isEffective } from '../compliance/effectiveDates.js';
import type { GridAnswer, GridCell, GridLicense, Shows } from './answers.js';
import { byBeginning, byId, type CellKey, coreOf, type Desk, keyOf, type StoredEntry } from './desk.js';

interface GridPlace {
  /** ISO 8601. */
  at: string;
  locale: Locale;
  table: CountyTable;
}

function showsOf(current: Entry | null, at: string): Shows {
  if (!current) return 'none';
  return isInForce(current, at) ? current.status : 'no-license';
}

function reviewOf(current: StoredEntry | undefined, at: string): GridCell['review'] {
  if (!current?.reviewDueAt) return 'none';
  return Date.parse(current.reviewDueAt) <= Date.parse(at) ? 'overdue' : 'due';
}

const begins = ({ effectiveFrom }: StoredEntry, at: string) =>
  effectiveFrom !== null && Date.parse(effectiveFrom) > Date.parse(at);

interface CellPlace {
  at: string;
  drafts: Desk['drafts'];
  licenses: ReadonlyMap<string, License>;
}

function cellOf(
  { service, state }: CellKey,
  own: readonly StoredEntry[],
  { at, drafts, licenses }: CellPlace,
): GridCell {
  const current = own.find((entry) => isEffective(entry, at));
  const upcoming = own.filter((entry) => begins(entry, at)).sort(byBeginning);
  const cores = own.map((entry) => coreOf(entry, licenses));
  const isHere = (draft: CellKey) => keyOf(draft) === keyOf({ service, state });
  return {
    ...{ service, state, shows: showsOf(current ? coreOf(current, licenses) : null, at) },
    ...{ current: current ?? null, upcoming },
    past: own.length - upcoming.length - (current ? 1 : 0),
    nextChangeAt: nextChangeAt(cores, at),
    review: reviewOf(current, at),
    drafts: drafts.filter(isHere).map(({ id }) => id),
  };
}

function cellsOf(desk: Desk, at: string): GridCell[] {
  const cells = new Map<string, CellKey & { own: StoredEntry[] }>();
  const services = byId(desk.services);
  for (const { service, state } of [...desk.entries, ...desk.drafts]) {
    if (services.has(service)) cells.set(keyOf({ service, state }), { service, state, own: [] });
  }
  for (const entry of desk.entries) cells.get(keyOf(entry))?.own.push(entry);
  const place = { at, drafts: desk.drafts, licenses: byId(desk.licenses) };
  return [...cells.values()].map(({ own, ...key }) => cellOf(key, own, place));
}

function licensesOf(desk: Desk, at: string): GridLicense[] {
  return desk.licenses
    .filter(({ id }) => desk.visibleLicenses.has(id))
    .map((license) => {
      const { expiresOn, holder, id, issuedOn, kind, number, state } = license;
      const isInForceThen = licenseInForce(license, at);
      return { id, number, state, kind, holder, issuedOn, expiresOn, isInForce: isInForceThen };
    });
}

/** The desk as of `at`. Cells stand in no order. */
export function gridOf(desk: Desk, { at, locale, table }: GridPlace): GridAnswer {
  return {
    at,
    sites: desk.sites.map(({ id, name, slug, timeZone }) => ({ id, slug, name, timeZone })),
    services: desk.services.map(({ id, isPublished, name, site, slug }) => ({
      ...{ id, slug, name, site: site.slug, isPublished },
    })),
    states: states.map(({ usps }) => ({
      ...{ usps, name: nameOfState(usps, locale), counties: table.inState(usps).length },
    })),
    cells: cellsOf(desk, at),
    licenses: licensesOf(desk, at),
  };
}
