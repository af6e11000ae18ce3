/** Makes the access functions of a collection from the access table. Nothing here is left to Payload's defaults. */
import type { Access, CollectionConfig, PayloadRequest } from 'payload';
import { onlyLicensed } from '../availability/onlyLicensed.js';
import type { Action, CollectionKey } from './accessTable.js';
import { allOf, mayDo, mayReadInternal, siteLimit } from './actors.js';
import { type PublicWhen, publicConstraint } from './publicConstraint.js';
import { onAnyOf, ownedBySites, type SiteScope, shownOnSites } from './siteScope.js';

export interface AccessOptions {
  collection: CollectionKey;
  siteScope: SiteScope;
  /** Absent on collections of which strangers may read nothing. */
  publicWhen?: PublicWhen;
}

type CollectionAccess = NonNullable<CollectionConfig['access']>;

const nobody = () => false;

/** Rights that Payload asks about with `create`, `update`, `delete`. */
function write({ collection, siteScope }: AccessOptions, action: Action): Access {
  return ({ data, req }) => {
    if (!mayDo(req, collection, action)) return false;
    // the admin asks this way whether to show its Publish button
    if (data?._status === 'published' && !mayDo(req, collection, 'publish')) return false;
    const limit = siteLimit(req);
    if (!limit) return true;
    return action === 'create' ? siteScope !== 'self' : allOf(ownedBySites(siteScope, limit));
  };
}

/** A file has no language: whether it is public hangs on its document alone, and Payload asks without a locale. */
const ofFile = ({ localizedTitle, ...when }: PublicWhen): PublicWhen => when;

async function readPublic({ publicWhen }: AccessOptions, req: PayloadRequest, isFile: boolean) {
  if (!publicWhen) return null;
  const { context, locale } = req;
  // set by src/public-api alone: a request from outside cannot set the context
  const orLocale = context?.orLocale as string | undefined;
  const now = new Date().toISOString();
  const constraint = publicConstraint(isFile ? ofFile(publicWhen) : publicWhen, { now, locale, orLocale });
  return publicWhen.restsOnLicenses ? [...constraint, await onlyLicensed(req, now)] : constraint;
}

function read(options: AccessOptions): Access {
  return async ({ isReadingStaticFile = false, req }) => {
    const limit = siteLimit(req);
    const onSites = limit ? shownOnSites(options.siteScope, limit) : [];
    if (mayDo(req, options.collection, 'readDrafts')) return allOf(onSites);
    const mayReadPublished = !req.user || mayDo(req, options.collection, 'read');
    const publicOnly = mayReadPublished ? await readPublic(options, req, isReadingStaticFile) : null;
    return publicOnly ? allOf([...publicOnly, ...onSites]) : false;
  };
}

/** Versions hold drafts; their fields stand under `version.`. */
function readVersions({ collection, siteScope }: AccessOptions): Access {
  return ({ req }) => {
    if (!mayDo(req, collection, 'readDrafts')) return false;
    const limit = siteLimit(req);
    if (!limit || siteScope === 'shared') return true;
    return siteScope === 'sites'
      ? onAnyOf('version.sites', limit)
      : { [`version.${siteScope}`]: { in: limit } };
  };
}

/** The whole `access` of a collection, every key of it set. */
export function collectionAccess(options: AccessOptions): CollectionAccess {
  return {
    admin: ({ req }: { req: PayloadRequest }) => isPerson(req),
    create: write(options, 'create'),
    delete: write(options, 'delete'),
    read: read(options),
    readVersions: readVersions(options),
    unlock: nobody,
    update: write(options, 'update'),
  };
}

/** The admin is for people; API clients have no business in it. */
export function isPerson(req: PayloadRequest): boolean {
  return req.user?.collection === 'users';
}

/** Access of a field that strangers must not see. */
export const internalField = { read: ({ req }: { req: PayloadRequest }) => mayReadInternal(req) };
