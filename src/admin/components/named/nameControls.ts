/**
 * Names for what Payload 3.90 shows without words: choices, menus of dots, handles, buttons with a picture. Screen readers read
 * them out. What has a name already keeps it, so that nothing is left to do once Payload gives its own.
 */
import { mendControls } from './mendControls.js';

const wordsOf = (element: Element | null | undefined) =>
  element?.textContent?.replace(/[*\s]+/g, ' ').trim() ?? '';

/** The label of the field that the element belongs to. */
function fieldName(element: Element): string {
  const field = element.closest('.field-type');
  return wordsOf(field?.querySelector('.field-label'));
}

/** “Condition 2”, for what stands in the head of a row. */
const rowName = (element: Element) =>
  wordsOf(element.closest('.collapsible__toggle-wrap')?.querySelector('.collapsible__header-wrap')) ||
  'this row';

/** “strikethrough” from its key in the editor's toolbar. */
function keyName(element: Element): string {
  const key = element.getAttribute('data-button-key') ?? element.getAttribute('data-dropdown-key') ?? '';
  return key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** Its hint, which is hidden until the mouse is there; else what its picture stands for. */
function pictureName(element: Element): string {
  const what = element.querySelector('.icon--x')
    ? 'Remove'
    : element.querySelector('.icon--edit')
      ? 'Edit'
      : '';
  const hint = wordsOf(element.querySelector('.tooltip-content'));
  return hint || [what, fieldName(element)].filter(Boolean).join(' ');
}

/** What is named, and how; the first that fits holds. */
const names: readonly (readonly [selector: string, name: (element: Element) => string])[] = [
  ['input.rs__input', (element) => fieldName(element) || 'Choose'],
  ['.field-type :is(input, textarea)', fieldName],
  ['[contenteditable][role="textbox"]', (element) => fieldName(element) || 'Text'],
  ['.clear-indicator, .date-time-picker__clear-button', (element) => `Clear ${fieldName(element)}`.trim()],
  ['.collapsible__drag', (element) => `Move ${rowName(element)}`],
  ['button.array-actions__button', (element) => `Actions for ${rowName(element)}`],
  ['.clipboard-action__popup button.popup-button', () => 'Copy and paste'],
  ['button.popup-button', () => 'More actions'],
  ['button.toolbar-popup__button, button.toolbar-popup__dropdown', keyName],
  ['button.btn--icon-only', pictureName],
];

/** By words of its own, a label or an attribute. What is written into a field is no name. */
function isNamed(element: Element): boolean {
  if (element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby')) return true;
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
    return (element.labels?.length ?? 0) > 0;
  if (element.matches('[contenteditable], .btn--icon-only')) return false;
  return wordsOf(element) !== '';
}

/** Names everything in `root` that has no name. */
export function nameControls(root: ParentNode): void {
  mendControls(root);
  for (const [selector, nameOf] of names) {
    for (const element of root.querySelectorAll(selector)) {
      const words = isNamed(element) ? '' : nameOf(element);
      if (words) element.setAttribute('aria-label', words);
    }
  }
}
