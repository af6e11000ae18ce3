// Runs Jest projects: `node src/cli/jest.mjs unit http [--results FILE] [-- JEST ARGUMENTS]`. Writes the sums to FILE.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bin, root } from './build.mjs';

/** Runs Jest and gives its sums. A file that could not run counts as one failure. */
export function runJest(projects, more = []) {
  const folder = mkdtempSync(path.join(tmpdir(), 'forthright-results-'));
  const file = path.join(folder, 'jest.json');
  const node = ['--experimental-vm-modules', '--no-warnings', bin('jest', 'jest')];
  const args = ['--selectProjects', ...projects, '--json', '--outputFile', file, ...more];
  // the JSON goes to the file. Jest reports on stderr: what tests and servers print on stdout goes there, too, in its place
  spawnSync(process.execPath, [...node, ...args], { cwd: root, stdio: ['ignore', 2, 'inherit'] });
  const result = readResult(file);
  rmSync(folder, { recursive: true, force: true });
  return result;
}

function readResult(file) {
  try {
    const { numFailedTests, numPassedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed, skipped: numPendingTests };
  } catch (error) {
    console.error(`Jest left no result: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function main() {
  const args = process.argv.slice(2);
  const rest = args.includes('--') ? args.splice(args.indexOf('--')).slice(1) : [];
  const [file] = args.includes('--results') ? args.splice(args.indexOf('--results')).slice(1) : [];
  const result = runJest(args, rest);
  if (file) writeFileSync(file, JSON.stringify(result));
  process.exitCode = result.failed === 0 ? 0 : 1;
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, 'src/cli/jest.mjs')) main();
