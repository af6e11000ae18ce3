/** Writes what came out: to the terminal, to .cache/bench, and, where that is asked for, into the documentation. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { plotOf } from './plot.js';
import type { Results } from './results.js';
import { asMarkdown, asText } from './table.js';
import { tablesOf } from './tables.js';

const cache = '.cache/bench';
const page = 'docs/performance.md';

/** Rounds one by one are for whoever doubts; the file beside the page has the sums. */
const withoutRounds = (key: string, value: unknown) =>
  key === 'rounds' && Array.isArray(value) ? undefined : value;

function whereOf({ loadBefore, machine, minutes }: Results): string {
  const { changed, commit, cores, date, memoryGigabytes, node, platform, processor } = machine;
  const version = `commit ${commit}${changed ? ' and changes to it' : ''}`;
  const where = `${processor}, ${cores} cores, ${memoryGigabytes} GB, ${platform}, Node ${node}`;
  return `${date.slice(0, 16).replace('T', ' ')} UTC, ${version}; ${where}; load before ${loadBefore}; took ${minutes} min.`;
}

function markdownOf(results: Results): string {
  const remarks = results.remarks.map((each) => `- ${each}`).join('\n');
  const tables = tablesOf(results).map(asMarkdown);
  return [whereOf(results), ...(remarks ? [remarks] : []), ...tables].join('\n\n');
}

/** Replaces what stands between the two marks of the page. */
function writePage(results: Results): void {
  const text = readFileSync(page, 'utf8');
  const [before, rest] = text.split('<!-- results -->\n');
  const after = rest?.split('<!-- end of results -->')[1];
  if (before === undefined || after === undefined) throw new Error(`${page} has lost its marks.`);
  const body = `![Answers a second and growth](images/performance.svg)\n\n${markdownOf(results)}\n`;
  writeFileSync(page, `${before}<!-- results -->\n${body}<!-- end of results -->${after}`);
  writeFileSync('docs/performance.json', `${JSON.stringify(results, withoutRounds, 2)}\n`);
  writeFileSync('docs/images/performance.svg', plotOf(results));
}

/** In .cache/bench. */
export function keepResults(results: Results): void {
  mkdirSync(cache, { recursive: true });
  writeFileSync(path.join(cache, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(path.join(cache, 'results.md'), `${markdownOf(results)}\n`);
  writeFileSync(path.join(cache, 'results.svg'), plotOf(results));
}

/** In the terminal, and in the documentation where that is asked for. */
export function showResults(results: Results): void {
  console.log(`\n${tablesOf(results).map(asText).join('\n\n')}\n`);
  for (const each of results.remarks) console.log(`! ${each}`);
  console.log(`\n${whereOf(results)}\nIn full: ${cache}/results.json, results.md, results.svg`);
  if (results.options.docs) writePage(results);
}
