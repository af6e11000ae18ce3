// What the ledger adds to a publish: `node tests/history/appendCost.mjs [ROUNDS]`, over a database of its own. Publishes with and
// without it take turns, so that whatever else the machine does falls on both alike. Build before (`npm run build`).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import 'lexical';

const rounds = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(path.join(tmpdir(), 'forthright-cost-'));
Object.assign(process.env, { DATA_DIR: folder, MEDIA_DIR: path.join(folder, 'media'), LOG_LEVEL: 'silent' });
const { readSettings } = await import('../../dist/src/config.js');
const { prepareDataDir } = await import('../../dist/src/dataDir.js');
prepareDataDir(readSettings());
const { getPayload } = await import('payload');
const { default: config } = await import('../../dist/payload.config.js');
const { ledgerListener } = await import('../../dist/src/publishing/ledger/appendPublications.js');
const payload = await getPayload({ config });

const hears = ledgerListener.hears;
const local = { collection: 'articles', depth: 0, locale: 'en', overrideAccess: true };
const make = (title) => payload.create({ ...local, data: { title, summary: title, _status: 'published' } });
const documents = { with: [], without: [] };
for (let count = 0; count < 10; count += 1) {
  documents.with.push(await make(`With ${count}`));
  documents.without.push(await make(`Without ${count}`));
}

const times = { with: [], without: [] };
for (let round = 0; round < rounds; round += 1) {
  for (const how of round % 2 ? ['with', 'without'] : ['without', 'with']) {
    ledgerListener.hears = how === 'with' ? hears : () => false;
    const { id } = documents[how][round % 10];
    const begun = performance.now();
    await payload.update({ ...local, id, data: { summary: `Round ${round}`, _status: 'published' } });
    times[how].push(performance.now() - begun);
  }
}
ledgerListener.hears = hears;

const at = (values, part) =>
  values.sort((one, other) => one - other)[Math.floor((values.length - 1) * part)].toFixed(1);
for (const [how, values] of Object.entries(times)) {
  console.log(
    `${how} the ledger: median ${at(values, 0.5)} ms, p95 ${at(values, 0.95)} ms (${values.length} publishes)`,
  );
}
await payload.destroy();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
