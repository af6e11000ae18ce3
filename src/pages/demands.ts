/** What rules ask of pages, with the disclaimers that they name. Dates are looked at when the answer is composed. */
import { type Attached, attachDisclaimers, type Demand, demandsOf } from '../compliance/attachDisclaimers.js';
import type { PageProperties } from '../compliance/pageProperties.js';
import type { Rule } from '../payload-types.js';
import type { Documents, LocalizedDisclaimer } from './documents.js';
import { isOnSite } from './onSite.js';
import { type PageSeen, propertiesOf } from './propertiesOf.js';

/** What rules ask of one page at any time, and the disclaimers that its site may show. */
export interface Demanded {
  demands: Demand[];
  disclaimers: LocalizedDisclaimer[];
}

/** Of some disclaimers those that the demands name, and that the site may show. */
function demandedOf(
  demands: Demand[],
  known: readonly LocalizedDisclaimer[],
  siteId: string | undefined,
): Demanded {
  const ids = new Set(demands.map(({ disclaimerId }) => disclaimerId));
  return { demands, disclaimers: known.filter((each) => ids.has(each.id) && isOnSite(each, siteId)) };
}

interface Shelves {
  rules: readonly Rule[];
  /** At least those that the rules may name. */
  disclaimers: readonly LocalizedDisclaimer[];
}

/** What rules ask of something with these properties that the site shows. */
export const demandedBy = (
  { disclaimers, rules }: Shelves,
  properties: PageProperties,
  siteId: string,
): Demanded => demandedOf(demandsOf(rules, properties), disclaimers, siteId);

type Seen = PageSeen & { site: { id: string; slug: string } | null };

/** One query for all pages, two when a disclaimer has not been translated. Answers stand in the order of the pages. */
export async function loadDemanded(
  documents: Documents,
  rules: readonly Rule[],
  pages: readonly Seen[],
): Promise<Demanded[]> {
  const demands = pages.map((page) => demandsOf(rules, propertiesOf(page)));
  const named = await documents.disclaimers(demands.flat().map(({ disclaimerId }) => disclaimerId));
  return pages.map(({ site }, index) => demandedOf(demands[index] ?? [], named, site?.id));
}

/** Those that stand on the page at `at` (ISO 8601). */
export function attachedAt({ demands, disclaimers }: Demanded, at: string): Attached<LocalizedDisclaimer>[] {
  return attachDisclaimers(demands, disclaimers, at);
}
