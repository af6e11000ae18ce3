// Sums of passed, failed and skipped tests, and the line that says them.

export function sum(results) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const result of results) for (const key of Object.keys(total)) total[key] += result[key];
  return total;
}

export const closingLine = ({ failed, passed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
