/** Turns lines of a CSV file into moves: sites by slug or host name, web addresses reduced to paths. Pure. */
import { plainPath } from '../../pages/addresses.js';
import { type CsvLine, type LineError, lineError } from './readRedirectsCsv.js';
import { pathProblem } from './redirectPath.js';
import type { Move } from './redirectRows.js';
import type { Address, SiteRow } from './sites.js';

export interface LineMove extends Move {
  line: number;
}

export interface Known {
  sites: readonly SiteRow[];
  /** The slug of the site of lines that name none. */
  defaultSite?: string;
  /** The ids of the sites for which this person may write; all when absent. */
  allowedSites?: readonly string[] | null;
}

/** Thrown inside, caught for each line. */
class BadLine extends Error {
  constructor(
    message: string,
    readonly column: 'site' | 'from' | 'to' | 'toSite',
  ) {
    super(message);
  }
}

const withoutWww = (host: string) => host.toLowerCase().replace(/^www\./, '');

function hostOf(url: string | null | undefined): string[] {
  return url && URL.canParse(url) ? [new URL(url).hostname] : [];
}

function siteOfHost(host: string, sites: readonly SiteRow[]): SiteRow | undefined {
  const hostsOf = ({ domains, url }: SiteRow) => [
    ...(domains ?? []).map((each) => each.host),
    ...hostOf(url),
  ];
  return sites.find((site) => hostsOf(site).some((each) => withoutWww(each) === withoutWww(host)));
}

function siteOfSlug(slug: string, column: 'site' | 'toSite', sites: readonly SiteRow[]): SiteRow {
  const found = sites.find((site) => site.slug === slug);
  if (!found) throw new BadLine(`There is no site “${slug}”.`, column);
  return found;
}

interface Cell {
  path: string;
  /** The site of a web address. */
  site?: SiteRow;
}

function readCell(cell: string, column: 'from' | 'to', sites: readonly SiteRow[]): Cell {
  if (!/^https?:\/\//i.test(cell)) {
    const problem = pathProblem(cell);
    if (problem) throw new BadLine(cell === '' ? `“${column}” is empty.` : problem, column);
    return { path: plainPath(cell) };
  }
  if (!URL.canParse(cell)) throw new BadLine(`“${cell}” is no web address.`, column);
  const { hash, hostname, pathname, search } = new URL(cell);
  const site = siteOfHost(hostname, sites);
  if (!site) throw new BadLine(`No site has the host name “${hostname}”.`, column);
  if (search || hash) throw new BadLine('A redirect is about a path: leave out what follows ? or #.', column);
  return { path: plainPath(pathname), site };
}

function agreed(named: SiteRow | undefined, { site }: Cell, column: 'from' | 'to'): SiteRow | undefined {
  if (!named || !site || named.id === site.id) return named ?? site;
  throw new BadLine(`That is an address of “${site.slug}”, not of “${named.slug}”.`, column);
}

function startOf({ from, site }: CsvLine, { allowedSites, defaultSite, sites }: Known): Address {
  const cell = readCell(from, 'from', sites);
  const named = agreed(site === '' ? undefined : siteOfSlug(site, 'site', sites), cell, 'from');
  const found = named ?? (defaultSite ? siteOfSlug(defaultSite, 'site', sites) : undefined);
  if (!found) throw new BadLine('No site is named.', 'site');
  if (allowedSites && !allowedSites.includes(found.id)) {
    throw new BadLine(`You may not change redirects of “${found.slug}”.`, 'site');
  }
  return { site: found.id, path: cell.path };
}

function endOf({ to, toSite }: CsvLine, from: Address, { sites }: Known): Address {
  const cell = readCell(to, 'to', sites);
  const named = agreed(toSite === '' ? undefined : siteOfSlug(toSite, 'toSite', sites), cell, 'to');
  return { site: named?.id ?? from.site, path: cell.path };
}

function moveOfLine(line: CsvLine, known: Known): LineMove {
  const from = startOf(line, known);
  return { line: line.line, from, to: endOf(line, from, known), reason: line.reason || null };
}

/** What the lines mean, and what is wrong with those that mean nothing. */
export function movesOfLines(
  lines: readonly CsvLine[],
  known: Known,
): { moves: LineMove[]; errors: LineError[] } {
  const moves: LineMove[] = [];
  const errors: LineError[] = [];
  for (const line of lines) {
    try {
      moves.push(moveOfLine(line, known));
    } catch (error) {
      if (!(error instanceof BadLine)) throw error;
      errors.push(lineError(line.line, error.message, error.column));
    }
  }
  return { moves, errors };
}
