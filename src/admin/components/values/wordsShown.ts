/** How the words of a value are shown to editors. Pure. */
import type { WordsAnswer } from '../../../values-desk/answers.js';

/** What pages say, or why they say nothing. */
export function wordsShown({ service, words }: WordsAnswer): string {
  if (service === null) return 'the service is not public';
  return words ?? 'nothing to say';
}
