/** Follows redirects to where they end. Knows no database. */
import { type Address, keyOf } from './sites.js';

/** Where the redirect from an address leads; null where there is none, or where a page stands that hides it. */
export type NextAddress = (from: Address) => Promise<Address | null> | Address | null;

export type Followed = { end: Address } | { circle: Address };

/**
 * The end of the way that begins with a redirect from `from` to `to`; or the address from which that way comes back to one
 * where it has been. Ends after as many steps as there are redirects.
 */
export async function followRedirects(from: Address, to: Address, next: NextAddress): Promise<Followed> {
  const seen = new Set([keyOf(from)]);
  for (let previous = from, at = to; ; ) {
    if (seen.has(keyOf(at))) return { circle: previous };
    seen.add(keyOf(at));
    const further = await next(at);
    if (!further) return { end: at };
    [previous, at] = [at, further];
  }
}
