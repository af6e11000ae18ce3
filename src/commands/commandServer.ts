/**
 * The server's side of commands: a listener of its own on this machine, for callers who know the token in DATA_DIR/server.json.
 * So a command that writes and a server never have the database open beside each other.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Payload } from 'payload';
import type { Logger } from 'pino';
import { type AnswerLine, isAnswering } from './askServer.js';
import type { Command, CommandContext } from './command.js';
import { describeFailure, isExpected } from './describeFailure.js';
import { commands } from './index.js';
import { whenDrained } from './output.js';
import { readServerFile, removeServerFile, type ServerFile, writeServerFile } from './serverFile.js';

export interface CommandServer {
  /** Takes no more commands, asks running ones to end, waits a while for them. */
  close(): Promise<void>;
}

interface CommandHouse {
  payload: Payload;
  logger: Logger;
  dataDir: string;
}

/** More than any folder of texts; a bound all the same. */
const mostBytes = 256 * 1024 * 1024;
const patienceMs = 7_000;
/** How soon a server notices that the one which held DATA_DIR before it is gone. */
const claimEveryMs = 10_000;

/** Said to nobody when the caller is the one who went away. */
const brokenOff = 'The server stopped before the command had finished.';

class TooMuchError extends Error {}

const digest = (text: string) => createHash('sha256').update(text).digest();

const isAuthorized = ({ headers }: IncomingMessage, token: string): boolean =>
  timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));

async function readInput(req: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new TooMuchError();
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

async function findCommand({ method, url }: IncomingMessage): Promise<Command | undefined> {
  const name = method === 'POST' ? /^\/commands\/([a-z-]+)$/.exec(url ?? '')?.[1] : undefined;
  return name && Object.hasOwn(commands, name) ? commands[name]?.() : undefined;
}

/** Runs the command; its lines go out as they come. */
async function answer(
  command: Command,
  input: unknown,
  res: ServerResponse,
  house: CommandHouse,
  stop: AbortSignal,
) {
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  const send = (line: AnswerLine) => {
    if (!res.destroyed) res.write(`${JSON.stringify(line)}\n`);
  };
  const context: CommandContext = {
    payload: house.payload,
    signal: AbortSignal.any([gone.signal, stop]),
    say: (say) => send({ say }),
    file: (file, content) => send({ file, content }),
    taken: () => whenDrained(res),
  };
  res.writeHead(200, { 'content-type': 'application/x-ndjson' });
  res.flushHeaders();
  try {
    send({ exit: await command.run(input, context) });
  } catch (error) {
    const isBrokenOff = context.signal.aborted;
    if (!isBrokenOff && !isExpected(error))
      house.logger.error({ err: error }, `the command ${command.name} failed`);
    send({ error: isBrokenOff ? brokenOff : describeFailure(error) });
  }
  res.end();
}

function refuse(res: ServerResponse, status: number): void {
  res.writeHead(status, { connection: 'close' }).end();
}

async function handle(req: IncomingMessage, res: ServerResponse, held: Held): Promise<void> {
  if (!isAuthorized(req, held.file.token)) return refuse(res, 401);
  res.setHeader('x-proof', held.file.proof);
  const command = await findCommand(req);
  if (!command) return refuse(res, 404);
  try {
    const input = await readInput(req);
    await answer(command, input, res, held.house, held.stop.signal);
  } catch (error) {
    if (!res.headersSent) refuse(res, error instanceof TooMuchError ? 413 : 400);
  }
}

interface Held {
  house: CommandHouse;
  file: ServerFile;
  stop: AbortController;
}

async function listenLocally(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return `127.0.0.1:${(server.address() as { port: number }).port}`;
}

/** Writes the file unless a living server's stands there. */
async function claim(dataDir: string, file: ServerFile, isStopping: () => boolean): Promise<void> {
  const found = readServerFile(dataDir);
  if (found?.token === file.token || (found && (await isAnswering(found)))) return;
  if (!isStopping()) writeServerFile(dataDir, file);
}

/** Opens the listener and says in DATA_DIR where it is; if another server holds DATA_DIR, as soon as that one is gone. */
export async function startCommandServer(house: CommandHouse): Promise<CommandServer> {
  const { dataDir, logger } = house;
  const secret = () => randomBytes(32).toString('base64url');
  const running = new Set<Promise<void>>();
  const stop = new AbortController();
  const held: Held = {
    house,
    stop,
    file: { pid: process.pid, address: '', token: secret(), proof: secret() },
  };
  const server = createServer((req, res) => {
    const handled = handle(req, res, held).finally(() => running.delete(handled));
    running.add(handled);
  });
  held.file.address = await listenLocally(server);
  const claiming = () =>
    claim(dataDir, held.file, () => stop.signal.aborted).catch((error) =>
      logger.warn(
        { err: error },
        'DATA_DIR/server.json could not be written: commands will not find this server',
      ),
    );
  await claiming();
  const timer = setInterval(claiming, claimEveryMs).unref();
  return {
    close: async () => {
      clearInterval(timer);
      stop.abort();
      removeServerFile(dataDir, held.file);
      server.close();
      await Promise.race([Promise.allSettled(running), delay(patienceMs, undefined, { ref: false })]);
      server.closeAllConnections();
    },
  };
}
