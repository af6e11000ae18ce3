/** Opens and closes a server of this house, and says how long its clients may take. */
import type { Server } from 'node:http';

/** Time for requests in flight after SIGTERM; the rest of the ten seconds is for the database. */
export const patience = 7_000;

/** How long clients may take. Said in one place, for whoever holds the port. */
export function limitTimes(server: Server): void {
  server.headersTimeout = 20_000;
  server.requestTimeout = 150_000; // more than an upload's deadline
  server.keepAliveTimeout = 65_000; // more than what load balancers keep, so that they close first
  server.timeout = 180_000; // who takes nothing, and gives nothing, has gone
}

/**
 * All headers count: they are bounded in bytes. Beyond a number of them Node would leave some out of what it reads a request by, and
 * not out of what is passed on.
 */
export function readAllHeaders(server: Server): void {
  server.maxHeadersCount = 0;
}

/** Where a server listens: a port of a host, or a socket in the file system. */
export type Place = { host: string; port: number } | { path: string };

/** Rejects with Node's error, its `code` included. */
export function open(server: Server, place: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // many may come at once, and while the thread is busy with something else
    server.listen({ ...place, backlog: 4_096 }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Stops accepting and cuts off who is left. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
