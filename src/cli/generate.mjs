// `npm run generate`: writes the files that are made from the collections; with `--check` it changes nothing and fails
// when they are out of date.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bin, root } from './build.mjs';

const generated = {
  'generate:types': 'src/payload-types.ts',
  'generate:importmap': 'src/admin/importMap.js',
};

const read = (name) => readFileSync(path.join(root, name), 'utf8');

function generate(command, dataDir) {
  const { status, stderr, stdout } = spawnSync(process.execPath, [bin('payload', 'payload'), command], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      NODE_OPTIONS: '--no-warnings',
      PAYLOAD_CONFIG_PATH: 'payload.config.ts',
    },
  });
  if (status !== 0) throw new Error(`payload ${command} failed:\n${stdout}${stderr}`);
}

const isCheck = process.argv.includes('--check');
const dataDir = mkdtempSync(path.join(tmpdir(), 'forthright-generate-'));
const outOfDate = [];
try {
  for (const [command, file] of Object.entries(generated)) {
    const before = read(file);
    generate(command, dataDir);
    if (read(file) === before) continue;
    outOfDate.push(file);
    if (isCheck) writeFileSync(path.join(root, file), before);
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
if (isCheck && outOfDate.length > 0) {
  console.error(`Out of date: ${outOfDate.join(', ')}. Run \`npm run generate\` and commit the result.`);
  process.exitCode = 1;
}
if (!isCheck)
  console.log(outOfDate.length > 0 ? `Written: ${outOfDate.join(', ')}` : 'Everything was up to date.');
