/**
 * Run before each test file: where TEST_MONGODB_URI names several servers, it names this worker's own from here on, to the
 * processes that tests start as well.
 */
import { mongoServers } from './testDatabase.mjs';

const servers = mongoServers(process.env.TEST_MONGODB_URI);
const worker = Number(process.env.JEST_WORKER_ID ?? 1);
if (servers.length > 0) process.env.TEST_MONGODB_URI = servers[worker % servers.length];
