// `npm run bench`: installs and builds what is needed, compiles the programs of this folder, and runs them. What is measured
// runs compiled, like the product: a loader in between would slow closures down.
import { bin, installWhenNeeded, prepare, root, step } from '../src/cli/build.mjs';

const fromSource = process.argv.includes('--source');
if (fromSource) await installWhenNeeded();
else await prepare();
await step('Building the benchmark', process.execPath, [
  bin('typescript', 'tsc'),
  ...['-p', 'bench/tsconfig.json'],
]);
process.chdir(root);
await import('../.cache/bench/program/main.js');
