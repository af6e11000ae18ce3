/** Which disclaimers a page has to carry, where, and why. Pure: rules, disclaimers, properties and a moment in; answers out. */
import type { Disclaimer, Rule } from '../payload-types.js';
import { type Dated, isEffective } from './effectiveDates.js';
import { type Condition, heldConditions, type RuleConditions } from './matchRule.js';
import type { PageProperties } from './pageProperties.js';

export type Placement = Disclaimer['placement'];
export type Severity = Rule['severity'];

/** The order in which a reader meets them. */
const placements: readonly Placement[] = ['besideClaim', 'beforeCallToAction', 'footer'];

/** What is needed of a rule. */
export interface RuleRow extends RuleConditions, Dated {
  slug: string;
  severity: Severity;
  effect: Pick<Rule['effect'], 'kind' | 'placement'> & { disclaimer?: string | { id: string } | null };
  source: Rule['source'];
}

/** What is needed of a disclaimer. */
export interface DisclaimerRow extends Dated {
  id: string;
  placement: Placement;
}

/** Why a disclaimer stands there: the rule, what asks for it, and the conditions that the page meets. */
export interface Reason {
  rule: string;
  source: { title: string; url: string | null };
  properties: Condition[];
}

export interface Attached<D extends DisclaimerRow> {
  disclaimer: D;
  placement: Placement;
  /** `block` when one of the rules must be met before the page may be public. */
  severity: Severity;
  because: Reason[];
}

/** A rule that asks this page for a disclaimer at some time, whether or not it is in force yet. */
export interface Demand extends Dated {
  disclaimerId: string;
  placement?: Placement | null;
  severity: Severity;
  reason: Reason;
}

const disclaimerIdOf = ({ disclaimer }: RuleRow['effect']) =>
  typeof disclaimer === 'string' ? disclaimer : disclaimer?.id;

function demandOf(rule: RuleRow, page: PageProperties): Demand[] {
  const disclaimerId = rule.effect.kind === 'attachDisclaimer' ? disclaimerIdOf(rule.effect) : undefined;
  const properties = disclaimerId ? heldConditions(rule, page) : null;
  if (!disclaimerId || !properties) return [];
  const { effect, effectiveFrom, effectiveTo, severity, slug, source } = rule;
  const reason = { rule: slug, source: { title: source.title, url: source.url ?? null }, properties };
  return [{ disclaimerId, effectiveFrom, effectiveTo, placement: effect.placement, severity, reason }];
}

/** What these rules ask of the page, in their order, at any time. Dates are left to `attachDisclaimers`. */
export function demandsOf(rules: readonly RuleRow[], page: PageProperties): Demand[] {
  return rules.flatMap((rule) => demandOf(rule, page));
}

function join<D extends DisclaimerRow>(attached: Attached<D> | undefined, next: Attached<D>): Attached<D> {
  if (!attached) return next;
  const severity = attached.severity === 'block' ? 'block' : next.severity;
  return { ...attached, severity, because: [...attached.because, ...next.because] };
}

/**
 * The disclaimers that stand on the page at `at`: each once per placement, with every rule that asked for it there, in
 * the order of placements and then of the rules. A rule's placement goes before the disclaimer's own.
 */
export function attachDisclaimers<D extends DisclaimerRow>(
  demands: readonly Demand[],
  disclaimers: readonly D[],
  at: string,
): Attached<D>[] {
  const inForce = new Map(disclaimers.filter((each) => isEffective(each, at)).map((each) => [each.id, each]));
  const found = new Map<string, Attached<D>>();
  for (const demand of demands.filter((each) => isEffective(each, at))) {
    const disclaimer = inForce.get(demand.disclaimerId);
    if (!disclaimer) continue;
    const placement = demand.placement ?? disclaimer.placement;
    const key = `${placement} ${disclaimer.id}`;
    const next = { disclaimer, placement, severity: demand.severity, because: [demand.reason] };
    found.set(key, join(found.get(key), next));
  }
  const attached = [...found.values()];
  return placements.flatMap((placement) => attached.filter((each) => each.placement === placement));
}
