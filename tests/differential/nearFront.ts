/** The front in this thread, as src/front/worker.ts starts it: both sides see the same clock. */
import type { AddressInfo } from 'node:net';
import type { FrontParts } from './fronted.js';

export async function startNear({ app, generations, settings }: FrontParts) {
  const { openBackDoor } = await import('../../src/http/backDoor.js');
  const { frontSettings } = await import('../../src/http/listen.js');
  const { Front } = await import('../../src/front/front.js');
  const { RequestKeys } = await import('../../src/front/keys/requestKeys.js');
  const { open, patience } = await import('../../src/front/port.js');
  const back = await openBackDoor(() => app);
  const own = frontSettings(settings, back, generations);
  const front = new Front({ ...own, generations, keys: new RequestKeys(own.routes) });
  await open(front.server, own);
  return {
    port: (front.server.address() as AddressInfo).port,
    close: async () => {
      await front.stop(patience);
      await back.close();
    },
  };
}
