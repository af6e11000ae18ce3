import { expect, it } from '@jest/globals';
import { openMongodb } from './fixture/openPayload.js';
const uri = process.env.TEST_MONGODB_URI as string;
const writing = { depth: 0, overrideAccess: true } as const;
it('bench', async () => {
  const { payload, close } = await openMongodb(uri);
  let n = 0;
  const create = () => payload.create({ collection: 'articles', data: { title: `t${++n}`, slug: `s-${n}`, steps: [{ text: 'a' }, { text: 'b' }] }, ...writing });
  const ids: string[] = [];
  for (let i = 0; i < 120; i += 1) ids.push((await create()).id);
  const publish = (id: string) => payload.update({ collection: 'articles', id, data: { title: 'Live', _status: 'published' }, ...writing });
  for (const id of ids.slice(0, 20)) await publish(id);
  const times: number[] = [];
  for (const id of ids.slice(20, 80)) { const t = performance.now(); await publish(id); times.push(performance.now() - t); }
  times.sort((a, b) => a - b);
  const out = [`sequential median ${times[30]?.toFixed(1)} p95 ${times[57]?.toFixed(1)} mean ${(times.reduce((a, b) => a + b) / 60).toFixed(1)}`];
  for (const [name, work] of [['20 documents', ids.slice(80, 100).map((id) => () => publish(id))], ['one document', Array.from({ length: 20 }, () => () => publish(ids[100] as string))]] as const) {
    const t = performance.now();
    const r = await Promise.allSettled(work.map((w) => w()));
    out.push(`${name}: ${r.filter((x) => x.status === 'fulfilled').length} of 20 in ${(performance.now() - t).toFixed(0)} ms; ${[...new Set(r.map((x) => (x.status === 'rejected' ? `${(x.reason as {code?:unknown}).code} ${(x.reason as Error).message.slice(0, 60)}` : '')))].join(' | ')}`);
  }
  console.error(out.join('\n'));
  await close();
  expect(1).toBe(1);
});
