import type { Measured, Round } from '../../../bench/parts/rounds.js';
import { together } from '../../../bench/parts/rounds.js';

const round = (perSecond: number): Round => ({
  ...{ answers: 100, failures: 0, firstFailure: null, seconds: 100 / perSecond, perSecond },
  ...{ megabytesPerSecond: 1, latency: { p50: 0.5, p90: 1, p99: 2, max: 3 } },
  ...{ origins: { hit: 100, miss: 0, pass: 0, unsaid: 0 }, cpuPerRequest: 14, busy: 0.6 },
  ...{ serverPerAnswer: 20, serverBusy: 0.9, serverWaited: 0.01 },
});

/** As if it had been measured: 100 answers in each round, at these speeds. */
export const measured = (name: string, ...perSecond: number[]): Measured =>
  together([{ name, rounds: perSecond.map(round) }]);
