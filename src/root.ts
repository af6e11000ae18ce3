/** The folder of this repository, from wherever the code runs: sources, compiled in dist/, or tests. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(from: string): string {
  if (existsSync(path.join(from, 'package.json'))) return from;
  const parent = path.dirname(from);
  if (parent === from) throw new Error('The folder of Forthright was not found above its own code.');
  return findRoot(parent);
}

export const repositoryRoot = findRoot(path.dirname(fileURLToPath(import.meta.url)));
