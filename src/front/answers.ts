/** Answers as the front keeps them: the body in each encoding, and the headers that go with it, ready to be written. */
import type { OutgoingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './encodings.js';
import { keepHeader } from './keep.js';
import { textOf } from './readyResponse.js';

/** Headers as Node's rawHeaders: name, value, name, value. */
export type HeaderList = readonly string[];

/** What the back answered. */
export interface BackAnswer {
  status: number;
  headers: HeaderList;
  body: Buffer;
}

/** A body in one encoding, with all headers that do not change from one request to the next, as text. */
export interface Variant {
  /** With quotes; null when the answer has none. */
  etag: string | null;
  /** But for the length of the body. */
  head: string;
  /** What a 304 carries. */
  headOf304: string;
  /** A small one is a text of as many characters as bytes (latin1): Node sends it in one piece with its head, for less. */
  body: Buffer | string;
}

export interface Answer {
  readonly status: number;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  /** Of all that has been made of it so far. */
  readonly bytes: number;
  /** Compressed once, when first asked for. */
  in(encoding: Encoding): Variant | Promise<Variant>;
  /** Told when there are more bytes of it. */
  onGrowth(tell: () => void): void;
}

/** Below this, compressing costs more than it saves: a packet is sent in any case. */
const worthCompressing = 1_024;

/** Of more than this, joining the text with its head costs more than sending two pieces. */
const smallBody = 8_192;

/** What the front writes itself, or what belongs to the connection between the two threads. */
const ofTheHop = new Set([
  ...['age', 'connection', 'content-encoding', 'content-length', 'date', 'etag', 'keep-alive'],
  ...['server-timing', 'transfer-encoding', 'vary', 'x-request-id', keepHeader],
]);

/** RFC 9110, 15.4.5: a 304 repeats what caches need, and nothing of the body. */
const ofTheBody = new Set(['content-language', 'content-type']);

const suffixes: Record<Encoding, string> = { br: '-br', gzip: '-gz', identity: '' };

/** Quality 5 gives most of what brotli saves for a tenth of the time of its best. */
const squeeze: Record<Exclude<Encoding, 'identity'>, (body: Buffer) => Promise<Buffer>> = {
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body) => promisify(gzip)(body, { level: 6 }),
};

/** The value of a header, case aside; the last one when it is repeated. */
export function headerIn(headers: HeaderList, name: string): string | undefined {
  for (let index = headers.length - 2; index >= 0; index -= 2) {
    if (headers[index]?.toLowerCase() === name) return headers[index + 1];
  }
  return undefined;
}

function without(headers: HeaderList, names: ReadonlySet<string>): string[] {
  const kept: string[] = [];
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index] as string;
    if (!names.has(name.toLowerCase())) kept.push(name, headers[index + 1] as string);
  }
  return kept;
}

const taggedFor = (etag: string, encoding: Encoding) => etag.replace(/"$/, `${suffixes[encoding]}"`);

const bytesOf = ({ body, head, headOf304 }: Variant) => body.length + head.length + headOf304.length;

class ReadyAnswer implements Answer {
  readonly status: number;
  readonly madeAt = Date.now();
  bytes = 0;
  private readonly variants: Partial<Record<Encoding, Variant | Promise<Variant>>> = {};
  private readonly identity: Variant;
  private readonly headers: string[];
  private readonly etag: string | undefined;
  private readonly vary: string;
  private tellGrowth: (() => void) | undefined;

  constructor({ body, headers, status }: BackAnswer) {
    this.status = status;
    this.headers = without(headers, ofTheHop);
    this.etag = headerIn(headers, 'etag');
    this.vary = [headerIn(headers, 'vary'), 'Accept-Encoding'].filter(Boolean).join(', ');
    this.identity = this.add('identity', body);
  }

  in(wanted: Encoding): Variant | Promise<Variant> {
    const { identity } = this;
    if (wanted === 'identity' || identity.body.length < worthCompressing) return identity;
    const known = this.variants[wanted];
    if (known) return known;
    const made = this.compress(wanted);
    this.variants[wanted] = made;
    return made;
  }

  onGrowth(tell: () => void): void {
    this.tellGrowth = tell;
  }

  private async compress(encoding: Exclude<Encoding, 'identity'>): Promise<Variant> {
    const { body: sent } = this.identity;
    const body = typeof sent === 'string' ? Buffer.from(sent, 'latin1') : sent;
    const smaller = await squeeze[encoding](body).catch(() => body);
    if (smaller.length >= body.length) this.variants[encoding] = this.identity;
    else this.add(encoding, smaller);
    return this.variants[encoding] as Variant;
  }

  private add(encoding: Encoding, body: Buffer): Variant {
    const variant = this.variantOf(encoding, body);
    this.variants[encoding] = variant;
    this.bytes += bytesOf(variant);
    this.tellGrowth?.();
    return variant;
  }

  private variantOf(encoding: Encoding, body: Buffer): Variant {
    const etag = this.etag === undefined ? null : taggedFor(this.etag, encoding);
    const shared = [...(etag === null ? [] : ['ETag', etag]), 'Vary', this.vary];
    const coding = encoding === 'identity' ? [] : ['Content-Encoding', encoding];
    return {
      etag,
      body: body.length <= smallBody ? body.toString('latin1') : body,
      head: textOf([...this.headers, ...shared, ...coding]),
      headOf304: textOf([...without(this.headers, ofTheBody), ...shared]),
    };
  }
}

/** An answer of the back, ready to be sent any number of times. Its body is whole, and not encoded. */
export const readyAnswer = (given: BackAnswer): Answer => new ReadyAnswer(given);

/** Headers in the form of rawHeaders. */
export const listOf = (headers: OutgoingHttpHeaders): string[] =>
  Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((each) => [name, String(each)]),
  );
