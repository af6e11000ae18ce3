/** Time zones by their names. */

/** True for what `Intl` takes for a time zone: names such as America/New_York, and offsets. */
export function isKnownZone(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
