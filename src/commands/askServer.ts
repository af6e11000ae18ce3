/** The caller's side of commands that run in the server: one request, answered line by line while the command runs. */
import { type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import { CommandError } from './command.js';
import type { Output } from './output.js';
import type { ServerFile } from './serverFile.js';

/** One line of an answer. */
export type AnswerLine =
  | { say: string }
  | { file: string; content: string }
  | { exit: number }
  | { error: string };

/** A busy server takes a moment; one that is stopped (SIGSTOP) never answers. */
const patienceMs = { asking: 30_000, looking: 3_000 };

class SilentServerError extends Error {}

interface Call {
  server: ServerFile;
  name: string;
  body: string;
  patience: number;
  signal?: AbortSignal;
}

/** Sends the request; the answer's head is there, its body still comes. */
function post({ body, name, patience, server, signal }: Call): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request(`http://${server.address}/commands/${name}`, {
      agent: false,
      headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
      method: 'POST',
      signal,
    });
    const timer = setTimeout(() => sent.destroy(new SilentServerError()), patience);
    sent.once('close', () => clearTimeout(timer));
    sent.once('error', reject);
    sent.once('response', (answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
    sent.end(body);
  });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The answer of that very server; nothing when it is gone. Throws CommandError when it is there and silent. */
async function reach(call: Call): Promise<IncomingMessage | undefined> {
  const { server, signal } = call;
  try {
    const answer = await post(call);
    if (answer.headers['x-proof'] === server.proof) return answer;
    answer.destroy();
    return undefined;
  } catch (error) {
    if (signal?.aborted) throw error;
    if (!(error instanceof SilentServerError) || !isRunning(server.pid)) return undefined;
    throw new CommandError(
      `The server that holds DATA_DIR (process ${server.pid}) does not answer. Wait until it does, or stop it.`,
    );
  }
}

/** True when the server that wrote this file still answers, or is there but silent. */
export async function isAnswering(server: ServerFile): Promise<boolean> {
  try {
    const answer = await reach({ server, name: 'nothing', body: '', patience: patienceMs.looking });
    answer?.destroy();
    return answer !== undefined;
  } catch (error) {
    if (error instanceof CommandError) return true;
    throw error;
  }
}

const endedEarly = () => new CommandError('The server stopped before the command had finished.');

/** Hands each line to `output`; answers the exit code. */
async function follow(answer: IncomingMessage, output: Output): Promise<number> {
  try {
    for await (const text of createInterface({ input: answer, crlfDelay: Number.POSITIVE_INFINITY })) {
      const line = JSON.parse(text) as AnswerLine;
      if ('exit' in line) return line.exit;
      if ('error' in line) throw new CommandError(line.error);
      if ('say' in line) output.say(line.say);
      else output.file(line.file, line.content);
      await output.taken();
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ECONNRESET' ? endedEarly() : error;
  }
  throw endedEarly();
}

export interface Question {
  server: ServerFile;
  name: string;
  input: unknown;
  output: Output;
  signal: AbortSignal;
}

/** Runs the command in the server. Answers its exit code; nothing when the server is gone. Throws CommandError when it failed. */
export async function askServer({ server, name, input, output, signal }: Question) {
  const answer = await reach({
    ...{ server, name, signal, patience: patienceMs.asking },
    body: JSON.stringify(input ?? null),
  });
  if (!answer) return undefined;
  if (answer.statusCode === 404)
    throw new CommandError(
      `The running server does not know “${name}”: it is of another version. Restart it.`,
    );
  if (answer.statusCode === 413)
    throw new CommandError('That is more than the server takes at once. Give it less.');
  return follow(answer, output);
}
