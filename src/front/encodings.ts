/** In which encoding a client wants a body. */
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

export type Encoding = 'br' | 'gzip' | 'identity';

const offered: Encoding[] = ['br', 'gzip', 'identity'];

/** As of version 1; its types are of the version before. */
type Negotiate = (available: readonly string[], options: { preferred: readonly string[] }) => string[];

/** There are a few dozen spellings in the world; whoever invents more pushes out his own. */
const known = new LRUCache<string, Encoding>({ max: 256 });

/** The best that Accept-Encoding allows, by its weights (RFC 9110, 12.5.3), brotli first among equals. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined || accepted === '') return 'identity';
  const remembered = known.get(accepted);
  if (remembered) return remembered;
  const negotiator = new Negotiator({ headers: { 'accept-encoding': accepted } });
  const negotiate = negotiator.encodings.bind(negotiator) as Negotiate;
  const encoding = (negotiate(offered, { preferred: offered })[0] as Encoding) ?? 'identity';
  if (accepted.length < 256) known.set(accepted, encoding);
  return encoding;
}
