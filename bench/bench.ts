/** What all parts share. */
import type { Loader } from './load/loader.js';
import type { Options } from './options.js';

export interface Bench {
  options: Options;
  loader: Loader;
  say(text: string): void;
  /** Something that whoever reads the numbers has to know. */
  remark(text: string): void;
}
