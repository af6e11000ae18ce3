/** Everything that a run found out, as it is written to results.json. */
import type { Machine } from '../machine/describeMachine.js';
import type { Options } from '../options.js';
import type { Parts } from '../parts/parts.js';

export interface Run {
  machine: Machine;
  /** Programs that wanted a core in the minute before, on average. */
  loadBefore: number;
  minutes: number;
  options: Options;
  parts: Parts;
  remarks: string[];
}

export interface Target {
  name: string;
  /** What is wanted, in words. */
  wanted: string;
  found: string;
  met: boolean;
}

export interface Results extends Run {
  targets: Target[];
}
