/** What Payload 3.90 tells screen readers wrongly: taken back, so that what stands on the screen holds. */

type Mend = (element: Element) => void;

const without =
  (attribute: string): Mend =>
  (element) =>
    element.removeAttribute(attribute);
const withValue =
  (attribute: string, value: string): Mend =>
  (element) =>
    element.setAttribute(attribute, value);

const mends: readonly (readonly [selector: string, mend: Mend])[] = [
  // hidden, but reached by the Tab key all the same
  ['.clear-indicator[aria-hidden]', without('aria-hidden')],
  ['.dropdown-indicator:not([tabindex="-1"])', withValue('tabindex', '-1')],
  // what is chosen holds buttons, so it is none itself
  ['.rs__multi-value[role="button"]', withValue('role', 'group')],
  // links in a list without items
  ['ul.doc-tabs__tabs:not([role])', withValue('role', 'group')],
  // names that leave out what is shown
  ['.doc-tab[aria-label]', without('aria-label')],
  ['.toolbar-popup__dropdown-text[aria-label]', without('aria-label')],
];

export function mendControls(root: ParentNode): void {
  for (const [selector, mend] of mends) for (const element of root.querySelectorAll(selector)) mend(element);
}
