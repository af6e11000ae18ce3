/** Runs the parts that are asked for, one after the other, and writes what came out. */
import type { Bench } from './bench.js';
import { sourceVariable } from './content/openProduct.js';
import { Loader } from './load/loader.js';
import { describeMachine, loadAverage } from './machine/describeMachine.js';
import { readOptions } from './options.js';
import { measureParts, type Parts } from './parts/parts.js';
import type { Results } from './report/results.js';
import { judge } from './report/targets.js';
import { keepResults, showResults } from './report/writeResults.js';

const options = readOptions(process.argv.slice(2));
if (options.fromSource) process.env[sourceVariable] = '1';

const remarks: string[] = [];
const begunAt = Date.now();
const sinceBegin = () => `${String(Math.round((Date.now() - begunAt) / 1_000)).padStart(5)} s`;
const bench: Bench = {
  options,
  loader: await Loader.start(),
  say: (text) => console.log(`${sinceBegin()}  ${text}`),
  remark: (text) => {
    console.log(`         ! ${text}`);
    remarks.push(text);
  },
};

const machine = describeMachine();
const loadBefore = loadAverage();
if (loadBefore > machine.cores / 4)
  bench.remark(
    `Other programs were running (load ${loadBefore} on ${machine.cores} cores): times are too long.`,
  );
if (machine.niceness > 0) bench.remark(`It ran at nice ${machine.niceness}: others went first.`);
if (options.quick) bench.remark('--quick: these are numbers of nothing.');
if (options.fromSource)
  bench.remark('--source: the product ran from TypeScript, slower than what is served.');

function resultsOf(parts: Parts): Results {
  const minutes = Math.round((Date.now() - begunAt) / 60_000);
  const run = { loadBefore, machine, minutes, options, parts, remarks };
  return { ...run, targets: judge(run) };
}

const parts = await measureParts(bench, (soFar) => keepResults(resultsOf(soFar)));
bench.loader.end();
showResults(resultsOf(parts));
process.exit(0);
