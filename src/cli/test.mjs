// `npm test`: everything that needs nothing but Node. Installs and builds first, runs every check even when one fails,
// says what was not run and why, and ends with the sums. `--results FILE` writes them as JSON for ci.mjs.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { bin, prepareServer, root } from './build.mjs';
import { runJest } from './jest.mjs';
import { closingLine, sum } from './results.mjs';

/** What stands outside of `npm test`, and where it runs instead. */
const elsewhere = [
  'on MongoDB: needs a server; the contract and http suites run on the one that TEST_MONGODB_URI names, and in .ci/run',
  'in a browser: needs Chromium; .ci/run runs it',
];

const checks = () => [
  ['types', bin('typescript', 'tsc'), '--noEmit'],
  ['lint and format', bin('@biomejs/biome', 'biome'), 'check', '.'],
  ['dead code', bin('knip', 'knip')],
  ['generated files', '--import', 'tsx', 'src/cli/generate.ts', '--check'],
];

function runCheck([name, ...args]) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? '✓' : '✕'} ${name}`);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

await prepareServer();
const total = sum([
  ...checks().map(runCheck),
  runJest(['unit', 'contract', 'http', 'start', 'history', 'differential']),
]);
for (const reason of elsewhere) console.log(`not run here, ${reason}`);
const index = process.argv.indexOf('--results');
if (index > 0) writeFileSync(process.argv[index + 1], JSON.stringify(total));
console.log(closingLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;
