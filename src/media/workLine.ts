/** Few at a time, some in a line, the rest refused: work that costs much stays within bounds whoever asks for it. */
import { unavailable } from '../errors.js';

export interface LineLimits {
  /** Done at the same time. */
  atOnce: number;
  /** Waiting at the same time. */
  waiting: number;
  /** Of those, for one caller: nobody fills the line alone. */
  waitingEach: number;
}

export interface Entrant {
  /** Any name of who asks. */
  caller: string;
  /** False as soon as nobody waits for the work any more: then it gives its place in the line away. */
  isWanted: () => boolean;
}

export interface WorkLine {
  /** The work's result; null at once when there is no place in the line. Throws `unavailable` when it lost its place. */
  enter<T>(entrant: Entrant, work: () => Promise<T>): Promise<T> | null;
}

interface Waiting extends Entrant {
  begin: () => void;
  leave: (reason: Error) => void;
}

/** First come, first served. */
export function createWorkLine({ atOnce, waiting, waitingEach }: LineLimits): WorkLine {
  let working = 0;
  let line: Waiting[] = [];

  function sendHomeTheUnwanted(): void {
    const unwanted = line.filter((each) => !each.isWanted());
    line = line.filter((each) => !unwanted.includes(each));
    for (const each of unwanted) each.leave(unavailable('Nobody waits for this any more.', 1));
  }

  const leave = () => {
    sendHomeTheUnwanted();
    const next = line.shift();
    if (next) next.begin();
    else working -= 1;
  };

  function placeFor(entrant: Entrant): Promise<void> | null {
    if (working < atOnce) {
      working += 1;
      return Promise.resolve();
    }
    sendHomeTheUnwanted();
    const own = line.filter((each) => each.caller === entrant.caller).length;
    if (line.length >= waiting || own >= waitingEach) return null;
    // the place of whoever leaves is handed on, so `working` stays
    return new Promise((begin, leave) => line.push({ ...entrant, begin, leave }));
  }

  return {
    enter(entrant, work) {
      const place = placeFor(entrant);
      // who loses a place in the line has none to hand on
      return place?.then(() => work().finally(leave)) ?? null;
    },
  };
}
