/** Withdrawals: what was taken dark at once, and why. The call that makes one comes with its own issue. */
import type { CollectionConfig } from 'payload';
import { collectionAccess } from '../access/collectionAccess.js';
import { idField } from '../fields/idField.js';
import { clampReads } from '../hooks/clampReads.js';
import { refuseWrites } from '../hooks/refuseWrites.js';

export const withdrawals: CollectionConfig = {
  slug: 'withdrawals',
  graphQL: { singularName: 'Withdrawal', pluralName: 'Withdrawals' },
  admin: { useAsTitle: 'publicReason', group: 'Administration', hidden: true },
  access: collectionAccess({ collection: 'withdrawals', siteScope: 'shared' }),
  defaultSort: '-createdAt',
  disableDuplicate: true,
  fields: [
    idField,
    { name: 'kind', type: 'text', required: true, index: true },
    { name: 'documentId', type: 'text', required: true, index: true },
    { name: 'publicReason', type: 'textarea', required: true },
    { name: 'internalReason', type: 'textarea', required: true },
    { name: 'withdrawnBy', type: 'json' },
    { name: 'withdrawnAt', type: 'date', required: true, index: true },
    { name: 'liftedBy', type: 'json' },
    { name: 'liftedAt', type: 'date', index: true },
    { name: 'liftReason', type: 'textarea' },
    { name: 'darkAfterMs', type: 'number' },
  ],
  hooks: { beforeOperation: [clampReads, refuseWrites] },
  lockDocuments: false,
  timestamps: true,
};
