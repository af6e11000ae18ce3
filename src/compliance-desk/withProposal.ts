/** The documents of pages, with rules and disclaimers as a proposal has them. */
import type { Documents, LocalizedDisclaimer } from '../pages/documents.js';
import { byText } from '../pages/sorting.js';
import { shownIn } from './readDisclaimer.js';
import type { Proposal } from './readProposal.js';

const bySlug = (one: { slug: string; id: string }, other: { slug: string; id: string }): number =>
  byText(one.slug, other.slug) || byText(one.id, other.id);

const isThere = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

/** Answers what `documents` answers, but for what the proposal changes, adds or takes down; in the order of the port. */
export function withProposal(documents: Documents, { disclaimers, rules }: Proposal): Documents {
  const { locale } = documents;
  const isOwn = (each: LocalizedDisclaimer) => each.locale === locale;
  return {
    ...documents,
    rules: async () => {
      const kept = (await documents.rules()).filter(({ id }) => !rules.has(id));
      return [...kept, ...[...rules.values()].filter(isThere)].sort(bySlug);
    },
    disclaimers: async (ids) => {
      const wanted = [...new Set(ids)];
      const kept = await documents.disclaimers(wanted.filter((id) => !disclaimers.has(id)));
      const proposed = wanted.map((id) => disclaimers.get(id)).filter(isThere);
      const found = [...kept, ...proposed.map((each) => shownIn(each, locale)).filter(isThere)];
      const sorted = found.sort((one, other) => byText(one.id, other.id));
      return [...sorted.filter(isOwn), ...sorted.filter((each) => !isOwn(each))];
    },
  };
}
