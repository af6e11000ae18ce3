/**
 * References: which documents that are public now refer to which others, texts and blocks included. Derived from the ledger;
 * `npm run ledger -- rebuild` makes them anew. Nobody reads or writes them through an API.
 */
import { closedCollection } from '../access/closedCollection.js';

export const publicationReferences = closedCollection({
  slug: 'publication-references',
  fields: [
    { name: 'fromCollection', type: 'text', required: true },
    { name: 'fromId', type: 'text', required: true },
    { name: 'toCollection', type: 'text', required: true },
    { name: 'toId', type: 'text', required: true },
  ],
  indexes: [{ fields: ['toCollection', 'toId'] }, { fields: ['fromCollection', 'fromId'] }],
});
