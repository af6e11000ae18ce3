/**
 * Processor time of a process and of its threads, as the kernel counts it. What an answer costs the server in processor time
 * says more than answers a second where other programs run, or where whoever asks is slower than the server.
 */
import { readdirSync, readFileSync } from 'node:fs';

interface ThreadTime {
  /** Nanoseconds on a core. */
  ran: number;
  /** Nanoseconds ready to run, with no core free. */
  waited: number;
}

type Times = Map<string, ThreadTime>;

export interface Spent {
  /** Microseconds of all threads. */
  all: number;
  /** The part of the time in which the busiest thread was on a core. */
  busiest: number;
  /** The part of the time in which that thread wanted one and had none. */
  waited: number;
}

/** https://docs.kernel.org/scheduler/sched-stats.html: time on a core, time waiting for one, number of turns. */
function timeOf(pid: number, thread: string): ThreadTime | null {
  try {
    const [ran, waited] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
    return { ran: Number(ran), waited: Number(waited) };
  } catch {
    return null; // it has ended meanwhile
  }
}

function timesOf(pid: number): Times | null {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return new Map(
      threads.flatMap((each) => {
        const time = timeOf(pid, each);
        return time ? [[each, time] as const] : [];
      }),
    );
  } catch {
    return null; // no Linux
  }
}

function difference(before: Times, after: Times, elapsed: number): Spent {
  const spent = [...after].map(([thread, { ran, waited }]) => {
    const was = before.get(thread) ?? { ran: 0, waited: 0 };
    return { ran: ran - was.ran, waited: waited - was.waited };
  });
  const busiest = spent.reduce((most, each) => (each.ran > most.ran ? each : most), { ran: 0, waited: 0 });
  return {
    all: spent.reduce((sum, { ran }) => sum + ran, 0) / 1_000,
    busiest: busiest.ran / elapsed,
    waited: busiest.waited / elapsed,
  };
}

/** Starts a watch over a process; the function that it gives stops it. Null where the system does not tell. */
export function watchProcessor(pid: number): () => Spent | null {
  const before = timesOf(pid);
  const begunAt = process.hrtime.bigint();
  return () => {
    const after = timesOf(pid);
    return before && after ? difference(before, after, Number(process.hrtime.bigint() - begunAt)) : null;
  };
}
