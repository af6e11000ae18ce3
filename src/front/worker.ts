/** What runs in the front's thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { Front } from './front.js';
import { Generations } from './generations.js';
import { RequestKeys } from './keys/requestKeys.js';
import type { FromFront, FrontSettings, ToFront } from './messages.js';
import { open, patience } from './port.js';

const settings = workerData as FrontSettings;
const tell = (message: FromFront) => parentPort?.postMessage(message);

const front = new Front({
  ...settings,
  generations: new Generations(settings.memory),
  keys: new RequestKeys(settings.routes),
  onTrouble: (error) => tell({ kind: 'trouble', stack: String((error as Error).stack) }),
});

parentPort?.on('message', async (message: ToFront) => {
  if (message.kind === 'metrics') {
    tell({ ...message, text: await front.metrics.registry.metrics() });
    return;
  }
  await front.stop(patience);
  process.exit(); // ends this thread; nothing that it still asks the back for is waited for
});

try {
  await open(front.server, settings);
  const address = front.server.address();
  tell({ kind: 'listening', port: typeof address === 'object' && address ? address.port : settings.port });
} catch (error) {
  tell({ kind: 'refused', code: (error as NodeJS.ErrnoException).code ?? 'unknown' });
}
