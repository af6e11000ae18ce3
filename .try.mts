import 'lexical';
import { getPayload } from 'payload';
import { readSettings } from './src/config.js';
import { prepareDataDir } from './src/dataDir.js';
import { loadDemoContent } from './src/demo/loadDemoContent.js';

const settings = prepareDataDir(readSettings());
const config = (await import('./payload.config.js')).default;
const t0 = Date.now();
const payload = await getPayload({ config });
console.log('boot', Date.now() - t0);
const t = Date.now();
await loadDemoContent({ payload, settings, onProgress: (m) => console.log(Date.now() - t, m) });
console.log('loaded', Date.now() - t);
const l = await payload.find({ collection: 'articles', depth: 0, overrideAccess: false, locale: 'es' });
console.log(
  l.totalDocs,
  l.docs.map((d) => d.title),
);
await payload.destroy();
