/** What publishing a proposal would change: which pages, on which sites, for whom, and how. Writes nothing. */
import type { Payload, PayloadRequest } from 'payload';
import type { Dated } from '../compliance/effectiveDates.js';
import { heldConditions } from '../compliance/matchRule.js';
import { idsNamed } from '../pages/bodyReferences.js';
import type { Documents } from '../pages/documents.js';
import type { Rule } from '../payload-types.js';
import { atOnePosition } from '../publishing/ledger/atOnePosition.js';
import type { ChangedPage, PreviewAnswer } from './answers.js';
import { attachedIds, comparePage, type Side, type Sides } from './comparePage.js';
import { proposalProblems } from './problems.js';
import { eachPublicPage, type PublicPage, publicDocuments } from './publicPages.js';
import { shownIn } from './readDisclaimer.js';
import { type Proposal, readProposal } from './readProposal.js';
import { withProposal } from './withProposal.js';

/** As many later moments as pages are looked at for. */
const mostMoments = 3;

/** What the proposal says itself, and what it takes the place of. */
async function datedOf(documents: Documents, { disclaimers, rules }: Proposal): Promise<Dated[]> {
  const stored = (await documents.rules()).filter(({ id }) => rules.has(id));
  const texts = await documents.disclaimers(disclaimers.keys());
  const proposed = [...disclaimers.values()].flatMap(
    (each) => (each && shownIn(each, documents.locale)) ?? [],
  );
  return [...stored, ...texts, ...proposed, ...[...rules.values()].flatMap((rule) => rule ?? [])];
}

/** When something of the proposal begins or ends after `at`, in order. */
function laterMoments(dated: readonly Dated[], at: string): string[] {
  const moments = dated
    .flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo])
    .flatMap((moment) => (moment ? new Date(moment).toISOString() : []))
    .filter((moment) => moment > at);
  return [...new Set(moments)].sort().slice(0, mostMoments);
}

async function sideOf(documents: Documents, pages: readonly PublicPage[]): Promise<Side> {
  const rules = await documents.rules();
  const placed = pages.flatMap(({ view }) => idsNamed(view.mentions, 'disclaimers'));
  return { rules, disclaimers: await documents.disclaimers([...attachedIds(rules), ...placed]) };
}

/** Rules that are changed, or that attach a disclaimer that is. */
function touchingRules({ after, before }: Sides, { disclaimers, rules }: Proposal): Rule[] {
  const touches = (rule: Rule) => rules.has(rule.id) || attachedIds([rule]).some((id) => disclaimers.has(id));
  return [...before.rules, ...after.rules].filter(touches);
}

async function compareIn(
  documents: Documents,
  pages: readonly PublicPage[],
  { moments, proposal }: { moments: readonly string[]; proposal: Proposal },
): Promise<ChangedPage[]> {
  const before = await sideOf(documents, pages);
  const after = await sideOf(withProposal(documents, proposal), pages);
  const sides = { before, after };
  const touching = touchingRules(sides, proposal);
  const isTouched = ({ properties, view }: PublicPage) =>
    touching.some((rule) => heldConditions(rule, properties) !== null) ||
    idsNamed(view.mentions, 'disclaimers').some((id) => proposal.disclaimers.has(id));
  return pages
    .filter(isTouched)
    .flatMap((page) => moments.flatMap((at) => comparePage(page, sides, at) ?? []));
}

/** The pages that differ, now and later; those that will only go on differing are not said again. */
async function changesOf(payload: Payload, proposal: Proposal, at: string) {
  const languages = publicDocuments(payload, at);
  const dated = (await Promise.all(Object.values(languages).map((each) => datedOf(each, proposal)))).flat();
  const moments = [at, ...laterMoments(dated, at)];
  const found: ChangedPage[] = [];
  const counts = await eachPublicPage(languages, async (pages, documents) => {
    found.push(...(await compareIn(documents, pages, { moments, proposal })));
  });
  return {
    pages: found.filter((page) => page.at === at),
    laterPages: found.filter((page) => page.at !== at),
    ...counts,
  };
}

/** `req` is one of the house, with the person or key that is asking; `body` is a PreviewBody that nobody has looked at. */
export async function previewProposal(
  req: PayloadRequest,
  body: Record<string, unknown>,
): Promise<PreviewAnswer> {
  const proposal = await readProposal(req, body);
  const { answer } = await atOnePosition(req.payload, async () => {
    const at = new Date().toISOString();
    const changes = await changesOf(req.payload, proposal, at);
    return { at, ...changes, problems: await proposalProblems(req, proposal, at) };
  });
  return answer;
}
