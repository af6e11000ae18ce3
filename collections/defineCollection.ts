/**
 * The one way to make a collection: access from the access table, field visibility from the allow-list, UUID ids,
 * drafts or a `live` box, clamped reads, audit. A collection's own file holds only what is particular to it.
 */
import type { CollectionConfig, DateField, Field } from 'payload';
import { allowList } from '../src/public-api/allowList.js';
import type { CollectionKey } from './access/accessTable.js';
import { collectionAccess, internalField } from './access/collectionAccess.js';
import type { SiteScope } from './access/siteScope.js';
import { liveField } from './fields/common.js';
import { idField } from './fields/idField.js';
import { withKnownChoices } from './fields/knownChoices.js';
import { refuseSharedSlug, slugField } from './fields/slugField.js';
import { withSoundTexts } from './fields/soundText.js';
import { answerOldTime, rememberRows } from './hooks/answerOldTime.js';
import { clampReads } from './hooks/clampReads.js';
import { keepNewerDrafts, startFromDrafts } from './hooks/keepNewerDrafts.js';
import { ruledSlugHooks } from './hooks/keepRuledSlugs.js';
import { deleteWithinSites, keepWithinSites } from './hooks/keepWithinSites.js';
import { noteTakingDown } from './hooks/noteTakingDown.js';
import { giveBackOtherLocales, holdOtherLocales } from './hooks/publishOneLocale.js';
import { auditChange, auditDelete } from './hooks/recordInAudit.js';
import { refuseDeletingReferenced, refuseTrashingReferenced } from './hooks/refuseDeletingReferenced.js';
import { beginNow, refuseStaleSave } from './hooks/refuseStaleSave.js';
import { refuseUnsoundCharacters } from './hooks/refuseUnsoundCharacters.js';
import { requirePublishRight } from './hooks/requirePublishRight.js';
import { requireReferences } from './hooks/requireReferences.js';
import { restoreSafely } from './hooks/restoreSafely.js';
import { keepTrashShut, trashIsNoDraft } from './hooks/trash.js';
import { unpublishOneLocale } from './hooks/unpublishOneLocale.js';

export interface CollectionDefinition
  extends Omit<CollectionConfig, 'slug' | 'access' | 'admin' | 'graphQL' | 'versions'> {
  slug: CollectionKey;
  /** The heading in the admin's menu. */
  group: string;
  /** The field that names a document; also what the slug is made from. */
  title: string;
  siteScope: SiteScope;
  /** GraphQL names; the plural is the list. */
  names: { singular: string; plural: string };
  hasSlug?: boolean;
  admin?: CollectionConfig['admin'];
}

/** True for collections where publishing is an act of its own. */
const withDrafts = new Set<CollectionKey>([
  'articles',
  'faqs',
  'misconceptions',
  'disclaimers',
  'services',
  'availability',
  'rules',
  'claims',
]);

/** True when a document is published by an act of its own and not by saving it. */
export function hasDrafts(slug: CollectionKey): boolean {
  return withDrafts.has(slug);
}

/** True when a document is public while its `live` box is ticked. */
export function hasLive(slug: CollectionKey): boolean {
  return allowList[slug as keyof typeof allowList]?.publicWhen.publishedBy === 'live';
}

/** As Payload adds it to collections with a trash, but for the access: strangers learn nothing of the trash. */
const deletedAtField: DateField = {
  name: 'deletedAt',
  type: 'date',
  access: internalField,
  admin: { disableBulkEdit: true, hidden: true },
  index: true,
};

const isHidden = (slug: CollectionKey, name: string): boolean => {
  const rules = allowList[slug as keyof typeof allowList];
  return Boolean(rules) && name !== 'id' && !rules.fields.includes(name);
};

/** Denies strangers every field that the allow-list does not name, whatever the field's own file says. */
function hideInternal(slug: CollectionKey, fields: Field[]): Field[] {
  return fields.map((field) => {
    if (field.type === 'tabs') {
      return {
        ...field,
        tabs: field.tabs.map((tab) => ({ ...tab, fields: hideInternal(slug, tab.fields) })),
      };
    }
    if ((field.type === 'row' || field.type === 'collapsible') && 'fields' in field) {
      return { ...field, fields: hideInternal(slug, field.fields) };
    }
    if (!('name' in field) || field.type === 'ui' || !isHidden(slug, field.name as string)) return field;
    return { ...field, access: { ...('access' in field ? field.access : {}), ...internalField } } as Field;
  });
}

function populateWith(slug: CollectionKey): CollectionConfig['defaultPopulate'] {
  const rules = allowList[slug as keyof typeof allowList];
  if (!rules) return undefined;
  const shown = rules.fields.filter((name) => !rules.bodyFields.includes(name));
  return Object.fromEntries(shown.map((name) => [name, true]));
}

/** What a write passes where publishing is an act of its own, in this order. */
function beforeWritingDrafts(slug: CollectionKey) {
  return [
    trashIsNoDraft,
    requirePublishRight(slug),
    noteTakingDown,
    restoreSafely,
    unpublishOneLocale,
    keepNewerDrafts,
    holdOtherLocales,
    startFromDrafts,
  ];
}

/** The collection that Payload is given. */
export function defineCollection(definition: CollectionDefinition): CollectionConfig {
  const {
    admin,
    fields,
    group,
    hasSlug = true,
    hooks = {},
    names,
    siteScope,
    slug,
    title,
    ...rest
  } = definition;
  const drafts = hasDrafts(slug);
  const publicWhen = allowList[slug as keyof typeof allowList]?.publicWhen;
  const slugFields = hasSlug ? [slugField(title)] : [];
  const liveFields = hasLive(slug) ? [liveField] : [];
  return {
    ...rest,
    slug,
    access: collectionAccess({ collection: slug, siteScope, publicWhen }),
    admin: { useAsTitle: title, group, enableListViewSelectAPI: true, ...admin },
    defaultPopulate: populateWith(slug),
    fields: [
      idField,
      ...hideInternal(slug, withKnownChoices(withSoundTexts([...fields, ...slugFields, ...liveFields]))),
      ...(drafts ? [deletedAtField] : []),
    ],
    graphQL: { singularName: names.singular, pluralName: names.plural },
    hooks: {
      ...hooks,
      beforeOperation: [
        clampReads,
        ...(hasSlug ? [refuseSharedSlug] : []),
        refuseStaleSave,
        ...(drafts ? beforeWritingDrafts(slug) : [rememberRows]),
        ...(hooks.beforeOperation ?? []),
      ],
      beforeValidate: [refuseUnsoundCharacters, ...(hooks.beforeValidate ?? [])],
      beforeChange: [
        beginNow,
        ...(drafts ? [keepTrashShut, refuseTrashingReferenced] : []),
        requireReferences,
        keepWithinSites(siteScope),
        ...ruledSlugHooks(slug).beforeChange,
        ...(hooks.beforeChange ?? []),
      ],
      beforeDelete: [
        deleteWithinSites(siteScope),
        refuseDeletingReferenced,
        ...ruledSlugHooks(slug).beforeDelete,
        ...(hooks.beforeDelete ?? []),
      ],
      afterChange: [...(hooks.afterChange ?? []), auditChange(title)],
      afterOperation: [drafts ? giveBackOtherLocales : answerOldTime, ...(hooks.afterOperation ?? [])],
      afterDelete: [...(hooks.afterDelete ?? []), auditDelete(title)],
    },
    lockDocuments: rest.lockDocuments ?? { duration: 300 },
    timestamps: true,
    trash: drafts,
    versions: drafts ? { drafts: { schedulePublish: true, validate: false }, maxPerDoc: 50 } : false,
  };
}
