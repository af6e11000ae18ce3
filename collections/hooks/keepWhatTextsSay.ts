/**
 * A service of which public texts say a value (its price, where it is available, a count) stays public and on its site, and
 * keeps a price that is said: otherwise their sentences would have holes.
 */
import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload';
import { readPublicState, readPublicStates } from '../../src/publishing/ledger/publicState.js';
import { isRecorded } from '../../src/publishing/ledger/recordedCollections.js';
import { referrersOf } from '../../src/publishing/ledger/references.js';
import { idOf, isRecord } from '../blocks/fieldValues.js';
import { type Locale, locales } from '../locales.js';
import { price } from '../values/price.js';
import { nameThem, type Referrer } from './nameReferrers.js';

type Row = Record<string, unknown>;

/** The kinds of values of a service that a text says. */
function saidIn(text: unknown, serviceId: string): string[] {
  if (Array.isArray(text)) return text.flatMap((each) => saidIn(each, serviceId));
  if (!isRecord(text)) return [];
  const { fields, type } = text;
  const isValue = type === 'inlineBlock' && isRecord(fields) && idOf(fields.service) === serviceId;
  return isValue
    ? [String(fields.blockType)]
    : Object.values(text).flatMap((each) => saidIn(each, serviceId));
}

/** The fields of a row with all its languages as they are in one of them; all of them when it is left out. */
function textsOf(row: Row, locale: Locale | undefined): unknown[] {
  const isByLocale = (value: unknown): value is Row =>
    isRecord(value) && locales.some((each) => Object.hasOwn(value, each));
  return Object.values(row).map((value) => (locale && isByLocale(value) ? value[locale] : value));
}

interface Saying {
  serviceId: string;
  /** Only in this language. */
  locale?: Locale;
  /** Only values of this kind. */
  kind?: string;
}

/** The public documents that say a value of the service. */
async function textsThatSay({ kind, locale, serviceId }: Saying, req: PayloadRequest): Promise<Referrer[]> {
  const place = { payload: req.payload, req };
  const found = await referrersOf(place, 'services', [serviceId]);
  const collections = [...new Set(found.map(({ fromCollection }) => fromCollection))].filter(isRecorded);
  const saying = await Promise.all(
    collections.map(async (collection) => {
      const ids = found.filter((each) => each.fromCollection === collection).map(({ fromId }) => fromId);
      const rows = await readPublicStates(place, collection, ids);
      const isSaying = (row: Row) => {
        const said = saidIn(textsOf(row, locale), serviceId);
        return kind === undefined ? said.length > 0 : said.includes(kind);
      };
      return rows.filter(isSaying).map(({ id }) => ({ collection, id }));
    }),
  );
  return saying.flat();
}

const hasPrice = ({ price: stored }: Row) => isRecord(stored) && typeof stored.amount === 'number';

interface Loss {
  what: string;
  saying: Saying;
}

const asLocale = (value: unknown): Locale | undefined => locales.find((each) => each === value);

/** What the write takes away from texts; `shown` is what is public before it. */
function lossOf(shown: Row & { id: string }, data: Row, req: PayloadRequest): Loss | null {
  const serviceId = shown.id;
  const { takenDown, takenDownLocale } = req.context;
  if (Array.isArray(takenDown) && takenDown.includes(serviceId))
    return { what: 'This cannot be taken down', saying: { serviceId, locale: asLocale(takenDownLocale) } };
  if (data._status !== 'published') return null;
  if (idOf(data.site) !== idOf(shown.site))
    return { what: 'This cannot move to another site', saying: { serviceId } };
  if (hasPrice(shown) && !hasPrice(data))
    return { what: 'The price cannot be taken out', saying: { serviceId, kind: price.slug } };
  return null;
}

/** Throws 409 that names the texts. A draft takes nothing away; the trash has a refusal of its own. */
export const keepWhatTextsSay: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  if (operation !== 'update' || data.deletedAt) return data;
  const shown = await readPublicState({ payload: req.payload, req }, 'services', String(originalDoc.id));
  const loss = shown && lossOf(shown, data, req);
  const saying = loss ? await textsThatSay(loss.saying, req) : [];
  if (!loss || saying.length === 0) return data;
  const message = `${loss.what}: ${await nameThem(saying, req)} would have a hole in a sentence that says a value of it. Change the sentence first.`;
  throw new APIError(message, 409, null, true);
};
