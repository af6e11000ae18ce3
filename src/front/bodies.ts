/** Whether a request has a body, and whether all of it has come. */
import type { IncomingMessage } from 'node:http';

/** By its headers; whether or not anything of it has come. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** An answer now is the last one of its connection: what has not come yet would be taken for the next request. */
export const isUnfinished = (req: IncomingMessage): boolean => hasBody(req) && !req.complete;
