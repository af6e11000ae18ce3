/** Asks over plain HTTP, without anything that a client library adds, and reads the whole answer. */
import { Agent, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';

/** Where one asks. */
export interface Door {
  port: number;
}

/** A question as it goes over the wire. */
export interface Asked {
  /** GET when left out. */
  method?: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE';
  address: string;
  headers?: OutgoingHttpHeaders;
  body?: string;
}

export interface Answer {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** As it was before it was compressed. */
  text: string;
  /** How the front came by it; `pass` where it says nothing. */
  origin: string;
  /** Of this process, in milliseconds: before it was asked, and after the answer was whole. */
  begun: number;
  ended: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

const unpackers: Record<string, (body: Buffer) => Promise<Buffer>> = {
  br: promisify(brotliDecompress),
  gzip: promisify(gunzip),
};

async function read(answer: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  const body = Buffer.concat(parts);
  const unpack = unpackers[answer.headers['content-encoding'] ?? ''];
  return unpack && body.length > 0 ? unpack(body) : body;
}

/** Repeated headers as one, as HTTP has it. */
const plain = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')]));

const originOf = (headers: Readonly<Record<string, string>>): string =>
  /cache;desc=(\w+)/.exec(headers['server-timing'] ?? '')?.[1] ?? 'pass';

/** Rejects when there is no whole answer. */
export function ask({ port }: Door, { address, body, headers, method = 'GET' }: Asked): Promise<Answer> {
  const begun = performance.now();
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const asking = request({
      ...{
        agent,
        headers: { ...json, ...length, ...headers },
        host: '127.0.0.1',
        method,
        path: address,
        port,
      },
    });
    asking.once('error', reject);
    asking.once('response', (answer) => {
      read(answer)
        .then((whole) => {
          const said = plain(answer);
          const text = whole.toString('utf8');
          const status = answer.statusCode ?? 0;
          resolve({ status, headers: said, text, origin: originOf(said), begun, ended: performance.now() });
        })
        .catch(reject);
    });
    asking.end(body);
  });
}

export const closeConnections = (): void => agent.destroy();
