/** Publications: the ledger of what became public. Only src/publishing/ appends to it; nobody changes or deletes a record. */
import type { CollectionConfig, Field, FieldAccess } from 'payload';
import { isRecorded, recordedCollections } from '../../src/publishing/ledger/recordedCollections.js';
import type { CollectionKey } from '../access/accessTable.js';
import { mayDo, siteLimit } from '../access/actors.js';
import { collectionAccess } from '../access/collectionAccess.js';
import { idField } from '../fields/idField.js';
import { clampReads } from '../hooks/clampReads.js';
import { refuseWrites } from '../hooks/refuseWrites.js';

const indexedText = (name: string): Field => ({ name, type: 'text', index: true });

/** A snapshot is the whole row, internal fields included: it is for those who may read such rows on every site. */
const mayReadSnapshot: FieldAccess = ({ data, doc, req }) => {
  const collection = (doc ?? data)?.collectionSlug as CollectionKey | undefined;
  // asked of no record in particular: whether every snapshot may be read, and searched
  const asked = collection ? [collection] : recordedCollections;
  return !siteLimit(req) && asked.every((each) => isRecorded(each) && mayDo(req, each, 'readDrafts'));
};

/** Payload's own field for JSON loads its editor from another host. */
const jsonText = (name: string): Field => ({
  name,
  type: 'json',
  admin: { components: { Field: '/src/admin/components/JsonText.tsx#JsonText' } },
});

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
    { ...indexedText('collectionSlug'), label: 'Collection' } as Field,
    { ...indexedText('documentId'), label: 'Document' } as Field,
    indexedText('path'),
    jsonText('locales'),
    { name: 'snapshot', type: 'textarea', access: { read: mayReadSnapshot } },
    { name: 'contentHash', type: 'text' },
    { name: 'previousHash', type: 'text' },
    { name: 'hash', type: 'text', index: true },
    jsonText('actor'),
    jsonText('approvals'),
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
