/** Tells a delivery network what to let go. */
import type { DownstreamPolicy } from './policy.js';

/** Cloudflare takes a hundred at a time, Fastly 256. */
const atATime = 100;

const patience = 3_000;

export interface PurgeRequest {
  url: string;
  headers: Record<string, string>;
  body: unknown;
}

/** https://www.fastly.com/documentation/reference/api/purging/ and https://developers.cloudflare.com/api/resources/cache/methods/purge/ */
function requestFor({ service, target, token }: DownstreamPolicy, keys: readonly string[]): PurgeRequest {
  if (service === 'fastly') {
    const url = `https://api.fastly.com/service/${target}/purge`;
    return { url, headers: { 'Fastly-Key': token }, body: { surrogate_keys: keys } };
  }
  const headers = { Authorization: `Bearer ${token}` };
  if (service === 'webhook') return { url: target, headers, body: { keys } };
  const url = `https://api.cloudflare.com/client/v4/zones/${target}/purge_cache`;
  return { url, headers, body: { tags: keys } };
}

/** As many as it takes. */
export function purgeRequests(policy: DownstreamPolicy, keys: readonly string[]): PurgeRequest[] {
  const requests: PurgeRequest[] = [];
  for (let at = 0; at < keys.length; at += atATime)
    requests.push(requestFor(policy, keys.slice(at, at + atATime)));
  return requests;
}

/** Rejects, without any secret in its message, when one of them is not accepted. */
export async function tellNetwork(policy: DownstreamPolicy, keys: readonly string[]): Promise<void> {
  for (const { body, headers, url } of purgeRequests(policy, keys)) {
    const { ok, status } = await fetch(url, {
      body: JSON.stringify(body),
      headers: { ...headers, 'Content-Type': 'application/json' },
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    if (!ok) throw new Error(`${policy.service} answered ${status} to a purge.`);
  }
}
