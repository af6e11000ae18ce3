// Opens and closes the port.
import { createServer, type RequestListener, type Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Settings } from '../config.js';
import { StartError } from '../startError.js';

/** Time for requests in flight after SIGTERM; the rest of the ten seconds is for the database. */
const patience = 7_000;

/** A server that asks `currentListener` at each request, so that what answers can change while it listens. */
export async function listen(
  { host, port }: Settings,
  currentListener: () => RequestListener,
): Promise<Server> {
  const server = createServer((req, res) => currentListener()(req, res));
  server.headersTimeout = 20_000;
  server.requestTimeout = 150_000; // more than an upload's deadline
  server.keepAliveTimeout = 65_000; // more than what load balancers keep, so that they close first
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
  return server;
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): StartError {
  if (error.code === 'EADDRINUSE') {
    return new StartError(
      `Port ${port} is in use: perhaps by another Forthright. Stop it, or set PORT to a free one.`,
    );
  }
  if (error.code === 'EACCES')
    return new StartError(`Port ${port} may not be opened by this user. Set PORT to 1024 or more.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new StartError(`HOST ${host} is no address of this machine.`);
  }
  return new StartError(`The server cannot listen on ${host}:${port} (${error.code}).`);
}

/** Stops accepting, lets what is in flight finish, then cuts off what is left. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const given = new AbortController();
  await Promise.race([closed, delay(patience, undefined, { signal: given.signal }).catch(() => undefined)]);
  given.abort();
  server.closeAllConnections();
}
