/** Which requests can be answered from memory, and under which key. */
import type { IncomingMessage } from 'node:http';
import type { Question } from '../ask.js';

/** A question that anybody may ask, in its one spelling. */
export interface Asked {
  readonly key: string;
  readonly question: Question;
  /** The client wrote it otherwise: an answer that is not kept may quote what was written, so it has to be asked as it was. */
  readonly isRespelled: boolean;
}

/** What is asked stands in the body, which has to be read for that. */
export const inBody = Symbol('in the body');

export interface Keys {
  /** Null for what goes to the back as it is. */
  of(req: IncomingMessage): Asked | typeof inBody | null;
  /** Of a request that asks in its body. Null for what goes to the back as it is. */
  ofBody(req: IncomingMessage, body: Buffer): Asked | null;
}
