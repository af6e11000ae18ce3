/** API clients: programs that sign in with a key. The key is shown once; only its keyed hash is stored. */
import { randomBytes } from 'node:crypto';
import {
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  ValidationError,
} from 'payload';
import { scopes } from '../access/accessTable.js';
import { collectionAccess } from '../access/collectionAccess.js';
import { sitesField } from '../fields/common.js';
import { idField } from '../fields/idField.js';
import { clampReads } from '../hooks/clampReads.js';
import { noticeOfNewKey } from '../hooks/mailUsers.js';
import { auditChange, auditDelete, noteSecretChange } from '../hooks/recordInAudit.js';

const scopeLabels: Record<(typeof scopes)[number], string> = {
  read: 'Read what is published',
  'read-drafts': 'Read drafts and versions',
  write: 'Write drafts',
  publish: 'Publish',
};

/** 256 random bits; the prefix lets secret scanners know it. */
const newKey = () => `fr_${randomBytes(32).toString('base64url').slice(0, 43)}`;

/** A client made without a key is given one. */
const inventKey: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'create') return args;
  const data = (args as { data?: { apiKey?: string; enableAPIKey?: boolean } }).data;
  if (data) {
    data.apiKey ||= newKey();
    data.enableAPIKey = true;
  }
  return args;
};

const shortestKey = 32;

/** The admin's button and careful programs send random keys; nobody may send a word. */
const refuseWeakKey: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const key = (args as { data?: { apiKey?: unknown } }).data?.apiKey;
  if (!['create', 'update'].includes(operation) || typeof key !== 'string' || key === '') return args;
  if (key.length >= shortestKey) return args;
  const message = `A key has at least ${shortestKey} characters, made at random.`;
  throw new ValidationError({ collection: 'api-clients', errors: [{ message, path: 'apiKey' }], req }, req.t);
};

/** Payload would store the key in a form that can be read back; the hash in `apiKeyIndex` is enough to sign in. */
const forgetKey: CollectionBeforeChangeHook = ({ context, data, operation }) => {
  if (typeof data.apiKey !== 'string' || data.apiKey === '') return data;
  context.newApiKey = data.apiKey;
  if (operation === 'update') noteSecretChange(context, 'apiKey');
  return { ...data, apiKey: null };
};

/** The one answer that carries the key. */
const showKeyOnce: CollectionAfterChangeHook = async ({ context, doc, req }) => {
  if (typeof context.newApiKey !== 'string') return doc;
  await noticeOfNewKey(req, doc.name);
  return { ...doc, apiKey: context.newApiKey };
};

export const apiClients: CollectionConfig = {
  slug: 'api-clients',
  labels: { singular: 'API client', plural: 'API clients' },
  graphQL: { singularName: 'ApiClient', pluralName: 'ApiClients' },
  admin: {
    useAsTitle: 'name',
    group: 'Administration',
    defaultColumns: ['name', 'scopes', 'sites', 'enabled', 'expiresAt'],
  },
  auth: { disableLocalStrategy: true, useAPIKey: true },
  access: collectionAccess({ collection: 'api-clients', siteScope: 'shared' }),
  fields: [
    idField,
    { name: 'name', type: 'text', required: true, maxLength: 200 },
    {
      name: 'scopes',
      type: 'select',
      hasMany: true,
      required: true,
      defaultValue: ['read'],
      options: scopes.map((value) => ({ label: scopeLabels[value], value })),
      admin: { description: 'What the client may do. Give as little as it needs.' },
    },
    {
      ...sitesField,
      admin: { position: 'sidebar', description: 'Limits the client to these sites. Empty means all.' },
    } as typeof sitesField,
    {
      name: 'enabled',
      type: 'checkbox',
      defaultValue: true,
      admin: { position: 'sidebar', description: 'Untick to shut the client out at once.' },
    },
    {
      name: 'expiresAt',
      type: 'date',
      admin: { position: 'sidebar', description: 'The key stops working at this time. Empty: never.' },
    },
    // the same name as Payload's own field: every request with a key looks it up
    { name: 'apiKeyIndex', type: 'text', hidden: true, index: true, admin: { disabled: true } },
  ],
  hooks: {
    beforeOperation: [clampReads, inventKey, refuseWeakKey],
    beforeChange: [forgetKey],
    afterChange: [auditChange('name'), showKeyOnce],
    afterDelete: [auditDelete('name')],
  },
  lockDocuments: { duration: 300 },
  timestamps: true,
};
