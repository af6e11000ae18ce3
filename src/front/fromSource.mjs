// Runs the front's thread from TypeScript, in development and in tests: on Node 20 a thread does not take --import tsx.
import { tsImport } from 'tsx/esm/api';

await tsImport('./worker.ts', import.meta.url);
