/** What a page carries before and after a proposal, for visitors of every state. Pure. */
import { idOf } from '../../collections/blocks/fieldValues.js';
import { attachDisclaimers, demandsOf } from '../compliance/attachDisclaimers.js';
import { isEffective } from '../compliance/effectiveDates.js';
import type { PageProperties } from '../compliance/pageProperties.js';
import { idsNamed } from '../pages/bodyReferences.js';
import type { LocalizedDisclaimer } from '../pages/documents.js';
import { isOnSite } from '../pages/onSite.js';
import { everyState } from '../pages/propertiesOf.js';
import { canonicalJson } from '../pages/revision.js';
import type { Rule } from '../payload-types.js';
import type { ChangedPage, ShownDisclaimer } from './answers.js';
import type { PublicPage } from './publicPages.js';

/** Rules, and every disclaimer that they or a page may show, in the language of the page. */
export interface Side {
  rules: readonly Rule[];
  disclaimers: readonly LocalizedDisclaimer[];
}

export interface Sides {
  before: Side;
  after: Side;
}

const nameOf = ({ id, locale, slug, title, clauses }: LocalizedDisclaimer) => ({
  ...{ id, slug, title, locale },
  text: clauses.map(({ text }) => text).join('\n\n'),
});

interface Seen {
  shown: ShownDisclaimer[];
  /** Why, with the conditions that are met. */
  reasons: string;
}

/** What a visitor of these states is shown. */
function seenBy(
  page: PublicPage,
  { disclaimers, rules }: Side,
  properties: PageProperties,
  at: string,
): Seen {
  const own = disclaimers.filter((each) => isOnSite(each, page.site.id));
  const attached = attachDisclaimers(demandsOf(rules, properties), own, at);
  const placed = new Set(idsNamed(page.view.mentions, 'disclaimers'));
  const inText = own.filter((each) => placed.has(each.id) && isEffective(each, at));
  return {
    shown: [
      ...inText.map((each) => ({ ...nameOf(each), placement: 'inText' as const, rules: [] })),
      ...attached.map(({ because, disclaimer, placement }) => ({
        ...{ ...nameOf(disclaimer), placement, rules: because.map(({ rule }) => rule) },
      })),
    ],
    reasons: canonicalJson(attached.map(({ because }) => because)),
  };
}

const textsOf = ({ shown }: Seen) => canonicalJson(shown.map(({ rules, title, ...rest }) => rest));

type Change = ChangedPage['change'] | null;

function changeOf(before: Seen, after: Seen): Change {
  if (textsOf(before) !== textsOf(after)) return 'disclaimers';
  return before.reasons === after.reasons ? null : 'reasons';
}

/** States that rules tell apart, each by itself, and one for all others. */
function tellingStates(rules: readonly Rule[]): { state: string; stands: string[] }[] {
  const named = new Set(
    rules.flatMap(({ conditions }) =>
      (conditions ?? []).flatMap(({ property, value }) =>
        property === 'state' ? [value.trim().toUpperCase()] : [],
      ),
    ),
  );
  const known = everyState.filter((state) => named.has(state));
  const others = everyState.filter((state) => !named.has(state));
  const apart = known.map((state) => ({ state, stands: [state] }));
  return others[0] === undefined ? apart : [...apart, { state: others[0], stands: others }];
}

/** Null when it is the same for everybody, as of `at`. */
export function comparePage(page: PublicPage, { after, before }: Sides, at: string): ChangedPage | null {
  const look = (states: readonly string[], state: string | null) => {
    const properties = { ...page.properties, states };
    const [was, becomes] = [seenBy(page, before, properties, at), seenBy(page, after, properties, at)];
    return { state, change: changeOf(was, becomes), before: was.shown, after: becomes.shown };
  };
  const groups = tellingStates([...before.rules, ...after.rules]);
  const looks = groups.map(({ stands, state }) => ({ stands, ...look([state], state) }));
  const changed = looks.filter(({ change }) => change !== null);
  const anywhere = look(everyState, null);
  // a visitor from anywhere is told what some state is told
  const shown = anywhere.change
    ? anywhere
    : (changed.find(({ change }) => change === 'disclaimers') ?? changed[0]);
  if (!shown) return null;
  const isForAll = changed.length === looks.length;
  return {
    ...page.named,
    at,
    change: [anywhere, ...changed].some(({ change }) => change === 'disclaimers') ? 'disclaimers' : 'reasons',
    states: isForAll ? null : changed.flatMap(({ stands }) => stands).sort(),
    ...{ state: shown.state, before: shown.before, after: shown.after },
  };
}

/** The ids of the disclaimers that rules attach. */
export const attachedIds = (rules: readonly Rule[]): string[] =>
  rules.flatMap(({ effect }) => (effect.kind === 'attachDisclaimer' ? (idOf(effect.disclaimer) ?? []) : []));
