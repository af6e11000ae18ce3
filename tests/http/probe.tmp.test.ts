import { afterAll, beforeAll, it } from '@jest/globals';
import { shownOnSites } from '../../collections/access/siteScope.js';
import { type House, openHouse } from '../helpers/house.js';
let house: House;
beforeAll(async () => { house = await openHouse(); });
afterAll(() => house.close());
it('x', async () => {
  const site = await house.idOf('sites', 'brightpath');
  for (const collection of ['articles','notices','faqs'] as const) {
    const all = await house.payload.find({ collection, pagination: false, depth: 0, overrideAccess: true });
    const mem = all.docs.filter((d) => !d.sites?.length || (d.sites as string[]).includes(site)).length;
    const db = await house.payload.count({ collection, overrideAccess: true, where: { and: shownOnSites('sites', [site]) } });
    console.log(collection, 'in memory', mem, 'database', db.totalDocs, 'shared', all.docs.filter(d=>!d.sites?.length).length, JSON.stringify(all.docs.find(d=>!d.sites?.length)?.sites));
    for (const v of [[], null]) { const r = await house.payload.count({ collection, overrideAccess: true, where: { sites: { equals: v } } as never }).catch(e=>({totalDocs: String(e.message).slice(0,100)})); console.log('equals', JSON.stringify(v), r.totalDocs); }
    const r = await house.payload.count({ collection, overrideAccess: true, where: { 'sites.slug': { exists: false } } }).catch(e=>({totalDocs: e.message})); console.log('sites.slug exists false', r.totalDocs);
  }
});
