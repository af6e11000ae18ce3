/** When something is in force. Pure; every moment is an ISO 8601 instant. */

/** Something with a period: from, inclusive, until, exclusive. A missing end is open. */
export interface Dated {
  effectiveFrom?: string | null;
  effectiveTo?: string | null;
}

const instant = (moment: string) => new Date(moment).getTime();

/** True while it is in force: it has begun at `at` and has not ended. */
export function isEffective({ effectiveFrom, effectiveTo }: Dated, at: string): boolean {
  const now = instant(at);
  return (!effectiveFrom || instant(effectiveFrom) <= now) && (!effectiveTo || now < instant(effectiveTo));
}

/** The first moment after `at` at which any of these begins or ends; null when none does. */
export function nextChangeAt(dated: Iterable<Dated>, at: string): string | null {
  const now = instant(at);
  const moments = [...dated]
    .flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo])
    .flatMap((moment) => (moment ? [instant(moment)] : []))
    .filter((moment) => moment > now);
  return moments.length === 0 ? null : new Date(Math.min(...moments)).toISOString();
}
