/** The port through which pages read, held equal on its stores: the published rows, and the ledger at a moment. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { locales } from '../../collections/locales.js';
import { LedgerDocuments } from '../../src/pages/ledgerDocuments.js';
import { PublishedDocuments } from '../../src/pages/publishedDocuments.js';
import { latestPosition } from '../../src/publishing/ledger/positions.js';
import { askEverything, readShelves } from '../helpers/documentsAnswers.js';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('x', () => {
  it.each(locales)('%s', async (locale) => {
    const { payload } = house;
    const at = new Date().toISOString();
    const shelves = await readShelves(payload);
    const position = await latestPosition(payload);
    console.log(position);
    const one = await askEverything(new PublishedDocuments(payload, locale, at), shelves);
    const two = await askEverything(new LedgerDocuments(payload, locale, { at, position }), shelves);
    const fs = await import('node:fs');
    fs.writeFileSync(`/tmp/asof-${locale}-1.json`, JSON.stringify([...one], null, 1));
    fs.writeFileSync(`/tmp/asof-${locale}-2.json`, JSON.stringify([...two], null, 1));
    expect([...two]).toEqual([...one]);
  });
});
