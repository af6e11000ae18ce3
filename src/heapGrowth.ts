/**
 * How far the heap may grow before all of it is collected. V8 takes what the machine has: while pages were composed it let 110 MB in
 * use become 270. On a small machine memory is dearer than the few per cent of processor time that collecting sooner costs
 * (docs/performance.md). The flag is read at each collection, so it may be set while the process runs.
 */
import { setFlagsFromString } from 'node:v8';

/** Per cent of what is in use. */
const mostGrowth = 25;

setFlagsFromString(`--heap-growing-percent=${mostGrowth}`);
