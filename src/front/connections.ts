/** What is under way on each connection: so that what a client no longer waits for ends, and that stopping cuts nobody off. */
import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** While it stops, this often it looks for connections that have become idle; milliseconds. */
const lookAgain = 25;

type Answers = Map<ServerResponse, () => void>;

/** The open connections of one server, and the answers that each still waits for. */
export class Connections {
  private readonly open = new Map<Socket, Answers>();
  private stopping = false;

  constructor(private readonly server: Server) {
    server.on('connection', (socket: Socket) => this.add(socket));
  }

  private add(socket: Socket): void {
    const answers: Answers = new Map();
    this.open.set(socket, answers);
    socket.once('close', () => {
      this.open.delete(socket);
      for (const onGone of answers.values()) onGone();
    });
  }

  /** The answer is not given at once: `onGone` is called when the client goes before it has all of it. */
  awaitAnswer(res: ServerResponse, onGone: () => void): void {
    const answers = this.open.get(res.req.socket);
    if (!answers) {
      onGone();
      return;
    }
    answers.set(res, onGone);
    res.once('close', () => answers.delete(res));
  }

  /** Before each answer: while the server stops, it is the last one of its connection. */
  begin(res: ServerResponse): void {
    if (this.stopping) endWith(res);
  }

  /** Stops accepting, lets what is in flight finish, and cuts off after `patience` milliseconds. */
  async stop(patience: number): Promise<void> {
    this.stopping = true;
    // not http's own: that cuts off who is still receiving an answer that has been written
    NetServer.prototype.close.call(this.server);
    for (const answers of this.open.values()) for (const res of answers.keys()) endWith(res);
    const end = performance.now() + patience;
    for (this.closeIdle(); this.open.size > 0 && performance.now() < end; this.closeIdle())
      await delay(lookAgain);
    for (const socket of this.open.keys()) socket.destroy();
  }

  private closeIdle(): void {
    for (const [socket, answers] of this.open) {
      if (answers.size === 0 && socket.writableLength === 0) socket.destroy();
    }
  }
}

function endWith(res: ServerResponse): void {
  if (!res.headersSent) res.setHeader('Connection', 'close');
}
