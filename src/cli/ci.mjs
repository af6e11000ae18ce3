// What CI runs: `npm test`, then the suites that need more than Node. Prints one closing line with the true sums.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './build.mjs';
import { closingLine, sum } from './results.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'forthright-ci-'));
const nothing = { passed: 0, failed: 1, skipped: 0 };

/** Runs one suite, which writes its sums to the file it is given. One that leaves none counts as a failure. */
function suite(name, command, args, more = []) {
  console.log(`\n== ${name}`);
  const file = path.join(folder, `${name.replaceAll(/\W+/g, '-')}.json`);
  const { status } = spawnSync(command, [...args, '--results', file, ...more], {
    cwd: root,
    stdio: 'inherit',
  });
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    return status !== 0 && result.failed === 0 ? sum([result, nothing]) : result;
  } catch (error) {
    console.error(`${name} left no result: ${error.message}`);
    return nothing;
  }
}

/** What asks nothing of a database, or is about SQLite alone, and has been run by `npm test`. */
const notOnMongodb = [
  'contract/fileLock',
  'contract/sqlite',
  'contract/productSchema',
  'http/askingAlike',
  'http/atTheDoor',
  'http/describedAnswers',
  'http/describingTheApi',
  'http/front',
  'http/losingTheFront',
  'http/readingMetrics',
  'http/strangersSchema',
  'http/generatedClient',
  'http/validPages',
];

const node = process.execPath;
const jest = 'src/cli/jest.mjs';
// a server for each of two workers: one alone keeps one core busy, and all who ask it waiting
const onMongodb = ['tests/helpers/startMongo.mjs', '--servers', '2', '--'];
const results = [
  suite('npm test', 'npm', ['test', '--']),
  suite('Node 24', 'npx', ['--yes', '--package', 'node@24', 'node', jest, 'unit', 'contract']),
  suite(
    'MongoDB',
    node,
    [...onMongodb, node, jest, 'contract', 'http', 'history', 'differential'],
    ['--', '--testPathIgnorePatterns', ...notOnMongodb],
  ),
  suite('browser', node, [jest, 'browser']),
];
rmSync(folder, { recursive: true, force: true });
const total = sum(results);
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;
