/** A whole page in reading order: every format writes these parts, and no others. Pure. */
import type { Placement } from '../../compliance/attachDisclaimers.js';
import type { PageAnswer } from '../composePage.js';
import type { AnsweredDisclaimer } from '../parts/presentDisclaimer.js';
import { type Closing, endOf, offersOf, referencesOf } from './closing.js';
import { openingOf } from './opening.js';
import type { Part } from './part.js';

/**
 * Title, byline and review, summary; what stands beside claims; the text; what stands before calls to action; calls to
 * action and availability; references; the other disclaimers; what to read next, notices, license. The disclaimers
 * `inText` stand in the text itself.
 */
export function readingOrder(
  answer: PageAnswer,
  closing: Closing,
  inText: readonly AnsweredDisclaimer[],
): Part[] {
  const placed = (placement: Placement): Part[] =>
    answer.disclaimers
      .filter((each) => each.placement === placement && !inText.includes(each))
      .map((disclaimer) => ({ is: 'disclaimer', disclaimer }));
  return [
    ...openingOf(answer),
    ...placed('besideClaim'),
    { is: 'body' },
    ...placed('beforeCallToAction'),
    ...offersOf(answer, closing),
    ...referencesOf(answer),
    ...placed('footer'),
    ...endOf(answer, closing),
  ];
}
