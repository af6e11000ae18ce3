/** When time alone will change what a collection shows: the next moment at which something in it begins or ends. */
import type { CollectionSlug, DatabaseAdapter } from 'payload';
import { type LicenseRow, licenseOf } from '../../collections/availability/storedEntry.js';
import { licensePeriod } from '../availability/licenses.js';
import { slotOf } from '../front/generations.js';
import { generationsOf } from './moves.js';
import { collectionTag } from './tags.js';

interface Boundary {
  /** The clock before it was read. */
  since: number;
  /** Milliseconds since 1970: the first moment after this one. */
  after: number;
  /** Milliseconds since 1970; null when nothing begins or ends any more. */
  moment: number | null;
}

const known = Symbol.for('forthright.boundaries');

type Knowing = DatabaseAdapter & { [known]?: Map<string, Boundary> };

/** The dates by which a collection is read (collections/access/publicConstraint.ts). */
const dates = ['effectiveFrom', 'effectiveTo'];

const isDated = ({ payload }: DatabaseAdapter, collection: string): boolean =>
  payload.collections[collection as CollectionSlug].config.flattenedFields.some(
    ({ name }) => name === dates[0],
  );

interface Asked {
  collection: string;
  after: number;
}

async function nextDate(
  adapter: DatabaseAdapter,
  { after, collection }: Asked,
  date: string,
): Promise<number[]> {
  const { docs } = await adapter.find<Record<string, string>>({
    ...{ collection: collection as CollectionSlug, limit: 1, pagination: false, sort: date },
    where: { [date]: { greater_than: new Date(after).toISOString() } },
  });
  return docs.flatMap((doc) => (doc[date] ? [Date.parse(doc[date])] : []));
}

const datesOf = async (adapter: DatabaseAdapter, asked: Asked): Promise<number[]> =>
  (await Promise.all(dates.map((date) => nextDate(adapter, asked, date)))).flat();

/** What is available is so while a license is in force: from when until when is not what is stored. */
async function datesOfLicenses(adapter: DatabaseAdapter): Promise<number[]> {
  const { docs } = await adapter.find<LicenseRow>({
    ...{ collection: 'licenses', pagination: false },
    select: { expiresOn: true, issuedOn: true, state: true },
  });
  return docs
    .map((row) => licensePeriod(licenseOf(row)))
    .flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo])
    .flatMap((moment) => (moment === null ? [] : [Date.parse(moment)]));
}

async function find(adapter: DatabaseAdapter, asked: Asked): Promise<number | null> {
  const isOfLicenses = asked.collection === 'licenses';
  const moments = await (isOfLicenses ? datesOfLicenses(adapter) : datesOf(adapter, asked));
  const coming = moments.filter((moment) => moment > asked.after);
  return coming.length === 0 ? null : Math.min(...coming);
}

const holdsFor = ({ after, moment }: Boundary, asked: number): boolean =>
  after <= asked && (moment === null || moment > asked);

/**
 * The first such moment after `after`, both in milliseconds since 1970; null when time changes nothing. One or two queries after
 * each write to a collection that has dates, none otherwise. Drafts count, too: their dates come too early and never too late.
 */
export async function boundaryOf(
  adapter: DatabaseAdapter,
  collection: string,
  after: number,
): Promise<number | null> {
  const generations = generationsOf(adapter);
  if (!generations || !(collection === 'licenses' || isDated(adapter, collection))) return null;
  const holder = adapter as Knowing;
  holder[known] ??= new Map();
  const last = holder[known].get(collection);
  const slots = [slotOf(collectionTag(collection))];
  if (last && holdsFor(last, after) && generations.isFresh(slots, last.since)) return last.moment;
  const since = generations.now();
  const moment = await find(adapter, { after, collection });
  holder[known].set(collection, { after, moment, since });
  return moment;
}
