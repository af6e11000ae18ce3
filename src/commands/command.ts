/**
 * What a command is. `npm run ledger|import|export|redirects -- …` prepares one in the caller's process and runs it in the
 * server that holds DATA_DIR, or in the caller's own process when none does (runCommand.ts).
 */
import type { Payload } from 'payload';

export interface CommandContext {
  payload: Payload;
  /** One line for people (or for a program that reads on), at once. */
  say(line: string): void;
  /** Resolves when the caller has taken what was said and filed: for commands that say more than fits in memory. */
  taken(): Promise<void>;
  /** Writes a text file; done by the caller's process. `path` is relative to the command's `folder` and stays inside it. */
  file(path: string, content: string): void;
  /** Aborted when the caller went away (Ctrl-C) or the server stops. Look at it between steps; what is under way may finish. */
  signal: AbortSignal;
}

export interface Command<Input = unknown> {
  name: string;
  /** Shown after a UsageError: one line per form, as people type it. */
  usage: string;
  /**
   * In the caller's process: reads arguments and files; relative paths are relative to `cwd`. Throws UsageError for wrong
   * arguments. Must not touch the database. What it answers is JSON: it may travel to the server.
   */
  prepare(args: readonly string[], cwd: string): Promise<Input>;
  /** Where `context.file` writes, as an absolute path; `cwd` when this is absent. Called in the caller's process. */
  folder?(input: Input, cwd: string): string;
  /** In the server that holds DATA_DIR, or in this process. Answers the exit code: 0, or 1 when something failed. */
  run(input: Input, context: CommandContext): Promise<number>;
}

/** The arguments are wrong; the message says how. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The command cannot do what was asked; the message says why, to people, without a stack. Exit code 1. */
export class CommandError extends Error {
  override name = 'CommandError';
}
