/** For collections that the product keeps for itself: no door leads to them. */
import type { CollectionConfig } from 'payload';
import { idField } from '../fields/idField.js';
import { refuseWrites } from '../hooks/refuseWrites.js';

const nobody = () => false;

/** No access, no address, no GraphQL, no place in the admin; writes are refused to the Local API too. Ids are UUIDs. */
export function closedCollection({
  fields,
  ...rest
}: Pick<CollectionConfig, 'slug' | 'fields' | 'indexes'>): CollectionConfig {
  return {
    ...rest,
    access: {
      admin: nobody,
      create: nobody,
      delete: nobody,
      read: nobody,
      readVersions: nobody,
      unlock: nobody,
      update: nobody,
    },
    admin: { hidden: true },
    disableDuplicate: true,
    endpoints: false,
    fields: [idField, ...fields],
    graphQL: false,
    hooks: { beforeOperation: [refuseWrites] },
    lockDocuments: false,
    timestamps: false,
  };
}
