/** Tells the front which answers it may keep, what they depend on, and until when they are true. */
import type { RequestHandler, Response } from 'express';
import onHeaders from 'on-headers';
import { type Generations, slotOf } from '../front/generations.js';
import { keepHeader, writeKeep } from '../front/keep.js';
import { userOf } from '../requestUser.js';
import { type Reads, recordReads } from './reads.js';
import { fewestTags } from './tags.js';

/** By status, what an answer says that is not kept. Nothing there, and gone, are answers like others; errors say `no-store`. */
const refusedBy = new Map([
  [200, /\b(private|no-store)\b/],
  [301, /\b(private|no-store)\b/],
  [404, /\bprivate\b/],
  [410, /\bprivate\b/],
]);

/** What is sent to one person alone says so. */
function isForAll(res: Response): boolean {
  const refused = refusedBy.get(res.statusCode);
  if (!refused || refused.test(String(res.getHeader('Cache-Control') ?? ''))) return false;
  return userOf(res) === null && !res.hasHeader('Set-Cookie');
}

/** For requests that the front asks on behalf of everybody. */
export function letKeep(generations: Generations): RequestHandler {
  return (req, res, next) => {
    if (req.headers[keepHeader] === undefined) return next();
    const since = generations.now();
    const reads = recordReads(next);
    onHeaders(res, () => {
      if (reads.mayBeKept && isForAll(res as Response)) res.setHeader(keepHeader, keepOf(since, reads));
    });
  };
}

const keepOf = (since: number, { tags, until }: Reads): string =>
  writeKeep({ since, until, slots: fewestTags(tags).map(slotOf) });
