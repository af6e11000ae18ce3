/** Who a request comes from, seen through the proxies that are trusted; and what the back may believe of it. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import proxyAddr from 'proxy-addr';

/** As TRUST_PROXY says it: nobody, a number of hops, or addresses. */
export type TrustProxy = false | number | readonly string[];

type Trust = (address: string, hop: number) => boolean;

function compile(trust: TrustProxy): Trust {
  if (trust === false) return () => false;
  if (typeof trust === 'number') return (_address, hop) => hop < trust;
  return proxyAddr.compile([...trust]);
}

/** What proxies say of a client. From others it is a claim, and the back never sees it. */
const claims = ['forwarded', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto', 'x-request-id'];

export interface Client {
  address: string;
  /** The id of the request, for the log and for X-Request-Id. */
  requestId: string;
}

/** Who asks, by what this server trusts. */
export class Clients {
  private readonly trust: Trust;
  private readonly hasProxy: boolean;

  constructor(trust: TrustProxy) {
    this.trust = compile(trust);
    this.hasProxy = trust !== false;
  }

  of(req: IncomingMessage): Client {
    // none when the connection is over already
    const address = req.socket.remoteAddress === undefined ? '' : proxyAddr(req, this.trust);
    return { address, requestId: this.idOf(req) };
  }

  /** An id that a proxy gave is kept, so that its log and ours can be read together. */
  idOf(req: IncomingMessage): string {
    const given = this.hasProxy ? req.headers['x-request-id'] : undefined;
    return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
  }

  /** Names of headers, in lower case, that must not reach the back from this client. */
  disbelieved(req: IncomingMessage): readonly string[] {
    return this.trust(req.socket.remoteAddress ?? '', 0) ? ['x-request-id'] : claims;
  }
}
