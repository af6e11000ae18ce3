/**
 * `_status: draft` with publishSpecificLocale takes one language down and leaves the others as they are public: what is
 * public is published again without it. The draft, with its text in that language, stays.
 */
import type { CollectionBeforeOperationHook } from 'payload';
import { withoutLocale } from '../fields/mixLocales.js';
import {
  type Doc,
  latestState,
  type Place,
  publicState,
  putDraft,
  type WriteArgs,
} from './documentStates.js';

/** The languages in which a document is public: those in which it has its title. */
function shownIn(doc: Doc, title: string): string[] {
  const texts = doc[title];
  if (typeof texts !== 'object' || texts === null) return [];
  return Object.entries(texts).flatMap(([code, text]) => (text ? [code] : []));
}

export const unpublishOneLocale: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { publishSpecificLocale: locale, ...write } = args as unknown as WriteArgs;
  const { data, draft, id } = write;
  if (operation !== 'update' || !locale || draft || data?._status !== 'draft') return args;
  const { admin, flattenedFields: fields, slug } = write.collection.config;
  const place: Place = { fields, locale, req, slug };
  const [shown, latest] =
    id === undefined ? [] : [await publicState(id, place), await latestState(id, place)];
  const [stays] = shown ? shownIn(shown, admin.useAsTitle).filter((code) => code !== locale) : [];
  // nothing else would stay: the whole document goes down
  if (id === undefined || !shown || !latest || !stays) return write as unknown as typeof args;
  const standInId = await putDraft(id, withoutLocale(fields, shown, locale) as Doc, latest.updatedAt, place);
  req.locale = stays as typeof req.locale;
  req.context.takenDownLocale = locale;
  const heldBack = [{ id, draft: latest.doc, standInId, isWhole: true }];
  return { ...write, data: { _status: 'published' }, heldBack } as unknown as typeof args;
};
