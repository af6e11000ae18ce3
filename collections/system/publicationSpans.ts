/**
 * Spans: from which position to which a document was public with one content. Derived from the ledger so that the past is
 * quick to read; `npm run ledger -- rebuild` makes them anew. Nobody reads or writes them through an API.
 */
import { closedCollection } from '../access/closedCollection.js';

export const publicationSpans = closedCollection({
  slug: 'publication-spans',
  fields: [
    { name: 'collectionSlug', type: 'text', required: true },
    { name: 'documentId', type: 'text', required: true },
    /** By what pages find the document: its slug; a redirect's site and path, an availability's service. */
    { name: 'key', type: 'text' },
    /** The position of the record that holds the snapshot. */
    { name: 'from', type: 'number', required: true, index: true },
    /** The position at which it ceased to be so; `stillPublic` while it has not. */
    { name: 'to', type: 'number', required: true },
    { name: 'contentHash', type: 'text', required: true },
    { name: 'documentUpdatedAt', type: 'text' },
  ],
  indexes: [
    { fields: ['collectionSlug', 'documentId', 'to'] },
    { fields: ['collectionSlug', 'key', 'to'] },
    { fields: ['collectionSlug', 'to'] },
  ],
});
