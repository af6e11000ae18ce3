/** The public pages for which a rule would hold as it stands in its form. */
import type { PayloadRequest } from 'payload';
import { heldConditions } from '../compliance/matchRule.js';
import { atOnePosition } from '../publishing/ledger/atOnePosition.js';
import type { MatchesAnswer, MatchesBody } from './answers.js';
import { conditionProblems } from './problems.js';
import { eachPublicPage, publicDocuments } from './publicPages.js';
import { conditionsIn, matchIn } from './readRule.js';

/** `req` is one of the house; `body` is a MatchesBody that nobody has looked at. Throws 400 for what cannot be read. */
export async function matchingPages(
  req: PayloadRequest,
  fields: Record<string, unknown>,
): Promise<MatchesAnswer> {
  const part = { fields, path: '' };
  const rule: MatchesBody = { match: matchIn(part), conditions: conditionsIn(part) };
  const { answer } = await atOnePosition(req.payload, async () => {
    const at = new Date().toISOString();
    const found: MatchesAnswer['pages'] = [];
    const counts = await eachPublicPage(publicDocuments(req.payload, at), (pages) => {
      for (const { named, properties } of pages) {
        const conditions = heldConditions(rule, properties);
        if (conditions) found.push({ ...named, conditions });
      }
    });
    return { at, pages: found, ...counts };
  });
  return { ...answer, problems: await conditionProblems(req, rule.conditions, 'conditions') };
}
