/** The files of one run: what each will be, and how far it is, so that they may refer to each other in any order. */
import path from 'node:path';
import type { ParsedFile } from '../files/parseFile.js';
import type { DocumentName } from '../markdown/references.js';

type State = 'waiting' | 'written' | 'failed';

const keyOf = ({ collection, slug }: DocumentName) => `${collection}:${slug}`;

export class Siblings {
  private readonly states = new Map<string, State>();
  private readonly byPath = new Map<string, DocumentName>();

  constructor(files: readonly ParsedFile[]) {
    for (const { kind, slug, source } of files) {
      const name = { collection: kind.collection, slug };
      this.states.set(keyOf(name), 'waiting');
      this.byPath.set(source.path, name);
    }
  }

  set({ kind, slug }: ParsedFile, state: State): void {
    const key = keyOf({ collection: kind.collection, slug });
    // another language of it may have been written already
    if (state !== 'failed' || this.states.get(key) !== 'written') this.states.set(key, state);
  }

  /** True for what this run is going to write. */
  isWaiting(name: DocumentName): boolean {
    return this.states.get(keyOf(name)) === 'waiting';
  }

  /** What the file at a relative address such as `../other.md` is going to be. */
  at(address: string, from: ParsedFile): DocumentName | undefined {
    const [file = ''] = address.split(/[?#]/);
    if (!/\.(md|markdown|x?html?)$/i.test(file) || /^[a-z]+:|^\//i.test(file)) return undefined;
    return this.byPath.get(path.posix.resolve(path.posix.dirname(from.source.path), decoded(file)));
  }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address; // a stray percent sign is part of the name
  }
}
