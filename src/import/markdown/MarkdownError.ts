// The one error of this room: what cannot be kept exactly is refused, with the line and the construct named.

/** Safe to show to people: says the line (counted from 1, when known), the construct and what to do. */
export class MarkdownError extends Error {
  readonly line: number | undefined;
  /** The message without its line: for texts that begin further down in a file. */
  readonly reason: string;

  constructor(reason: string, line?: number) {
    super(line === undefined ? reason : `line ${line}: ${reason}`);
    this.name = 'MarkdownError';
    this.line = line;
    this.reason = reason;
  }
}
