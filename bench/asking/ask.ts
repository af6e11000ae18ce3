/** One request and its whole answer, for everything that is not load. */
import { type Agent, request } from 'node:http';

export interface Asked {
  port: number;
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  agent?: Agent;
}

export interface Answered {
  status: number;
  /** Name and value in turn, as they came. */
  rawHeaders: string[];
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  /** By performance.now(): when it was sent off, and when its last byte was here. */
  begunAt: number;
  endedAt: number;
}

/** Rejects when there is no answer. */
export function ask({ agent, body, headers = {}, method = 'GET', path, port }: Asked): Promise<Answered> {
  const begunAt = performance.now();
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request({
      ...{
        agent,
        headers: { ...headers, ...length },
        host: '127.0.0.1',
        method,
        path,
        port,
        timeout: 120_000,
      },
    });
    sent.once('timeout', () => sent.destroy(new Error(`no answer within two minutes: ${path}`)));
    sent.once('error', reject);
    sent.once('response', async (answer) => {
      try {
        const parts: Buffer[] = [];
        for await (const part of answer) parts.push(part as Buffer);
        const { headers: given, rawHeaders, statusCode: status = 0 } = answer;
        const whole = { body: Buffer.concat(parts), headers: given, rawHeaders, status };
        resolve({ ...whole, begunAt, endedAt: performance.now() });
      } catch (error) {
        reject(error);
      }
    });
    sent.end(body);
  });
}

/** The JSON of an answer. Throws with its beginning when the status is none of the 200s. */
export async function askJson<T>(asked: Asked): Promise<T> {
  const { body, status } = await ask(asked);
  if (status < 200 || status > 299) {
    throw new Error(`${asked.method ?? 'GET'} ${asked.path}: ${status} ${body.toString().slice(0, 500)}`);
  }
  return JSON.parse(body.toString()) as T;
}

/** A request as it goes over the wire. */
export function onTheWire({ body, headers = {}, method = 'GET', path, port }: Asked): string {
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  const lines = Object.entries({ Host: `127.0.0.1:${port}`, Accept: '*/*', ...headers, ...length });
  const head = [`${method} ${path} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`)].join(
    '\r\n',
  );
  return `${head}\r\n\r\n${Buffer.from(body ?? '').toString('latin1')}`;
}

/** What an answer says of where it comes from: hit, miss, pass, or nothing. */
export function originOf({ headers }: Answered): string | null {
  return /cache;desc=(\w+)/.exec(String(headers['server-timing'] ?? ''))?.[1] ?? null;
}
