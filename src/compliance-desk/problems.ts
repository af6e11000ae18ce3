/** What publishing would refuse, and what makes a rule do nothing: said before, in the words of the form. */
import type { PayloadRequest } from 'payload';
import { valueProblem } from '../../collections/compliance/conditionValues.js';
import { defaultLocale } from '../../collections/locales.js';
import type { Condition } from '../compliance/matchRule.js';
import { PublishedDocuments } from '../pages/publishedDocuments.js';
import type { Rule } from '../payload-types.js';
import type { Problem } from './answers.js';
import { attachedIds } from './comparePage.js';
import type { Proposal } from './readProposal.js';
import { withProposal } from './withProposal.js';

/** Values that name nothing. `place` is where the conditions stand, such as `rules.0.conditions`. */
export async function conditionProblems(
  req: PayloadRequest,
  conditions: readonly Condition[],
  place: string,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [index, condition] of conditions.entries()) {
    const message = await valueProblem(condition, req);
    if (message) problems.push({ message, path: `${place}.${index}.value` });
  }
  return problems;
}

/** A rule attaches what is public, or what is proposed with it. */
function effectProblem(rule: Rule, publicIds: ReadonlySet<string>, place: string): Problem[] {
  if (rule.effect.kind !== 'attachDisclaimer') return [];
  const path = `${place}.effect.disclaimer`;
  const [id] = attachedIds([rule]);
  if (id === undefined) return [{ message: 'Choose the disclaimer that the rule attaches.', path }];
  if (publicIds.has(id)) return [];
  return [{ message: 'The disclaimer is not public: the rule attaches nothing until it is.', path }];
}

/** Reads a few rows for each rule. */
export async function proposalProblems(
  req: PayloadRequest,
  proposal: Proposal,
  at: string,
): Promise<Problem[]> {
  const rules = [...proposal.rules].flatMap(([id, rule]) => (rule ? [{ id, rule }] : []));
  const documents = withProposal(new PublishedDocuments(req.payload, defaultLocale, at), proposal);
  const named = await documents.disclaimers(attachedIds(rules.map(({ rule }) => rule)));
  const publicIds = new Set(named.map(({ id }) => id));
  const found: Problem[] = [];
  for (const { id, rule } of rules) {
    const place = proposal.places.get(id) ?? 'rules';
    found.push(...(await conditionProblems(req, rule.conditions ?? [], `${place}.conditions`)));
    found.push(...effectProblem(rule, publicIds, place));
  }
  return found;
}
