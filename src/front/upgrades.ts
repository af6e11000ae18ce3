/** Connections that become something else than HTTP: what the admin reloads itself by in development. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { withoutHop } from './hop.js';
import { headersFor, open, type Passing } from './pass.js';

function headOf({ rawHeaders, statusCode, statusMessage }: IncomingMessage, connection: string[]): string {
  const headers = [...withoutHop(rawHeaders, []), ...connection];
  const lines = headers.flatMap((name, index) =>
    index % 2 === 0 ? [`${name}: ${headers[index + 1]}\r\n`] : [],
  );
  return `HTTP/1.1 ${statusCode} ${statusMessage}\r\n${lines.join('')}\r\n`;
}

/** Whatever goes wrong on one side ends the other. */
function join(one: Duplex, other: Duplex): void {
  one.once('error', () => other.destroy());
  other.once('error', () => one.destroy());
  one.once('close', () => other.destroy());
  other.once('close', () => one.destroy());
  one.pipe(other).pipe(one);
}

export interface Upgrading {
  req: IncomingMessage;
  socket: Duplex;
  /** What the client has sent already in the new language. */
  head: Buffer;
}

/** Asks the back; from then on both talk to each other. An answer that declines is the last one of its connection. */
export function passUpgrade({ head, req, socket }: Upgrading, passing: Passing): void {
  const kind = ['Connection', 'Upgrade', 'Upgrade', req.headers.upgrade ?? ''];
  const upstream = open(req, passing, [...headersFor(req, passing), ...kind]);
  socket.on('error', () => upstream.destroy());
  socket.once('close', () => upstream.destroy());
  upstream.on('error', () => socket.destroy());
  upstream.once('upgrade', (answer, back, first) => {
    const accepted = ['Connection', 'Upgrade', 'Upgrade', answer.headers.upgrade ?? ''];
    socket.write(headOf(answer, accepted), 'latin1');
    if (first.length > 0) socket.write(first);
    if (head.length > 0) back.write(head);
    join(socket, back);
  });
  upstream.once('response', (answer) => {
    socket.write(headOf(answer, ['Connection', 'close']), 'latin1');
    answer.pipe(socket);
  });
  upstream.end();
}
