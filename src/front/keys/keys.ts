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

/** What is asked in a body, which has been read for that. */
export interface AskedInBody {
  /** Null for what goes to the back as it is. */
  asked: Asked | null;
  body: Buffer;
}

export interface Keys {
  /** Null for what goes to the back as it is. The promise rejects when the client goes away before the end of its body. */
  of(req: IncomingMessage): Asked | Promise<AskedInBody> | null;
}
