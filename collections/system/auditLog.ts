/** The audit log: who wrote what and when, old and new. Never public, never changed. */
import type { CollectionConfig, Field } from 'payload';
import { collectionAccess } from '../access/collectionAccess.js';
import { idField } from '../fields/idField.js';
import { clampReads } from '../hooks/clampReads.js';
import { refuseWrites } from '../hooks/refuseWrites.js';

const indexedText = (name: string): Field => ({ name, type: 'text', index: true });

export const auditLog: CollectionConfig = {
  slug: 'audit-log',
  labels: { singular: 'Audit entry', plural: 'Audit log' },
  graphQL: { singularName: 'AuditEntry', pluralName: 'AuditEntries' },
  admin: {
    useAsTitle: 'title',
    group: 'Administration',
    defaultColumns: ['createdAt', 'actorLabel', 'action', 'collectionSlug', 'title'],
    description: 'Every write and sign-in. Nobody can change or delete an entry.',
  },
  access: collectionAccess({ collection: 'audit-log', siteScope: 'shared' }),
  defaultSort: '-createdAt',
  disableDuplicate: true,
  fields: [
    idField,
    {
      name: 'action',
      type: 'select',
      required: true,
      index: true,
      options: ['create', 'update', 'publish', 'unpublish', 'delete', 'sign-in', 'sign-out'],
    },
    { name: 'actorKind', type: 'select', required: true, options: ['person', 'client', 'system'] },
    indexedText('actorId'),
    { name: 'actorLabel', type: 'text' },
    indexedText('collectionSlug'),
    indexedText('documentId'),
    { name: 'title', type: 'text' },
    { name: 'locale', type: 'text' },
    {
      name: 'changes',
      type: 'json',
      admin: {
        components: { Field: '/src/admin/components/JsonText.tsx#JsonText' },
        description: 'What changed: field, value before, value after.',
      },
    },
  ],
  hooks: { beforeOperation: [clampReads, refuseWrites] },
  lockDocuments: false,
  timestamps: true,
};
