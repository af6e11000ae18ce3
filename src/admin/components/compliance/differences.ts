/** How what a page carries changes, said once for all pages that change alike. Pure. */
import type { ChangedPage, ShownDisclaimer } from '../../../compliance-desk/answers.js';

export interface Difference {
  /** `again`: the same words, but for other reasons. */
  kind: 'added' | 'removed' | 'moved' | 'reworded' | 'again';
  title: string;
  /** Where it stands; for what moves, where it will stand. */
  placement: ShownDisclaimer['placement'];
  /** Empty for what is added. */
  before: string;
  /** Empty for what is removed. */
  after: string;
}

export interface SamePages {
  differences: Difference[];
  /** Null for everybody. */
  states: string[] | null;
  pages: ChangedPage[];
}

export const placementWords: Record<ShownDisclaimer['placement'], string> = {
  besideClaim: 'beside the claim',
  beforeCallToAction: 'before the call to action',
  footer: 'in the footer',
  inText: 'where an editor has placed it in the text',
};

const keyOf = ({ id, placement }: ShownDisclaimer) => `${id} ${placement}`;

function differenceOf(was: ShownDisclaimer, becomes: ShownDisclaimer): Difference | null {
  const { placement, title } = becomes;
  const words = { title, placement, before: was.text, after: becomes.text };
  if (was.placement !== placement) return { kind: 'moved', ...words };
  if (was.text !== becomes.text || was.locale !== becomes.locale) return { kind: 'reworded', ...words };
  return was.rules.join(' ') === becomes.rules.join(' ') ? null : { kind: 'again', ...words };
}

/** In the order of reading after the change; what goes stands last. */
export function differencesOf({ after, before }: Pick<ChangedPage, 'after' | 'before'>): Difference[] {
  const gone = new Map(before.map((each) => [keyOf(each), each]));
  for (const each of after) gone.delete(keyOf(each));
  const found: Difference[] = [];
  for (const each of after) {
    const same = before.find((was) => keyOf(was) === keyOf(each));
    const moved = same ?? [...gone.values()].find(({ id }) => id === each.id);
    if (moved && !same) gone.delete(keyOf(moved));
    const { placement, text, title } = each;
    const added: Difference = { kind: 'added', title, placement, before: '', after: text };
    const difference = moved ? differenceOf(moved, each) : added;
    if (difference) found.push(difference);
  }
  for (const { placement, text, title } of gone.values()) {
    found.push({ kind: 'removed', title, placement, before: text, after: '' });
  }
  return found;
}

/** Pages that change alike stand together, in the order in which the first of them came. */
export function sameDifferences(pages: readonly ChangedPage[]): SamePages[] {
  const groups = new Map<string, SamePages>();
  for (const page of pages) {
    const differences = differencesOf(page);
    const key = JSON.stringify([differences, page.states, page.at]);
    const group = groups.get(key) ?? { differences, states: page.states, pages: [] };
    group.pages.push(page);
    groups.set(key, group);
  }
  return [...groups.values()];
}
