/** Paths as people may enter them for redirects. Pure. */

const longest = 1_000;

/** Says what is wrong with a path, or null. */
export function pathProblem(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\/[^\s?#\\]*$/.test(value) || value.startsWith('//')) {
    return 'A path starts with one / and has no spaces, ? or #.';
  }
  if (value.length > longest) return `A path has at most ${longest} characters.`;
  const parts = value.replace(/\/$/, '').split('/').slice(1);
  return parts.some((part) => ['', '.', '..'].includes(part))
    ? 'A path has no empty parts and no steps such as “..”.'
    : null;
}
