/** Which public content may show the availability of some services: found by what refers to what, from the ledger. */
import type { Payload } from 'payload';
import { isPageKind, type PageKind } from '../pages/addresses.js';
import { referrersOf } from '../publishing/ledger/references.js';

export interface Candidate {
  kind: PageKind;
  id: string;
}

/** These refer to services, but pages do not read them by that. */
const aside = new Set(['availability', 'licenses']);

/**
 * Content that names one of these services (ids), places it, or names something that leads to it, such as a call to action.
 * Content that only links to such content is none.
 */
export async function candidatePages(payload: Payload, services: readonly string[]): Promise<Candidate[]> {
  const content = new Map<string, Candidate>();
  const seen = new Set(services);
  let reached = new Map<string, string[]>([['services', [...services]]]);
  while (reached.size > 0) {
    const next = new Map<string, string[]>();
    for (const [collection, ids] of reached) {
      for (const { fromCollection, fromId } of await referrersOf({ payload }, collection, ids)) {
        if (aside.has(fromCollection) || seen.has(fromId)) continue;
        seen.add(fromId);
        if (isPageKind(fromCollection)) content.set(fromId, { kind: fromCollection, id: fromId });
        // articles show the answers of FAQs
        if (!isPageKind(fromCollection) || fromCollection === 'faqs')
          next.set(fromCollection, [...(next.get(fromCollection) ?? []), fromId]);
      }
    }
    reached = next;
  }
  return [...content.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}
