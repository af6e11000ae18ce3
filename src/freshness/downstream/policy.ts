/** For which sites a delivery network may keep answers, because we tell it what has changed. The setting PURGING. */
import { z } from 'zod';

/** Whom we tell: Fastly, Cloudflare, or an address that does it for any other. */
const services = ['fastly', 'cloudflare', 'webhook'] as const;

const seconds = z.number({ error: 'must be a number of seconds' }).int().min(0);

const policy = z
  .strictObject({
    service: z.enum(services, { error: `must be one of ${services.join(', ')}` }),
    /** The id of the service at Fastly, of the zone at Cloudflare; the address of a webhook. */
    target: z.string({ error: 'must be the id of the service or zone, or the address' }).min(1),
    token: z.string({ error: 'must be the secret that the network asks for' }).min(1),
    sharedFor: seconds.min(1),
    staleWhileRevalidate: seconds.default(0),
    staleIfError: seconds.default(0),
  })
  .refine(
    ({ service, target }) =>
      service === 'webhook' ? /^https?:\/\//.test(target) && URL.canParse(target) : /^[\w-]+$/.test(target),
    { error: 'must be an address for a webhook, an id for the others', path: ['target'] },
  );

/** What a delivery network may do with answers about a site. Times in seconds. */
export type DownstreamPolicy = z.infer<typeof policy>;

/** By the slug of the site. */
export type DownstreamPolicies = Readonly<Record<string, DownstreamPolicy>>;

/** JSON, as `{"harbor-therapy":{"service":"fastly","target":"…","token":"…","sharedFor":3600}}`. */
export const purgingSetting = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string().regex(/^[a-z0-9-]+$/, { error: 'must be the slug of a site' }), policy));

/** Those that are told apart by where they are told: several sites may stand behind one service. */
export function eachTarget(policies: DownstreamPolicies): [site: string, policy: DownstreamPolicy][] {
  const byTarget = new Map<string, [string, DownstreamPolicy]>();
  for (const [site, each] of Object.entries(policies))
    byTarget.set(`${each.service} ${each.target}`, [site, each]);
  return [...byTarget.values()];
}
