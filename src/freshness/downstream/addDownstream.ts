/** Tells delivery networks what they may keep, in answers about sites that have purging set up. */
import type { Request, RequestHandler, Response } from 'express';
import onHeaders from 'on-headers';
import type { Payload } from 'payload';
import { slotOf } from '../../front/generations.js';
import { searchOf } from '../../parameters.js';
import { userOf } from '../../requestUser.js';
import { type Reads, readsSoFar, recordReads, trueUntil } from '../reads.js';
import { downstreamHeaders } from './headers.js';
import type { DownstreamPolicies, DownstreamPolicy } from './policy.js';

/** What every answer that anybody may keep says until then (src/sendAnswer.ts). */
const forAll = /^public, max-age=0\b/;

const statuses = new Set([200, 301, 304]);

const usualRefresh = 'P7D';

/** Milliseconds; of days, hours and minutes, as `sites.policies.refreshWithin` has it. */
export function durationOf(text: string): number {
  const [, days, hours, minutes] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text) ?? [];
  return ((Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(minutes ?? 0)) * 60_000;
}

/** The slug of the site that is asked about: in the path, or as `site`. */
function siteIn(req: Request): string | null {
  const [, room, first] = req.path.split('/');
  if (room === 'pages' || room === 'sites') return first ?? null;
  const [site, ...more] = new URLSearchParams(searchOf(req.originalUrl)).getAll('site');
  return more.length === 0 ? (site ?? null) : null;
}

function policyFor(
  req: Request,
  policies: DownstreamPolicies,
): { policy: DownstreamPolicy; site: string } | null {
  if (req.method !== 'GET' && req.method !== 'HEAD') return null;
  const site = siteIn(req);
  const policy = site !== null && Object.hasOwn(policies, site) ? policies[site] : undefined;
  return site !== null && policy ? { policy, site } : null;
}

/** Read like everything else: the answer hangs on it. */
async function refreshWithin({ db }: Payload, slug: string): Promise<number> {
  const site = await db.findOne<{ id: string; policies?: { refreshWithin?: string | null } }>({
    collection: 'sites',
    where: { slug: { equals: slug } },
  });
  return durationOf(site?.policies?.refreshWithin || usualRefresh);
}

const mayBeShared = (res: Response, reads: Reads): boolean =>
  statuses.has(res.statusCode) &&
  reads.mayBeKept &&
  forAll.test(String(res.getHeader('Cache-Control') ?? '')) &&
  userOf(res) === null &&
  !res.hasHeader('Set-Cookie');

/** Everything below happens within a recording: the front's, or one of its own for what passes it by. */
function withReadsSoFar(go: (reads: Reads) => void): void {
  const known = readsSoFar();
  if (known) {
    go(known);
    return;
  }
  const reads = recordReads(() => queueMicrotask(() => go(reads)));
}

/** After `letKeep`, whose word to the front is said last. */
export function addDownstream(payload: Payload, policies: DownstreamPolicies): RequestHandler {
  return (req, res, next) => {
    const found = policyFor(req, policies);
    if (!found) return next();
    const { policy, site } = found;
    withReadsSoFar(async (reads) => {
      try {
        const within = await refreshWithin(payload, site);
        // an older answer would leave networks nothing of the time
        trueUntil(Date.now() + policy.sharedFor * 1_000);
        onHeaders(res, () => {
          if (!mayBeShared(res, reads)) return;
          const slots = [...reads.tags].map(slotOf);
          const headers = downstreamHeaders({
            ...{ now: Date.now(), policy, slots },
            refreshWithin: within,
            until: reads.until,
          });
          for (const [name, value] of Object.entries(headers ?? {})) res.setHeader(name, value);
        });
        next();
      } catch (error) {
        next(error);
      }
    });
  };
}
