/** Reads the query of an address where every parser reads the same in it. */

/** Name and value, decoded. */
export type Given = readonly [name: string, value: string];

/** As many as the parser of lists takes (public-api/query/parseQuery.ts). */
const mostParameters = 200;

/** Printable ASCII, as URLs are written; `?` and `#` end a query for some parsers, and not for others. */
const plain = /^[!-~]*$/;
const ambiguous = /[?#]/;

function isDecodable(search: string): boolean {
  try {
    decodeURIComponent(search);
    return true;
  } catch {
    return false;
  }
}

const isReadable = (search: string): boolean =>
  plain.test(search) &&
  !ambiguous.test(search) &&
  search.split('&').length <= mostParameters &&
  isDecodable(search);

/** `[]` at the end of a name says that it may come again. */
function areGivenOnce(given: readonly Given[]): boolean {
  const names = given.map(([name]) => name).filter((name) => !name.endsWith('[]'));
  return new Set(names).size === names.length;
}

/** `search` is what stands after the question mark. Null where parsers may differ, or would refuse it. */
export function readSearch(search: string): Given[] | null {
  if (!isReadable(search)) return null;
  // as a text, not as it is: a leading question mark would be taken away
  const given: Given[] = [...new URLSearchParams(`?${search}`)];
  return areGivenOnce(given) ? given : null;
}
