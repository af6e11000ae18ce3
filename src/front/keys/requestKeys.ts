/** Finds for each request what it asks, in one spelling, remembering the spellings that it has seen. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Spelling } from '../../spelling/spelling.js';
import { type Accepting, acceptingGraphql, acceptingOneOf } from './accepting.js';
import { type AddressKey, keyOfAddress, partsOf } from './addressKeys.js';
import type { CanonicalRoutes, GraphqlLimits } from './canonicalRoutes.js';
import { keyOfBody, keyOfGraphqlSearch } from './graphqlKeys.js';
import { type Asked, inBody, type Keys } from './keys.js';
import { Spellings, type Variants } from './spellings.js';

const graphqlPath = '/api/graphql';

/** Where none is asked. */
const noGraphql: GraphqlLimits = { bodyBytes: 0, tokens: 0 };

/** Longer than filters and queries get; others are rare, and not kept. */
const longestAddress = 8_192;

/** As graphql-http reads Content-Type. */
const isJson = (type = '') =>
  type === 'application/json' ||
  /^application\/json(;charset=utf-8(;.*)?)?$/.test(type.replace(/\s/g, '').toLowerCase());

/** By the table of the back. */
export class RequestKeys implements Keys {
  private readonly addresses = new Spellings();
  private readonly bodies = new Spellings();
  private readonly origins: ReadonlySet<string>;
  private readonly accepting: ReadonlyMap<Spelling, Accepting>;
  private readonly acceptingGraphql = acceptingGraphql();
  private readonly graphql: GraphqlLimits;

  constructor(private readonly table: CanonicalRoutes) {
    this.origins = new Set(table.origins);
    this.graphql = table.routes.find((route) => route.graphql)?.graphql ?? noGraphql;
    const spellings = table.routes.flatMap((route) => route.spellings);
    this.accepting = new Map(
      spellings.flatMap((each) => (each.accept ? [[each, acceptingOneOf(each.accept)]] : [])),
    );
  }

  of(req: IncomingMessage): Asked | typeof inBody | null {
    if (this.isOfSomebody(req)) return null;
    if (req.method === 'GET' || req.method === 'HEAD') return this.ofAddress(req);
    return req.method === 'POST' && this.holdsQuery(req) ? inBody : null;
  }

  ofBody({ headers }: IncomingMessage, body: Buffer): Asked | null {
    return this.bodies.asked(body.toString('latin1'), headers.accept, () => {
      const spelled = keyOfBody(body, this.graphql);
      return spelled === null ? null : this.askQuery(spelled);
    });
  }

  /** Whether the answer may hang on who asks, or is not of the usual kind. */
  private isOfSomebody({ headers }: IncomingMessage): boolean {
    if (headers.authorization !== undefined || headers.range !== undefined || headers.upgrade !== undefined)
      return true;
    if (headers.origin !== undefined && this.origins.has(headers.origin)) return true;
    return headers.cookie?.includes(this.table.cookiePrefix) ?? false;
  }

  private ofAddress({ headers, method, url = '' }: IncomingMessage): Asked | null {
    if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return null;
    if (url.length > longestAddress) return null;
    const isGraphql = url.startsWith(`${graphqlPath}?`);
    // GraphQL refuses HEAD
    if (isGraphql && method === 'HEAD') return null;
    return this.addresses.asked(url, headers.accept, () =>
      isGraphql ? this.findQuery(url) : this.find(url),
    );
  }

  private find(url: string): Variants | null {
    const found = keyOfAddress(this.table.routes, url);
    if (!found) return null;
    return {
      accepting: this.accepting.get(found.spelling),
      ask: (type) => this.askAddress(url, found, type),
      size: found.address.length,
    };
  }

  /** The back is asked in the one spelling, so that nothing in its answer can hang on how the first client wrote it. */
  private askAddress(url: string, { address }: AddressKey, type: string | null): Asked {
    const accept = type === null ? [] : ['Accept', type];
    return {
      key: type === null ? address : `${address}\n${type}`,
      question: { method: 'GET', path: address, headers: ['Host', this.table.host, ...accept] },
      isRespelled: address !== url,
    };
  }

  private findQuery(url: string): Variants | null {
    const spelled = keyOfGraphqlSearch(partsOf(url)?.search ?? '', this.graphql);
    return spelled === null ? null : this.askQuery(spelled);
  }

  private holdsQuery({ headers, url }: IncomingMessage): boolean {
    const length = Number(headers['content-length']);
    if (url !== graphqlPath || headers['content-encoding'] !== undefined) return false;
    return isJson(headers['content-type']) && length > 0 && length <= this.graphql.bodyBytes;
  }

  /** Asked by POST, however it came. Errors tell where in the text they are, and in the language of the caller. */
  private askQuery(spelled: string): Variants {
    const body = Buffer.from(spelled);
    const hash = createHash('sha256').update(body).digest('base64url');
    const headers = ['Host', this.table.host, 'Content-Type', 'application/json'];
    return {
      accepting: this.acceptingGraphql,
      ask: (type) => ({
        key: `${graphqlPath} ${hash}\n${type}`,
        question: { method: 'POST', path: graphqlPath, headers: [...headers, 'Accept', String(type)], body },
        isRespelled: true,
      }),
      size: spelled.length,
    };
  }
}
