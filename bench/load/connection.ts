/**
 * One keep-alive connection that asks, reads the whole answer, and asks again. Written for this one purpose: with autocannon or
 * undici a request costs the asker more than it costs a bare server, and then the asker is what is measured (docs/performance.md).
 */
import { connect, type Socket } from 'node:net';

export interface Answer {
  status: number;
  /** Of the body. */
  bytes: number;
  head: string;
  /** Milliseconds from the writing of the request to the last byte. */
  ms: number;
}

export interface ConnectionEvents {
  onAnswer(answer: Answer): void;
  /** Something that is no answer; the connection is closed then. */
  onFailure(message: string): void;
}

const endOfHead = Buffer.from('\r\n\r\n');
const lengthName = 'content-length: ';

/** All connections read into one place: what is in it is used up before the next read. */
const shared = Buffer.allocUnsafeSlow(256 * 1024);

function bodyLength(head: string, status: number): number {
  if (status === 304 || status === 204) return 0;
  const usual = head.indexOf('Content-Length: ');
  const at = usual >= 0 ? usual : head.toLowerCase().indexOf(lengthName);
  return at < 0 ? Number.NaN : Number.parseInt(head.slice(at + lengthName.length, at + 32), 10);
}

export class Connection {
  private readonly socket: Socket;
  /** Bytes of the body still to come; null while the head is not complete. */
  private missing: number | null = null;
  private pending: Buffer | null = null;
  private askedAt = 0;
  private status = 0;
  private bytes = 0;
  private head = '';
  private closed = false;

  private constructor(
    port: number,
    private readonly events: ConnectionEvents,
  ) {
    this.socket = connect({
      ...{ host: '127.0.0.1', noDelay: true, port },
      onread: { buffer: shared, callback: (length) => this.read(length) },
    });
    this.socket.once('close', () => this.fail('the connection was closed'));
    this.socket.on('error', (error) => this.fail(error.message));
  }

  /** Resolves when it is open. */
  static open(port: number, events: ConnectionEvents): Promise<Connection> {
    const connection = new Connection(port, events);
    return new Promise((resolve, reject) => {
      connection.socket.once('connect', () => resolve(connection));
      connection.socket.once('error', reject);
    });
  }

  /** Sends a request in latin1. Not before the answer to the one before. */
  ask(request: string): void {
    this.missing = null;
    this.askedAt = performance.now();
    this.socket.write(request, 'latin1');
  }

  /** Nothing is told any more. */
  close(): void {
    this.closed = true;
    this.socket.destroy();
  }

  private fail(message: string): void {
    if (this.closed) return;
    this.close();
    this.events.onFailure(message);
  }

  private read(length: number): boolean {
    if (this.missing === null) this.readHead(this.withPending(length));
    else this.take(length);
    return !this.closed;
  }

  /** What came, after what had come of an unfinished head. */
  private withPending(length: number): Buffer {
    const fresh = shared.subarray(0, length);
    if (this.pending === null) return fresh;
    const whole = Buffer.concat([this.pending, fresh]);
    this.pending = null;
    return whole;
  }

  private readHead(data: Buffer): void {
    const end = data.indexOf(endOfHead);
    if (end < 0) {
      this.pending = Buffer.from(data);
      return;
    }
    this.head = data.toString('latin1', 0, end + 2);
    this.status = Number.parseInt(this.head.slice(9, 12), 10);
    this.bytes = bodyLength(this.head, this.status);
    if (!this.head.startsWith('HTTP/1.1 ') || Number.isNaN(this.bytes)) {
      this.fail(`an answer without a length: ${this.head.slice(0, 200)}`);
      return;
    }
    this.missing = this.bytes;
    this.take(data.length - end - endOfHead.length);
  }

  private take(length: number): void {
    this.missing = (this.missing ?? 0) - length;
    if (this.missing > 0) return;
    if (this.missing < 0) {
      this.fail('more bytes than the answer has');
      return;
    }
    const { bytes, head, status } = this;
    this.events.onAnswer({ bytes, head, ms: performance.now() - this.askedAt, status });
  }
}
