/** The least that a valid document of each collection has. Every call gives another one. */
import sharp from 'sharp';
import type { CollectionKey } from '../../collections/access/accessTable.js';
import { stateOptions } from '../../src/availability/states.js';

export interface References {
  site: string;
  service: string;
}

type Doc = Record<string, unknown>;
type Make = (name: string, references: References, count: number) => Doc;

/** A rich text of one paragraph. */
export const richText = (text: string): Doc => ({
  root: {
    ...{ type: 'root', direction: 'ltr', format: '', indent: 0, version: 1 },
    children: [
      {
        ...{ type: 'paragraph', direction: 'ltr', format: '', indent: 0, version: 1, textFormat: 0 },
        children: [{ type: 'text', detail: 0, format: 0, mode: 'normal', style: '', text, version: 1 }],
      },
    ],
  },
});

/** States in which nothing of the demo is offered. */
const states = stateOptions
  .map(({ value }) => value)
  .filter((state) => !['CA', 'FL', 'GA', 'NJ', 'NY', 'TX'].includes(state));

const makers: Record<CollectionKey, Make> = {
  articles: (name) => ({ slug: name, title: name, body: richText(name) }),
  faqs: (name) => ({ slug: name, question: name, answer: richText(name) }),
  misconceptions: (name) => ({ slug: name, myth: name, fact: name }),
  people: (name) => ({ slug: name, name }),
  topics: (name) => ({ slug: name, title: name, kind: 'condition' }),
  categories: (name) => ({ slug: name, title: name }),
  media: (name) => ({ slug: name, alt: name }),
  sources: (name) => ({ slug: name, title: name, kind: 'guideline' }),
  'glossary-terms': (name) => ({ slug: name, term: name, definition: name }),
  'calls-to-action': (name) => ({ slug: name, label: name, kind: 'link', target: { url: '/book' } }),
  notices: (name) => ({ slug: name, title: name, kind: 'newsletter' }),
  services: (name, { site }) => ({ slug: name, name, site, modes: ['telehealth'] }),
  // another state each time: periods of one service and state do not overlap. What is available would need a license
  availability: (_name, { service }, count) => ({
    ...{ service, state: states[count % states.length], status: 'waitlist', counties: { mode: 'all' } },
    effectiveFrom: '1950-01-01T00:00:00.000Z',
  }),
  disclaimers: (name) => ({
    slug: name,
    title: name,
    clauses: [{ key: 'one', text: name }],
    placement: 'footer',
  }),
  rules: (name) => ({
    ...{ slug: name, title: name, match: 'all', severity: 'warn', source: { title: name } },
    effect: { kind: 'forbidPhrase', phrase: name },
  }),
  claims: (name) => ({ slug: name, statement: name, status: 'draft' }),
  licenses: (name) => ({
    ...{ slug: name, number: name, state: 'FL', kind: 'medical', holder: { organization: name } },
  }),
  redirects: (name, { site }) => ({ site, from: `/from-${name}`, to: `/to-${name}` }),
  sites: (name) => ({ slug: name, name, url: 'https://example.org', timeZone: 'America/New_York' }),
  users: (name) => ({
    ...{
      name,
      email: `${name}@example.org`,
      password: 'a long enough password',
      role: 'editor',
      invite: false,
    },
  }),
  'api-clients': (name) => ({ name, scopes: ['read'] }),
  'audit-log': () => ({ action: 'create', actorKind: 'system' }),
  publications: (_name, _references, count) => ({ position: 1_000_000 + count, act: 'publish' }),
  withdrawals: (name) => ({
    ...{ kind: 'article', documentId: name, publicReason: name, internalReason: name },
    withdrawnAt: '2026-01-01T00:00:00.000Z',
  }),
};

let count = 0;

/** A document of this collection that no other test has. */
export function minimalDocument(collection: CollectionKey, references: References): Doc {
  count += 1;
  return makers[collection](`minimal-${count}`, references, count);
}

/** A small image. */
export function smallImage(): Promise<Buffer> {
  return sharp({ create: { width: 8, height: 8, channels: 3, background: '#336699' } })
    .png()
    .toBuffer();
}
