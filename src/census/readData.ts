import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../root.js';

/** The bytes of a file of data/, which stands beside package.json wherever the code runs. */
export function readData(name: string): Buffer {
  try {
    return readFileSync(path.join(repositoryRoot, 'data', name));
  } catch (cause) {
    throw new Error(`data/${name} cannot be read; it comes with the repository (see data/README.md).`, {
      cause,
    });
  }
}
