/** Whether somebody on this machine asks by himself, and not through a proxy that runs here. */
import type { IncomingMessage } from 'node:http';

/** Said to the back by the front alone: it takes the header out of what clients send. */
export const directHeader = 'x-forthright-direct';

const isLoopback = (address: string) =>
  address === 'localhost' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$|^::1$/.test(address);

/** What proxies add. */
const ofProxies = /^(?:forwarded|via|x-real-ip|x-forwarded-.+)$/;

/** The name in Host, so that a page of the web that calls this machine by a name of its own is none of us. */
const nameIn = (host: string) => host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');

/** Whether whoever asks is on this machine, and nothing says that he asks for somebody else. */
export function isDirect({
  headers,
  socket,
}: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string } }): boolean {
  return (
    isLoopback(socket.remoteAddress ?? '') &&
    isLoopback(nameIn(headers.host ?? '')) &&
    !Object.keys(headers).some((name) => ofProxies.test(name))
  );
}
