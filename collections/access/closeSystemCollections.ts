/**
 * Payload brings collections of its own and opens some of them to whoever is signed in, API clients included. Here they
 * are closed, but for what the admin needs: a person's own preferences, and who is editing what.
 */
import type { Access, SanitizedCollectionConfig, SanitizedConfig } from 'payload';
import { isPerson } from './collectionAccess.js';

type SystemAccess = Partial<SanitizedCollectionConfig['access']>;

const nobody: Access = () => false;
const people: Access = ({ req }) => isPerson(req);

/** What a collection of Payload's itself allows, to people only. */
function peopleAnd(own: Access): Access {
  return (args) => (isPerson(args.req) ? own(args) : false);
}

const closed = { create: nobody, delete: nobody, read: nobody, update: nobody };
const unused = { admin: () => false, readVersions: nobody, unlock: nobody };

const needed: Record<string, (access: SanitizedCollectionConfig['access']) => SystemAccess> = {
  'payload-locked-documents': () => ({ create: people, delete: people, read: people, update: people }),
  'payload-preferences': ({ delete: remove, read, update }) => ({
    create: people,
    delete: peopleAnd(remove),
    read: peopleAnd(read),
    update: peopleAnd(update),
  }),
};

/** The configuration with Payload's own collections closed; they exist only once it is sanitised. */
export async function closeSystemCollections(made: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await made;
  for (const collection of config.collections.filter(({ slug }) => slug.startsWith('payload-'))) {
    Object.assign(collection.access, closed, unused, needed[collection.slug]?.({ ...collection.access }));
  }
  return config;
}
