import 'lexical';
import { getPayload } from 'payload';
const { default: config } = await import('../payload.config.js');
const { createPagesRouter } = await import('../src/pages/pagesRouter.js');
const { disclaimersFor, disclaimersForAll } = await import('../src/pages/disclaimersFor.js');
const { answerError } = await import('../src/http/errorHandler.js');
const express = (await import('express')).default;
const request = (await import('supertest')).default;
const payload = await getPayload({ config });
let count = 0;
const find = payload.find.bind(payload);
(payload as any).find = (args: any) => { count += 1; return find(args); };
const app = express();
app.use('/api/pages', createPagesRouter({ payload }));
app.use(answerError);
const get = async (url: string) => { count = 0; const t = performance.now(); const r = await request(app).get(url); console.log(r.status, url, r.headers.location ?? '', 'queries', count, (performance.now()-t).toFixed(0)+'ms', JSON.stringify(r.body).length); return r; };
const out = process.argv[2];
for (const url of [
 '/api/pages/brightpath/resources/the-at-home-program-step-by-step?body=html,markdown,text,blocks',
 '/api/pages/brightpath/resources/the-at-home-program-step-by-step',
 '/api/pages/brightpath/resources/the-at-home-program-step-by-step?state=NJ',
 '/api/pages/harbor-therapy/resources/is-ketamine-assisted-therapy-a-fit?body=html,markdown,text,blocks',
 '/api/pages/harbor-therapy/blog/ketamine-therapy-steps?locale=en',
 '/api/pages/harbor-therapy/nope/x', '/api/pages/nosite/resources/x', '/api/pages/brightpath', '/api/pages/brightpath/resources/the-at-home-program-step-by-step?format=x', '/api/pages/brightpath/resources/x?at=2020',
 '/api/pages/brightpath/resources/is-ketamine-assisted-therapy-a-fit',
]) { const r = await get(url); if (r.status >= 400) console.log('   ', JSON.stringify(r.body)); if (url.includes('body=')) (await import('node:fs')).writeFileSync(`/tmp/pagestry/${url.split('?')[0]!.split('/').pop()}.json`, JSON.stringify(r.body, null, 1)); }
for (const kind of ['articles','faqs','misconceptions'] as const) {
  for (const locale of ['en','es'] as const) {
  const { docs } = await find({ collection: kind, depth: 0, pagination: false, overrideAccess: false, locale, fallbackLocale: false, select: { slug: true, sites: true } as any });
  count = 0; const t = performance.now();
  const all = await disclaimersForAll({ payload, kind, ids: docs.map(d=>d.id), locale });
  console.log(kind, locale, docs.length, 'batch queries', count, (performance.now()-t).toFixed(0)+'ms');
  for (const d of docs as any[]) { const one = await disclaimersFor({ payload, kind, id: d.id, locale }); if (JSON.stringify(one) !== JSON.stringify(all.get(d.id))) console.log('DIFF', d.slug);
   if (locale==='es' || kind==='articles') console.log('  ', d.slug, one.map(x=>`${x.slug}@${x.placement}${x.locale===locale?'':'!'+x.locale}`).join(' ')); 
   for (const site of ['harbor-therapy','brightpath']) { const p = kind==='articles'?'resources':kind==='faqs'?'faqs':'myths'; const r = await request(app).get(`/api/pages/${site}/${p}/${d.slug}?locale=${locale}&body=html,markdown,text`); if (r.status!==200 && r.status!==404) console.log('BAD', r.status, site, d.slug, JSON.stringify(r.body)); if (r.status===200 && r.body.page.body.markdown===null) console.log('NO MARKDOWN', d.slug);
     if (r.status===200) { const viaDoc = await disclaimersFor({ payload, kind, id: d.id, site, locale }); if (JSON.stringify(viaDoc)!==JSON.stringify(r.body.disclaimers)) console.log('PAGE/DOC DIFF', d.slug); } }
  }}
}
await payload.destroy();
