/** Whether the page at an address was taken down: then whoever kept a copy is told to drop it (410), not that there is none (404). */
import { publicLocales } from '../publishing/ledger/publicLocales.js';
import { takenDownRow } from '../publishing/ledger/takenDown.js';
import { readPath } from './addresses.js';
import type { AskedPage } from './answerPage.js';
import { LedgerDocuments } from './ledgerDocuments.js';
import { isOnSite, type OnSites } from './onSite.js';

/**
 * For an address at which nothing stands at this position of the ledger, in the language asked for or the one it falls back
 * to. Content that is still public in another language was not taken down.
 */
export async function wasTakenDownHere(
  { path, payload, query, siteSlug }: AskedPage,
  position: number,
): Promise<boolean> {
  const moment = { position, at: new Date().toISOString() };
  const site = await new LedgerDocuments(payload, query.locale, moment).site(siteSlug);
  if (!site) return false;
  for (const { kind, slug } of readPath(path, site)) {
    const row = await takenDownRow(payload, { collection: kind, key: slug, position });
    if (!row || !isOnSite(row as OnSites, site.id)) continue;
    const locales = publicLocales(payload, kind, row);
    if ([query.locale, query.fallbackLocale].some((locale) => locale && locales.includes(locale)))
      return true;
  }
  return false;
}
