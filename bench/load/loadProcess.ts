/** The process that asks. It is not the one that watches, so that what is watched does not slow the asking down. */
import { LoadRun } from './loadRun.js';
import type { FromLoad, ToLoad } from './order.js';

const runs = new Map<number, LoadRun>();
const tell = (message: FromLoad) => process.send?.(message);

process.on('message', async (message: ToLoad) => {
  if (message.kind === 'stop') {
    runs.get(message.id)?.stop();
    return;
  }
  const { id, order } = message;
  const run = new LoadRun(order);
  runs.set(id, run);
  try {
    tell({ kind: 'done', id, result: await run.run() });
  } catch (error) {
    tell({ kind: 'failed', id, message: (error as Error).message });
  }
  runs.delete(id);
});

process.on('disconnect', () => process.exit(0));
tell({ kind: 'ready' });
