/** HTTP as bytes: what clients write that tidy nothing up, and what they get. */
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  status: number;
  /** Name in lower case, and value. */
  headers: [string, string][];
  body: string;
}

export const open = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });

/** Sends these bytes and gives everything that comes until the other side closes, or `isEnough`. */
export async function talk(
  port: number,
  bytes: string | Buffer,
  isEnough: (text: string) => boolean = () => false,
): Promise<string> {
  const socket = await open(port);
  let text = '';
  const over = new Promise<void>((resolve) => {
    socket.on('error', () => resolve()); // cut off by the other side
    socket.once('close', () => resolve());
    socket.on('data', (part) => {
      text += part.toString('latin1');
      if (isEnough(text)) socket.destroy();
    });
  });
  socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  await over;
  return text;
}

function unchunked(text: string): string {
  let rest = text;
  let body = '';
  while (rest !== '') {
    const end = rest.indexOf('\r\n');
    const length = Number.parseInt(rest.slice(0, end), 16);
    if (!(length > 0)) break;
    body += rest.slice(end + 2, end + 2 + length);
    rest = rest.slice(end + 4 + length);
  }
  return body;
}

/** One whole answer. */
export function parse(text: string): RawAnswer {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  const rest = text.slice(end + 4);
  const isChunked = headers.some(([name, value]) => name === 'transfer-encoding' && value === 'chunked');
  return { status: Number(first.split(' ')[1]), headers, body: isChunked ? unchunked(rest) : rest };
}

/** The answer to one request, asked for on a connection of its own that ends with it. */
export const askRaw = async (
  port: number,
  request: string,
  body: string | Buffer = '',
): Promise<RawAnswer> => {
  const head = `${request.replace(/\n/g, '\r\n')}\r\nConnection: close\r\n\r\n`;
  return parse(await talk(port, Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)])));
};
