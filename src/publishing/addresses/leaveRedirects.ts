/**
 * A page that has moved leaves redirects behind. Called by the ledger's listener inside the transaction that makes the new
 * state public, so it works whichever door the change came through. No chains: what led to the old address leads to the new
 * one. No loops: what led away from the new address goes, for the page stands there now.
 */
import { idOf } from '../../../collections/blocks/fieldValues.js';
import { formerPathsOf, type PageKind, pathOf } from '../../pages/addresses.js';
import { isOnSite } from '../../pages/onSite.js';
import { pagesAt } from './pagesAt.js';
import {
  changeRedirect,
  createRedirect,
  findRedirects,
  leadsAlike,
  type Move,
  removeRedirect,
  type StoredMove,
} from './redirectRows.js';
import { type Address, keyOf, type Place, readSites, type SiteRow } from './sites.js';

type Row = Record<string, unknown>;

export interface MovedDocument {
  collection: PageKind;
  documentId: string;
  /** The last public state, in all languages; null for what has never been public. */
  before: Row | null;
  /** The new public state, in all languages. */
  after: Row;
}

export const movedReason = 'Moved automatically';

/** A page that left one address, and the other addresses under which it stood there before. */
interface Departure extends Move {
  formerly: Address[];
}

const siteIdsOf = ({ sites }: Row): string[] =>
  (Array.isArray(sites) ? sites : []).flatMap((site) => idOf(site) ?? []);

const isEqualSet = (one: string[], other: string[]) =>
  one.length === other.length && one.every((each) => other.includes(each));

const standsAlike = (before: Row, after: Row) =>
  before.slug === after.slug && isEqualSet(siteIdsOf(before), siteIdsOf(after));

/** The site that stands for the document: the canonical one, else the first that is live, else the first. */
function homeOf(after: Row, sites: readonly SiteRow[]): SiteRow | undefined {
  const order = [idOf(after.canonicalSite), ...siteIdsOf(after)];
  const shown = order.flatMap(
    (id) => sites.find((site) => site.id === id && isOnSite(after as object, site.id)) ?? [],
  );
  return shown.find(({ live }) => live !== false) ?? shown[0];
}

function departuresOf({ after, before, collection }: MovedDocument, sites: readonly SiteRow[]): Departure[] {
  if (!before || typeof before.slug !== 'string') return [];
  const [oldSlug, newSlug] = [before.slug, String(after.slug)];
  return sites.flatMap((site): Departure[] => {
    if (!isOnSite(before as object, site.id)) return [];
    const target = isOnSite(after as object, site.id) ? site : homeOf(after, sites);
    if (!target) return [];
    const from = { site: site.id, path: pathOf(collection, oldSlug, site) };
    const to = { site: target.id, path: pathOf(collection, newSlug, target) };
    if (keyOf(from) === keyOf(to)) return [];
    const formerly = formerPathsOf(collection, oldSlug, site.formerPrefixes);
    return [{ from, to, formerly: formerly.map((path) => ({ site: site.id, path })) }];
  });
}

function arrivalsOf({ after, collection }: MovedDocument, sites: readonly SiteRow[]): Address[] {
  const shown = sites.filter((site) => isOnSite(after as object, site.id));
  return shown.map((site) => ({ site: site.id, path: pathOf(collection, String(after.slug), site) }));
}

function findTouched(
  place: Place,
  departures: readonly Departure[],
  arrivals: readonly Address[],
): Promise<StoredMove[]> {
  const unique = (addresses: Address[]) => [...new Set(addresses.map(({ path }) => path))];
  const from = unique([...departures.map((each) => each.from), ...arrivals]);
  const to = unique(departures.flatMap((each) => [each.from, ...each.formerly]));
  return findRedirects(place, {
    or: [{ from: { in: from } }, ...(to.length > 0 ? [{ to: { in: to } }] : [])],
  });
}

/** Stored redirects that led to where the page stood lead to where it stands; those in its way go. */
async function settleStored(
  place: Place,
  stored: readonly StoredMove[],
  { arrivals, departures }: { arrivals: readonly Address[]; departures: readonly Departure[] },
): Promise<void> {
  const arrived = new Set(arrivals.map(keyOf));
  const newTargets = new Map(
    departures.flatMap(({ formerly, from, to }) => [from, ...formerly].map((each) => [keyOf(each), to])),
  );
  for (const each of stored) {
    const to = newTargets.get(keyOf(each.to));
    if (arrived.has(keyOf(each.from))) await removeRedirect(place, each);
    else if (to) await changeRedirect(place, each, { to });
  }
}

/** Whoever stood last at an address is followed: a former one keeps the redirect that it has. */
async function leave(
  place: Place,
  { formerly, from, to }: Departure,
  standing: ReadonlyMap<string, StoredMove>,
): Promise<void> {
  const stored = standing.get(keyOf(from));
  const move = { from, to, reason: movedReason };
  if (!stored) await createRedirect(place, move);
  else if (!leadsAlike(stored, move)) await changeRedirect(place, stored, move);
  for (const each of formerly) {
    if (!standing.has(keyOf(each))) await createRedirect(place, { ...move, from: each });
  }
}

/** Those at whose address no other page stands now. */
async function withoutTaken(
  place: Place,
  departures: readonly Departure[],
  { except, sites }: { except: string; sites: readonly SiteRow[] },
): Promise<Departure[]> {
  const left = departures.flatMap(({ formerly, from }) => [from, ...formerly]);
  const taken = await pagesAt(place, left, { sites, except });
  const free = departures.filter(({ from }) => !taken.has(keyOf(from)));
  return free.map((each) => ({
    ...each,
    formerly: each.formerly.filter((address) => !taken.has(keyOf(address))),
  }));
}

/**
 * Leaves a redirect wherever the document stood before and stands no longer, and clears its new addresses of redirects.
 * Writes through the adapter, inside the transaction of `req`. Asks nothing when slug and sites are as before; told the same
 * twice it writes nothing the second time.
 */
export async function leaveRedirects(place: Place, moved: MovedDocument): Promise<void> {
  const { after, before, documentId } = moved;
  if (before && standsAlike(before, after)) return;
  const named = [siteIdsOf(after), before ? siteIdsOf(before) : []];
  const isOnAll = named[0]?.length === 0 || (before && named[1]?.length === 0);
  const sites = await readSites(place, isOnAll ? undefined : named.flat());
  const departures = departuresOf(moved, sites);
  const arrivals = arrivalsOf(moved, sites);
  const stored = await findTouched(place, departures, arrivals);
  await settleStored(place, stored, { arrivals, departures });
  const leaving = await withoutTaken(place, departures, { sites, except: documentId });
  if (leaving.length === 0) return;
  const paths = leaving.flatMap(({ formerly, from }) => [from, ...formerly]).map(({ path }) => path);
  const standing = await findRedirects(place, { from: { in: paths } });
  const byStart = new Map(standing.map((each) => [keyOf(each.from), each]));
  for (const departure of leaving) await leave(place, departure, byStart);
}
