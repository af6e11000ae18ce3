import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readSettings, type SettingsError } from '../../src/config.js';
import { durationOf } from '../../src/freshness/downstream/addDownstream.js';
import { downstreamHeaders, keysOf } from '../../src/freshness/downstream/headers.js';
import { type DownstreamPolicy, eachTarget } from '../../src/freshness/downstream/policy.js';
import { purgeRequests } from '../../src/freshness/downstream/tellNetwork.js';
import { everything, slotOf } from '../../src/front/generations.js';

const policy: DownstreamPolicy = {
  ...{ service: 'fastly', target: 'SU1Z', token: 'secret', sharedFor: 3_600 },
  ...{ staleWhileRevalidate: 60, staleIfError: 86_400 },
};
const now = Date.parse('2026-11-21T12:00:00Z');
const day = 86_400_000;
const asked = { now, policy, refreshWithin: 7 * day, slots: [slotOf('articles')], until: null };

describe('what a delivery network is told of an answer', () => {
  it('is how long it may keep it, under which keys, and to browsers that they ask again each time', () => {
    const [all, articles] = keysOf([everything, slotOf('articles')]);
    expect(downstreamHeaders(asked)).toEqual({
      'Cache-Control': 'public, max-age=0, s-maxage=3600, must-revalidate',
      'Surrogate-Control': 'max-age=3600, stale-while-revalidate=60, stale-if-error=86400',
      'Surrogate-Key': `${all} ${articles}`,
    });
  });

  it('is said in the words of each network', () => {
    const names = (service: DownstreamPolicy['service']) =>
      Object.keys(downstreamHeaders({ ...asked, policy: { ...policy, service } }) ?? {});
    expect(names('cloudflare')).toEqual(['Cache-Control', 'CDN-Cache-Control', 'Cache-Tag']);
    expect(names('webhook')).toEqual(['Cache-Control', 'CDN-Cache-Control', 'Surrogate-Key', 'Cache-Tag']);
  });

  it('has nothing stale in it where the policy does not allow that', () => {
    const strict = { ...policy, staleIfError: 0, staleWhileRevalidate: 0 };
    expect(downstreamHeaders({ ...asked, policy: strict })?.['Surrogate-Control']).toBe('max-age=3600');
  });

  it('never goes past the next change, nor past what the site allows, stale or not', () => {
    const times = fc.record({
      left: fc.option(fc.integer({ min: -5_000, max: 10 * day })),
      refreshWithin: fc.integer({ min: 0, max: 10 * day }),
      sharedFor: fc.integer({ min: 1, max: 1_000_000 }),
      stale: fc.integer({ min: 0, max: 1_000_000 }),
    });
    fc.assert(
      fc.property(times, ({ left, refreshWithin, sharedFor, stale }) => {
        const until = left === null ? null : now + left;
        const own = { ...policy, sharedFor, staleIfError: stale, staleWhileRevalidate: stale };
        const said = downstreamHeaders({ ...asked, policy: own, refreshWithin, until })?.[
          'Surrogate-Control'
        ];
        if (said === undefined) return;
        const [fresh = 0, ...more] = [...said.matchAll(/=(\d+)/g)].map(([, seconds]) => Number(seconds));
        expect(fresh).toBeGreaterThan(0);
        expect(fresh).toBeLessThanOrEqual(sharedFor);
        // a second of reserve: Age is rounded down
        if (until !== null) expect(now + (fresh + 1) * 1_000).toBeLessThanOrEqual(until);
        for (const each of [0, ...more]) expect((fresh + each) * 1_000).toBeLessThanOrEqual(refreshWithin);
      }),
    );
  });

  it('is nothing where an answer hangs on more than networks take', () => {
    const slots = Array.from({ length: 2_000 }, (_, index) => index);
    expect(downstreamHeaders({ ...asked, slots })).toBeNull();
  });
});

describe('telling it what to let go', () => {
  it('asks each network as it wants to be asked', () => {
    const requestsTo = (service: DownstreamPolicy['service'], target: string) =>
      purgeRequests({ ...policy, service, target }, ['f1', 'f2']);
    expect(requestsTo('fastly', 'SU1Z')).toEqual([
      {
        url: 'https://api.fastly.com/service/SU1Z/purge',
        headers: { 'Fastly-Key': 'secret' },
        body: { surrogate_keys: ['f1', 'f2'] },
      },
    ]);
    expect(requestsTo('cloudflare', '023e')).toEqual([
      {
        url: 'https://api.cloudflare.com/client/v4/zones/023e/purge_cache',
        headers: { Authorization: 'Bearer secret' },
        body: { tags: ['f1', 'f2'] },
      },
    ]);
    expect(requestsTo('webhook', 'https://purge.example.org/')).toEqual([
      {
        url: 'https://purge.example.org/',
        headers: { Authorization: 'Bearer secret' },
        body: { keys: ['f1', 'f2'] },
      },
    ]);
  });

  it('asks as often as it takes', () => {
    const keys = keysOf(Array.from({ length: 250 }, (_, index) => index));
    expect(purgeRequests(policy, keys)).toHaveLength(3);
  });

  it('tells a service once, however many sites stand behind it', () => {
    const other = { ...policy, target: 'other' };
    expect(eachTarget({ one: policy, two: policy, three: other }).map(([site]) => site)).toEqual([
      'two',
      'three',
    ]);
  });
});

describe('the setting', () => {
  const set = (value: string) => readSettings({ PURGING: value }).purging;

  it('is read by site', () => {
    const given = { service: 'fastly', target: 'SU1Z', token: 'secret', sharedFor: 60 };
    expect(set(JSON.stringify({ 'harbor-therapy': given }))).toEqual({
      'harbor-therapy': { ...given, staleIfError: 0, staleWhileRevalidate: 0 },
    });
    expect(readSettings({}).purging).toEqual({});
  });

  it.each([
    ['{', 'PURGING must be JSON.'],
    ['{"a":{"service":"akamai"}}', 'PURGING.a.service must be one of fastly, cloudflare, webhook.'],
    [
      '{"a":{"service":"webhook","target":"file:///etc","token":"top-secret","sharedFor":1}}',
      'PURGING.a.target must be an address for a webhook, an id for the others.',
    ],
    [
      '{"a":{"service":"fastly","target":"../x","token":"top-secret","sharedFor":1}}',
      'PURGING.a.target must be an address for a webhook, an id for the others.',
    ],
  ])('is refused in words that repeat no secret: %s', (value, problem) => {
    try {
      set(value);
    } catch (error) {
      expect((error as SettingsError).problems).toContain(problem);
      expect(String(error)).not.toContain('top-secret');
      return;
    }
    throw new Error('It was taken.');
  });
});

describe('the durations of sites', () => {
  it.each([
    ['P7D', 7 * day],
    ['PT12H', day / 2],
    ['P1DT1H30M', day + 5_400_000],
  ])('%s', (text, milliseconds) => {
    expect(durationOf(text)).toBe(milliseconds);
  });
});
