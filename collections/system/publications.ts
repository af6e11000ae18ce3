/** Publications: the ledger of what became public. Only src/publishing/ appends to it; nobody changes or deletes a record. */
import type { CollectionConfig, Field, FieldAccess } from 'payload';
import { accessTable, type CollectionKey } from '../access/accessTable.js';
import { mayDo, siteLimit } from '../access/actors.js';
import { collectionAccess } from '../access/collectionAccess.js';
import { idField } from '../fields/idField.js';
import { clampReads } from '../hooks/clampReads.js';
import { refuseWrites } from '../hooks/refuseWrites.js';

const indexedText = (name: string): Field => ({ name, type: 'text', index: true });

/** A snapshot is the whole row, internal fields included: it is for those who may read such rows on every site. */
const mayReadSnapshot: FieldAccess = ({ doc, req }) => {
  const collection = doc?.collectionSlug as CollectionKey | undefined;
  if (!collection || !Object.hasOwn(accessTable, collection) || siteLimit(req)) return false;
  return mayDo(req, collection, 'readDrafts');
};

export const publications: CollectionConfig = {
  slug: 'publications',
  graphQL: { singularName: 'Publication', pluralName: 'Publications' },
  admin: {
    useAsTitle: 'position',
    group: 'Administration',
    defaultColumns: ['position', 'act', 'collectionSlug', 'path', 'reason', 'createdAt'],
    description: 'What became public, when and by whom. Records cannot be changed or deleted.',
  },
  access: collectionAccess({ collection: 'publications', siteScope: 'shared' }),
  defaultSort: '-position',
  disableDuplicate: true,
  fields: [
    idField,
    { name: 'position', type: 'number', required: true, unique: true, index: true },
    {
      name: 'act',
      type: 'select',
      required: true,
      index: true,
      options: ['publish', 'change', 'unpublish', 'withdraw', 'delete', 'redact'],
    },
    indexedText('collectionSlug'),
    indexedText('documentId'),
    indexedText('path'),
    { name: 'locales', type: 'json' },
    { name: 'snapshot', type: 'textarea', access: { read: mayReadSnapshot } },
    { name: 'contentHash', type: 'text' },
    { name: 'previousHash', type: 'text' },
    { name: 'hash', type: 'text', index: true },
    { name: 'actor', type: 'json' },
    { name: 'approvals', type: 'json' },
    { name: 'reason', type: 'text' },
    {
      name: 'target',
      type: 'number',
      index: true,
      admin: { description: 'The position that a redaction blanked.' },
    },
  ],
  indexes: [{ fields: ['collectionSlug', 'documentId', 'position'] }, { fields: ['path', 'position'] }],
  hooks: { beforeOperation: [clampReads, refuseWrites] },
  lockDocuments: false,
  timestamps: true,
};
