/** Loaded before a server: SIGUSR2 ends the thread that holds its port, as running out of memory would. */
import { createRequire, syncBuiltinESMExports } from 'node:module';

const threads = createRequire(import.meta.url)('node:worker_threads');
const { Worker } = threads;

threads.Worker = class extends Worker {
  constructor(file, options) {
    super(file, options);
    if (/\/front\//.test(String(file))) process.once('SIGUSR2', () => void this.terminate());
  }
};
syncBuiltinESMExports();
