/** Periods in English words, for those who keep entries. */
import type { Period } from './periods.js';
import { stateByUsps } from './states.js';

/** “Nov 2, 2026, 9:00 AM EST”, by the clocks of a state. */
function momentInWords(moment: string, state: string): string {
  const words = new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: stateByUsps(state)?.zone ?? 'UTC',
    timeZoneName: 'short',
  });
  // newer Node versions part the time from AM by a narrow space
  return words.format(new Date(moment)).replaceAll('\u202f', ' ');
}

/** “from Nov 2, 2026, 9:00 AM EST until further notice”, by the clocks of a state (see `states.ts`). */
export function periodInWords({ effectiveFrom, effectiveTo }: Period, state: string): string {
  if (effectiveFrom === null && effectiveTo === null) return 'without beginning or end';
  const from = effectiveFrom === null ? '' : `from ${momentInWords(effectiveFrom, state)} `;
  const to = effectiveTo === null ? 'until further notice' : `until ${momentInWords(effectiveTo, state)}`;
  return `${from}${to}`;
}
