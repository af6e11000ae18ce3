/** Tokens of share links: what is said in them comes back, and nothing that was not signed here. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeShareToken, readShareToken, type SharedRevision } from '../../../src/pages/share/shareToken.js';

const secret = 'the secret of this house';
const now = Date.parse('2026-06-01T00:00:00.000Z');

const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-05-31'), noInvalidDate: true });
const revisions: fc.Arbitrary<SharedRevision> = fc.record(
  {
    siteSlug: fc.stringMatching(/^[a-z0-9-]{1,40}$/),
    kind: fc.constantFrom('articles', 'faqs', 'misconceptions'),
    versionId: fc.uuid(),
    locale: fc.constantFrom('en', 'es'),
    state: fc.constantFrom('FL', 'NJ'),
    position: fc.nat(),
    at: moment.map((date) => date.toISOString()),
    expiresAt: fc.integer({ min: 1, max: 30 * 86_400_000 }).map((more) => new Date(now + more).toISOString()),
  },
  { requiredKeys: ['siteSlug', 'kind', 'versionId', 'locale', 'position', 'at', 'expiresAt'] },
);

describe('a share token', () => {
  it('says what it was made of, until it expires', () => {
    fc.assert(
      fc.property(revisions, (shared) => {
        const token = makeShareToken(shared, secret);
        expect(token).toMatch(/^[\w.-]+$/);
        expect(readShareToken(token, secret, now)).toEqual(shared);
        expect(readShareToken(token, secret, Date.parse(shared.expiresAt) - 1)).toEqual(shared);
        expect(readShareToken(token, secret, Date.parse(shared.expiresAt))).toBeNull();
      }),
    );
  });

  it('opens nothing when any character of it is another, or the secret is', () => {
    fc.assert(
      fc.property(revisions, fc.nat(), fc.constantFrom(...'AZaz09-_.'), (shared, at, character) => {
        const token = makeShareToken(shared, secret);
        const place = at % token.length;
        const changed = token.slice(0, place) + character + token.slice(place + 1);
        if (changed !== token) expect(readShareToken(changed, secret, now)).toBeNull();
        expect(readShareToken(token, `${secret}!`, now)).toBeNull();
      }),
    );
  });

  it('is nothing that somebody else could have written', () => {
    fc.assert(fc.property(fc.string(), (token) => readShareToken(token, secret, now) === null));
    expect(readShareToken('a'.repeat(100_000), secret, now)).toBeNull();
  });
});
