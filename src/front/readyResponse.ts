/** A response whose headers stand ready as text: Node writes, checks and joins a list of them anew for each answer, a sixth of what a hit costs. */
import { type IncomingMessage, ServerResponse } from 'node:http';
import type { HeaderList } from './answers.js';

/** What Node's writeHead() calls with the status line and the headers; it adds those of the connection. */
interface Inner {
  _storeHeader(firstLine: string, headers: unknown): void;
}

const inner = ServerResponse.prototype as unknown as Inner;

/** `_storeHeader` is in no manual. On a Node that has none, headers would be lost: better that nothing starts. */
if (typeof inner._storeHeader !== 'function')
  throw new Error('This version of Node cannot send headers that stand ready (src/front/readyResponse.ts).');

/** Headers as they go over the wire. Their names and values must have been read from HTTP, or be our own: nothing checks them any more. */
export function textOf(headers: HeaderList): string {
  let text = '';
  for (let index = 0; index < headers.length; index += 2)
    text += `${headers[index]}: ${headers[index + 1]}\r\n`;
  return Buffer.from(text, 'latin1').toString('latin1'); // in one piece: it is sent many times
}

export class ReadyResponse<Of extends IncomingMessage = IncomingMessage> extends ServerResponse<Of> {
  private ready = '';

  /** As writeHead(), with the text of headers before those of the list. How long the body is has to be in the list. */
  writeReady(status: number, text: string, headers: string[] = []): this {
    this.ready = text;
    return this.writeHead(status, headers);
  }

  protected _storeHeader(firstLine: string, headers: unknown): void {
    inner._storeHeader.call(this, firstLine + this.ready, headers);
  }
}
