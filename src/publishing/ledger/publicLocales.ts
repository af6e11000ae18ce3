/** The languages in which a document is public. */
import type { Payload } from 'payload';
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import { isRecord } from '../../../collections/blocks/fieldValues.js';
import { locales } from '../../../collections/locales.js';
import type { Row } from './publicState.js';

/** Those in which it has its title; all of them when its title has no language. */
export function publicLocales(payload: Payload, collection: CollectionKey, row: Row): string[] {
  const title = payload.collections[collection].config.admin.useAsTitle ?? 'id';
  const texts = row[title];
  return isRecord(texts) ? locales.filter((locale) => Boolean(texts[locale])) : [...locales];
}
