/**
 * `npm run generate`: writes the files that are made from the collections and the tables of the API. With `--check` it leaves
 * them as they are and fails when they are out of date. `--examples` asks the demo content anew for the examples in them.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const dataDir = mkdtempSync(path.join(tmpdir(), 'forthright-generate-'));
// the folder only has to be nobody else's; addresses in the examples are those of a first start
Object.assign(process.env, {
  ...{ DATA_DIR: dataDir, MEDIA_DIR: dataDir, DATABASE_URL: '', PORT: '3000', LOG_LEVEL: 'silent' },
  PAYLOAD_SECRET: 'keeps nothing: the folder is thrown away',
});
// before the config: on Node 20 the editor package alone may end the process
await import('lexical');
const { generateImportMap } = await import('payload');
const { generateTypes } = await import('payload/node');
const { default: config } = await import('../../payload.config.js');
const { repositoryRoot } = await import('../root.js');
const { describeApi } = await import('../public-api/openapi/describeApi.js');
const { readExamples } = await import('../public-api/openapi/openapiRouter.js');

const loaded = await config;
const isCheck = process.argv.includes('--check');
const openapi = 'docs/openapi.json';
const writeOpenapi = () =>
  writeFileSync(
    path.join(repositoryRoot, openapi),
    `${JSON.stringify(describeApi(loaded, readExamples()), null, 1)}\n`,
  );
const generators: Record<string, () => unknown> = {
  'src/payload-types.ts': () => generateTypes(loaded, { log: false }),
  'src/admin/importMap.js': () => generateImportMap(loaded, { force: true, log: false }),
  [openapi]: writeOpenapi,
};

if (process.argv.includes('--examples')) await (await import('./writeExamples.js')).writeExamples(loaded);

const outOfDate: string[] = [];
for (const [name, generate] of Object.entries(generators)) {
  const file = path.join(repositoryRoot, name);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  await generate();
  if (readFileSync(file, 'utf8') === before) continue;
  outOfDate.push(name);
  if (isCheck) writeFileSync(file, before);
}
rmSync(dataDir, { recursive: true, force: true });

if (!isCheck)
  console.log(outOfDate.length > 0 ? `Written: ${outOfDate.join(', ')}` : 'Everything was up to date.');
if (isCheck && outOfDate.length > 0) {
  console.error(`Out of date: ${outOfDate.join(', ')}. Run \`npm run generate\` and commit the result.`);
  process.exitCode = 1;
}
