/**
 * Who may do what: role × collection × action, as one table. Every access function of every collection is
 * made from it, and tests/http/accessTable.test.ts tries every cell over REST and GraphQL.
 */

/** Roles of people. One person has one role. */
export const roles = ['administrator', 'editor', 'clinical-reviewer', 'compliance'] as const;
/** Scopes of API clients. A client may hold several; its rights are their sum. */
export const scopes = ['read', 'read-drafts', 'write', 'publish'] as const;

export type Role = (typeof roles)[number];
export type Scope = (typeof scopes)[number];
/** A column of the table. */
export type Actor = Role | `client:${Scope}`;

/**
 * `read` published content · `readDrafts` drafts and versions · `create` and `update` (drafts, where there are
 * drafts) · `publish` make public, change what is public, or take it down · `delete`.
 */
export type Action = 'read' | 'readDrafts' | 'create' | 'update' | 'publish' | 'delete';

const everything: Action[] = ['read', 'readDrafts', 'create', 'update', 'publish', 'delete'];
const look: Action[] = ['read', 'readDrafts'];
const draft: Action[] = ['read', 'readDrafts', 'create', 'update'];
const noDelete: Action[] = ['read', 'readDrafts', 'create', 'update', 'publish'];

type Row = Partial<Record<Actor, Action[]>>;

/** Articles, FAQs, misconceptions: editors write and publish; reviewers correct and set the review. */
const educationContent: Row = {
  administrator: everything,
  editor: everything,
  'clinical-reviewer': ['read', 'readDrafts', 'update'],
  compliance: look,
  'client:read': ['read'],
  'client:read-drafts': look,
  'client:write': draft,
  'client:publish': noDelete,
};

/** What content is made from. Saving it is publishing it, so `publish` follows `create` and `update`. */
const vocabulary: Row = {
  administrator: everything,
  editor: everything,
  'clinical-reviewer': look,
  compliance: look,
  'client:read': ['read'],
  'client:read-drafts': look,
  'client:write': look,
  'client:publish': noDelete,
};

/** Reviewers keep the evidence and the words of the field. */
const clinicalVocabulary: Row = { ...vocabulary, 'clinical-reviewer': noDelete };

/** Disclaimers, rules, availability: compliance staff only. */
const keptByCompliance: Row = {
  administrator: everything,
  compliance: everything,
  editor: look,
  'clinical-reviewer': look,
  'client:read': ['read'],
  'client:read-drafts': look,
};

/** Never public: no client reads it without a right to drafts. */
const internalCompliance: Row = { ...keptByCompliance, 'client:read': [] };

const administratorsOnly: Row = { administrator: everything };

/** Written by the product alone; nobody creates, changes or deletes one. */
const recordsOnly: Row = { administrator: look, compliance: look };

export const accessTable = {
  articles: educationContent,
  faqs: educationContent,
  misconceptions: educationContent,
  people: vocabulary,
  topics: vocabulary,
  categories: vocabulary,
  media: vocabulary,
  sources: clinicalVocabulary,
  'glossary-terms': clinicalVocabulary,
  'calls-to-action': { ...vocabulary, compliance: everything },
  notices: { ...keptByCompliance, 'client:publish': noDelete },
  services: { ...keptByCompliance, editor: draft },
  availability: keptByCompliance,
  disclaimers: keptByCompliance,
  rules: internalCompliance,
  claims: { ...internalCompliance, 'clinical-reviewer': draft },
  licenses: { administrator: everything, compliance: everything },
  redirects: {
    administrator: everything,
    editor: everything,
    compliance: everything,
    'client:publish': noDelete,
  },
  sites: {
    administrator: everything,
    compliance: ['read', 'readDrafts', 'update', 'publish'],
    editor: look,
    'clinical-reviewer': look,
    'client:read': ['read'],
    'client:read-drafts': look,
  },
  users: administratorsOnly,
  'api-clients': administratorsOnly,
  'audit-log': recordsOnly,
  publications: { ...recordsOnly, editor: look },
  withdrawals: { ...recordsOnly, editor: look, 'clinical-reviewer': look },
} satisfies Record<string, Row>;

export type CollectionKey = keyof typeof accessTable;

/** The rights of an actor in a collection; none when the table has no such cell. */
export function rightsOf(actors: readonly Actor[], collection: CollectionKey): ReadonlySet<Action> {
  const row: Row = accessTable[collection];
  return new Set(actors.flatMap((actor) => row[actor] ?? []));
}
