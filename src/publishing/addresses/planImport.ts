/** What an import of redirects would do: held against each other, against what is stored, and against pages. Pure. */
import { followRedirects } from './followRedirects.js';
import type { LineMove } from './movesOfLines.js';
import type { Standing } from './pagesAt.js';
import { type LineError, lineError } from './readRedirectsCsv.js';
import { leadsAlike, type Move, type StoredMove } from './redirectRows.js';
import { hidesPage, leadsBack } from './settleRedirect.js';
import { type Address, keyOf } from './sites.js';

export interface ImportPlan {
  create: Move[];
  change: { stored: StoredMove; to: Address; reason?: string | null }[];
  /** Stored redirects that are in no line and lead on, to where a line leads from their end. */
  leadOn: { stored: StoredMove; to: Address }[];
  unchanged: number;
  errors: LineError[];
}

export interface Stands {
  stored: readonly StoredMove[];
  /** Public pages by `keyOf`, at the starts of all lines and of all stored redirects. */
  pages: ReadonlyMap<string, Standing>;
}

interface Sorted {
  /** The first line from each address. */
  first: Map<string, LineMove>;
  repeated: number;
  errors: LineError[];
}

function sortOut(moves: readonly LineMove[]): Sorted {
  const sorted: Sorted = { first: new Map(), repeated: 0, errors: [] };
  for (const move of moves) {
    const other = sorted.first.get(keyOf(move.from));
    if (!other) sorted.first.set(keyOf(move.from), move);
    else if (leadsAlike(other, move)) sorted.repeated += 1;
    else {
      const message = `“${move.from.path}” leads to “${other.to.path}” in line ${other.line} already.`;
      sorted.errors.push(lineError(move.line, message, 'from'));
    }
  }
  return sorted;
}

/** Throws nothing; what is wrong stands in `errors`, and then the rest of the plan is not to be carried out. */
export async function planImport(moves: readonly LineMove[], { pages, stored }: Stands): Promise<ImportPlan> {
  const { errors, first, repeated } = sortOut(moves);
  const plan: ImportPlan = { create: [], change: [], leadOn: [], unchanged: repeated, errors };
  const byStart = new Map(stored.map((each) => [keyOf(each.from), each]));
  const next = (address: Address): Address | null => {
    const key = keyOf(address);
    return first.get(key)?.to ?? (pages.has(key) ? null : (byStart.get(key)?.to ?? null));
  };

  function settle(move: LineMove, to: Address): void {
    const before = byStart.get(keyOf(move.from));
    const reason = move.reason ?? before?.reason ?? null;
    if (!before) plan.create.push({ from: move.from, to, reason });
    else if (leadsAlike(before, { from: move.from, to }) && reason === before.reason) plan.unchanged += 1;
    else plan.change.push({ stored: before, to, reason });
  }

  for (const move of first.values()) {
    const page = pages.get(keyOf(move.from));
    if (page) errors.push(lineError(move.line, hidesPage(move.from.path, page.kind), 'from'));
    const followed = await followRedirects(move.from, move.to, next);
    if ('circle' in followed) errors.push(lineError(move.line, leadsBack(move, followed.circle), 'to'));
    else settle(move, followed.end);
  }
  for (const each of stored) {
    if (first.has(keyOf(each.from)) || !first.has(keyOf(each.to))) continue;
    const followed = await followRedirects(each.from, each.to, next);
    if ('end' in followed) plan.leadOn.push({ stored: each, to: followed.end });
  }
  errors.sort((one, other) => one.line - other.line);
  return plan;
}
