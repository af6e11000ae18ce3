/** The real app twice, over one database: behind its front, and as Express alone answers. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { House } from './house.js';
import { openFront } from './openFront.js';

export interface Both {
  /** Ports. */
  front: number;
  express: number;
  close(): Promise<void>;
}

/** `more` changes settings of the one behind the front. */
export async function throughTheFront(house: House, more: Partial<House['settings']> = {}): Promise<Both> {
  const front = await openFront(house, { settings: more });
  const express = http.createServer(house.app).listen(0, '127.0.0.1');
  await new Promise((resolve) => express.once('listening', resolve));
  return {
    front: front.port,
    express: (express.address() as AddressInfo).port,
    close: async () => {
      await front.close();
      express.closeAllConnections();
      await new Promise((resolve) => express.close(resolve));
    },
  };
}
