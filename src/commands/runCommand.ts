/**
 * Runs a command for whoever typed it: in the server that holds DATA_DIR when there is one, else here, with the database opened
 * for it alone.
 */
import { readSettings, type Settings } from '../config.js';
import { prepareDataDir } from '../dataDir.js';
import { askServer } from './askServer.js';
import { type Command, UsageError } from './command.js';
import { describeFailure, isExpected } from './describeFailure.js';
import { commands } from './index.js';
import { openAlone } from './openAlone.js';
import { type Output, outputTo } from './output.js';
import { readServerFile } from './serverFile.js';

const interrupted = 130;

const complain = (text: string) => process.stderr.write(`${text}\n`);

/** Ctrl-C: the first asks to end after what is under way, the second ends at once. */
function stopOnSignals(): AbortSignal {
  const asked = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (asked.signal.aborted) process.exit(interrupted);
      asked.abort();
    });
  }
  return asked.signal;
}

interface Run {
  command: Command;
  input: unknown;
  output: Output;
  signal: AbortSignal;
  settings: Settings;
}

async function runAlone({ command, input, output, signal, settings }: Run): Promise<number> {
  const payload = await openAlone(settings);
  const hint = () => complain('Ending after what is under way. Ctrl-C again ends at once.');
  signal.addEventListener('abort', hint, { once: true });
  try {
    return signal.aborted ? interrupted : await command.run(input, { ...output, payload, signal });
  } finally {
    await payload.destroy();
  }
}

/** In the server when it holds DATA_DIR: there Ctrl-C ends only the asking, and the server ends the command. */
async function runThere({ command, input, output, signal, settings }: Run): Promise<number | undefined> {
  const server = readServerFile(settings.dataDir);
  return server && askServer({ server, name: command.name, input, output, signal });
}

async function run(
  command: Command,
  args: readonly string[],
  cwd: string,
  signal: AbortSignal,
): Promise<number> {
  const input = await command.prepare(args, cwd);
  const settings = readSettings();
  const output = outputTo(process.stdout, command.folder?.(input, cwd) ?? cwd);
  const given = { command, input, output, signal, settings };
  return (await runThere(given)) ?? runAlone({ ...given, settings: prepareDataDir(settings) });
}

function explain(error: unknown, usage: string): number {
  complain(describeFailure(error));
  if (!(error instanceof UsageError)) return 1;
  complain(`Usage:\n${usage.replace(/^/gm, '  ')}`);
  return 2;
}

async function findCommand(name: string): Promise<Command> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw new UsageError(name ? `There is no command “${name}”.` : 'Say which command.');
  return load();
}

/** A reader that has seen enough (`… | head`) closes the pipe; that is no failure. */
function endQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
}

/** Where pipes are asynchronous, ending the process would cut off what was said last. */
const flushed = () => new Promise((resolve) => process.stdout.write('', resolve));

/** `[name, ...arguments]` as typed, from the folder `cwd`. Answers the exit code; says on stderr what went wrong. */
export async function runCommand([name = '', ...args]: readonly string[], cwd: string): Promise<number> {
  endQuietlyOnClosedPipe();
  const signal = stopOnSignals();
  let usage = Object.keys(commands)
    .map((known) => `npm run ${known} -- …`)
    .join('\n');
  try {
    const command = await findCommand(name);
    usage = command.usage;
    if (args.includes('--help')) {
      process.stdout.write(`${usage}\n`);
      return 0;
    }
    const code = await run(command, args, cwd, signal);
    await flushed();
    return signal.aborted ? interrupted : code;
  } catch (error) {
    if (signal.aborted && !isExpected(error)) return interrupted;
    return explain(error, usage);
  }
}
