// What a container runs: a server that is built already. `npm start` (src/cli/start.mjs) builds first, then runs this.
import './heapGrowth.js'; // before what fills the heap
import { startServer } from './server.js';

await startServer();
