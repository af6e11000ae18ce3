// The one error of this room: what cannot be kept exactly is refused, with the line and the construct named.

/** Safe to show to people: says the line (counted from 1, when known), the construct and what to do. */
export class MarkdownError extends Error {
  readonly line: number | undefined;

  constructor(message: string, line?: number) {
    super(line === undefined ? message : `line ${line}: ${message}`);
    this.name = 'MarkdownError';
    this.line = line;
  }
}
