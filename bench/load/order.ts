/** What the load process is asked to do, and what it tells. Plain data: it crosses a process boundary. */

export interface LoadOrder {
  port: number;
  /** Requests as they go over the wire, in latin1. Each connection asks them in turn, starting at a place of its own. */
  requests: string[];
  connections: number;
  /** How long it asks. What it has asked by then is waited for and counted. */
  ms: number;
  /** A pause of each connection after each answer. None: as fast as answers come. */
  pauseMs?: number;
  /** Each connection asks once, all at the same moment; `ms` is then the longest wait. */
  once?: boolean;
  /** Answers of other statuses are failures. */
  statuses: number[];
}

export interface Latency {
  /** Milliseconds. */
  p50: number;
  p90: number;
  p99: number;
  max: number;
}

export interface LoadResult {
  answers: number;
  failures: number;
  /** What went wrong first, in words. */
  firstFailure: string | null;
  seconds: number;
  perSecond: number;
  megabytesPerSecond: number;
  latency: Latency;
  /** What answers say of themselves in Server-Timing. */
  origins: { hit: number; miss: number; pass: number; unsaid: number };
  /** What one request costs the load process, in microseconds of processor time. */
  cpuPerRequest: number;
  /** The part of the time in which the load process was on a core: near 1, it is the bottleneck. */
  busy: number;
}

export type ToLoad = { kind: 'start'; id: number; order: LoadOrder } | { kind: 'stop'; id: number };

export type FromLoad =
  | { kind: 'ready' }
  | { kind: 'done'; id: number; result: LoadResult }
  | { kind: 'failed'; id: number; message: string };
