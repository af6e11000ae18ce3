/** Which addresses can be answered from memory, as plain data: the back makes it from its own tables and hands it over. */
import type { Spelling } from '../../spelling/spelling.js';

/** How large a question over GraphQL may be. */
export interface GraphqlLimits {
  /** Of a body. */
  bodyBytes: number;
  /** Of a document. */
  tokens: number;
}

export interface CanonicalRoute {
  /** Segments after `/api`: a word, `:` for any one, `*` (the last) for one or more. The first route that fits is taken. */
  path: readonly string[];
  /** The ways of asking, the first that fits; none where nothing is kept. */
  spellings: readonly Spelling[];
  /** At one address, by GET and by POST, GraphQL is asked. */
  graphql?: GraphqlLimits;
}

export interface CanonicalRoutes {
  routes: readonly CanonicalRoute[];
  /** Cookies whose names begin so are ours: such a request may be of somebody signed in. */
  cookiePrefix: string;
  /** Origins whose scripts are answered with their cookies. */
  origins: readonly string[];
  /** What the back sees as Host, whichever name a client used: an answer must not hang on it. */
  host: string;
}
