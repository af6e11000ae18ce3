/** What an address asks: its route, and its one spelling. */
import type { Spelling } from '../../spelling/spelling.js';
import { spellSearch } from '../../spelling/spellSearch.js';
import type { CanonicalRoute } from './canonicalRoutes.js';

/** Only what needs no decoding: other spellings of a path are answered by the back, and not kept. Slashes at its end do not count. */
const plainPath = /^(\/api(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+)\/*$/;

function fits(path: readonly string[], segments: readonly string[]): boolean {
  const open = path.at(-1) === '*';
  if (open ? segments.length < path.length : segments.length !== path.length) return false;
  return path.every((each, index) => each === ':' || each === '*' || each === segments[index]);
}

export interface AddressKey {
  /** The address in its one spelling. */
  address: string;
  spelling: Spelling;
}

/** The path without what does not count, and what stands after the question mark. Null for paths that have to be decoded. */
export function partsOf(url: string): { path: string; search: string } | null {
  const at = url.indexOf('?');
  const path = plainPath.exec(at < 0 ? url : url.slice(0, at))?.[1];
  return path === undefined ? null : { path, search: at < 0 ? '' : url.slice(at + 1) };
}

/** Null for what is not kept, or asked in a way that only the back can judge. */
export function keyOfAddress(routes: readonly CanonicalRoute[], url: string): AddressKey | null {
  const parts = partsOf(url);
  if (!parts) return null;
  const segments = parts.path.split('/').slice(2);
  const route = routes.find((each) => fits(each.path, segments));
  const spelled = route && spellSearch(route.spellings, parts.search);
  if (!spelled) return null;
  const { search, spelling } = spelled;
  return { address: search === '' ? parts.path : `${parts.path}?${search}`, spelling };
}
