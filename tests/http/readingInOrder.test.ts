/**
 * A list costs the same among many documents as among few: for every order and every filter that strangers may ask for, an index
 * leads to what is shown, and nobody reads all that is public to put it in order. On SQLite the plans say so: they rest on no
 * statistics, so they are the same for every size. On MongoDB the order that is asked for is one that an index has.
 */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import { allowList, type PublicSlug } from '../../src/public-api/allowList.js';
import { countQueries, type QueryCounter, tellOfCommands } from '../helpers/countQueries.js';
import { type House, openHouse } from '../helpers/house.js';

jest.setTimeout(300_000);

const onSqlite = process.env.TEST_MONGODB_URI ? it.skip : it;
const onMongodb = process.env.TEST_MONGODB_URI ? it : it.skip;

let house: House;
let counter: QueryCounter;

beforeAll(async () => {
  tellOfCommands();
  house = await openHouse({}, { keeps: false }); // nothing is asked but what is asked for
  counter = countQueries(house.payload);
  await house.stranger.get('/api/articles').expect(200); // what is read once is read
});
afterAll(() => house.close());

const collections = Object.keys(allowList) as PublicSlug[];

const ask = (question: string) =>
  counter.during(async () => {
    await house.stranger.get(question).expect(200);
  });

interface Client {
  execute(sql: string): Promise<{ rows: { detail: string; parent: number }[] }>;
}

/** How SQLite would go about it, step by step; without what it does for each document that is shown. */
async function planOf(sql: string): Promise<string[]> {
  const { client } = house.payload.db as unknown as { client: Client };
  const { rows } = await client.execute(`EXPLAIN QUERY PLAN ${sql}`);
  return rows.filter(({ parent }) => parent === 0).map(({ detail }) => detail);
}

const tableOf = (collection: string) => collection.replaceAll('-', '_');

const isList = (collection: string) => (sql: string) =>
  sql.includes(` from "${tableOf(collection)}"`) && / order by .+ limit \?$/.test(sql);

/** What all public documents have in common narrows nothing down. */
const common = new Set(['_status=?', 'deleted_at=?', 'live=?']);

/** The step goes through everything that is public, or more. */
function readsAll(step: string, table: string): boolean {
  if (step.startsWith(`SCAN ${table}`)) return true;
  if (!step.startsWith(`SEARCH ${table} `)) return false;
  const conditions = /\(([^)]*)\)$/.exec(step)?.[1]?.split(' AND ') ?? [];
  return conditions.every((each) => common.has(each));
}

/** Plans in which all that is public is read and put in order; none is as it should be. */
async function sortingAll(collection: PublicSlug, question: string): Promise<string[]> {
  const lists = (await ask(`/api/${collection}?${question}`)).filter(isList(collection));
  if (lists.length !== 1) return [`${collection}?${question}: ${lists.length} statements`];
  const plan = await planOf(lists[0] as string);
  const isSorted = plan.includes('USE TEMP B-TREE FOR ORDER BY');
  const isWhole = plan.some((step) => readsAll(step, tableOf(collection)));
  const isScanned = plan.some((step) => /^SCAN (?!CONSTANT)\w+$/.test(step));
  return (isSorted && isWhole) || isScanned ? [`${collection}?${question}: ${plan.join(' · ')}`] : [];
}

function operandOf(field: string): string {
  if (/(At|Reviewed|nextReview|effectiveFrom|effectiveTo)$/.test(field)) return '2026-01-31';
  return ['order', 'year'].includes(field) ? '7' : 'something';
}

const orders = (collection: PublicSlug) => allowList[collection].sorts.flatMap((sort) => [sort, `-${sort}`]);

const filters = (collection: PublicSlug) =>
  Object.entries(allowList[collection].filters).flatMap(([field, operators]) =>
    operators.map(
      (operator) => `where[${field}][${operator}]=${operator === 'exists' ? 'true' : operandOf(field)}`,
    ),
  );

describe.each(collections)('a list of %s', (collection) => {
  onSqlite('is read in its order, whichever is asked for', async () => {
    const wrong: string[] = [];
    for (const order of orders(collection)) wrong.push(...(await sortingAll(collection, `sort=${order}`)));
    expect(wrong).toEqual([]);
  });

  onSqlite('is read in its order, or found by an index, whatever it is narrowed to', async () => {
    const wrong: string[] = [];
    for (const filter of filters(collection)) wrong.push(...(await sortingAll(collection, filter)));
    expect(wrong).toEqual([]);
  });

  onMongodb('is asked for in an order that an index has, forwards or backwards', async () => {
    const wrong: string[] = [];
    for (const order of orders(collection))
      wrong.push(...(await withoutIndex(collection, `sort=${order}&limit=1`)));
    expect(wrong).toEqual([]);
  });
});

type Keys = Record<string, number>;

interface FindCommand {
  find?: string;
  filter?: unknown;
  sort?: Keys;
}

/** The index without what is the same for all that is found; false when the order is not of this index. */
function holds(index: Keys, sort: Keys, filter: string): boolean {
  const fields = Object.entries(index);
  const same = fields.findIndex(([field]) => !['_status', 'live'].includes(field));
  if (fields.slice(0, same).some(([field]) => !filter.includes(`"${field}"`))) return false;
  const [ordered, asked] = [fields.slice(same), Object.entries(sort)];
  const directions = asked.map(([field, direction], at) =>
    ordered[at]?.[0] === field ? direction * (ordered[at]?.[1] ?? 0) : 0,
  );
  return directions.every((each) => each === 1) || directions.every((each) => each === -1);
}

async function withoutIndex(collection: PublicSlug, question: string): Promise<string[]> {
  const model = (house.payload.db as unknown as MongooseAdapter).collections[collection];
  const indexes = (await model?.collection.indexes()) ?? [];
  const commands = (await ask(`/api/${collection}?${question}`)).map(
    (each) => JSON.parse(each) as FindCommand,
  );
  const list = commands.find(({ find, sort }) => find === model?.collection.name && sort);
  const filter = JSON.stringify(list?.filter);
  const isHeld = list?.sort && indexes.some(({ key }) => holds(key as Keys, list.sort as Keys, filter));
  return isHeld ? [] : [`${collection}?${question}: ${JSON.stringify(list?.sort)}`];
}
