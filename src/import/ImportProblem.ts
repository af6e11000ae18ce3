/** Why a file cannot be imported: everything that is wrong with it, in plain words. */
export class ImportProblem extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ImportProblem';
  }
}

/** `line 4: …`, or only the words when nobody knows the line. */
export const atLine = (line: number | undefined, words: string): string =>
  line === undefined ? words : `line ${line}: ${words}`;
