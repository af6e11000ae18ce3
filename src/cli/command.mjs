// `npm run ledger|import|export|redirects -- …`: compiled code when dist/ is up to date, else the sources as they are. Builds
// nothing and installs only where nothing is installed: a server may be running from dist/ and node_modules/.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkNode, installWhenNeeded, isServerBuilt, root, StepFailed } from './build.mjs';

/** npm moves into the repository; paths that people type are relative to where they are. */
function callersFolder() {
  const here = process.cwd();
  return here === root ? (process.env.INIT_CWD ?? here) : here;
}

async function load() {
  if (isServerBuilt()) return import('../../dist/src/commands/runCommand.js');
  const { register } = await import('tsx/esm/api');
  register();
  return import('../commands/runCommand.ts');
}

checkNode();
const cwd = callersFolder();
process.chdir(root);
process.env.NODE_ENV ??= 'production';
try {
  if (!existsSync(path.join(root, 'node_modules'))) await installWhenNeeded();
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  process.exit(1);
}
const { runCommand } = await load();
process.exit(await runCommand(process.argv.slice(2), cwd));
