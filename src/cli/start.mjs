// `npm start`: installs and builds what is needed, then becomes the server: one process, nothing else stays in memory.
import { prepare } from './build.mjs';

process.env.NODE_ENV = 'production';
await prepare();
await import('../../dist/src/main.js');
