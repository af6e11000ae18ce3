/** Few at a time, some in a line, the rest refused: work that costs much stays within bounds whoever asks for it. */

export interface LineLimits {
  /** Done at the same time. */
  atOnce: number;
  /** Waiting at the same time. */
  waiting: number;
  /** Of those, for one caller: nobody fills the line alone. */
  waitingEach: number;
}

export interface WorkLine {
  /** The work's result; null at once when there is no place in the line. `caller` is any name of who asks. */
  enter<T>(caller: string, work: () => Promise<T>): Promise<T> | null;
}

/** First come, first served. */
export function createWorkLine({ atOnce, waiting, waitingEach }: LineLimits): WorkLine {
  let working = 0;
  const line: { caller: string; begin: () => void }[] = [];

  const leave = () => {
    const next = line.shift();
    if (next) next.begin();
    else working -= 1;
  };

  function placeFor(caller: string): Promise<void> | null {
    if (working < atOnce) {
      working += 1;
      return Promise.resolve();
    }
    const own = line.filter((each) => each.caller === caller).length;
    if (line.length >= waiting || own >= waitingEach) return null;
    // the place of whoever leaves is handed on, so `working` stays
    return new Promise((begin) => line.push({ caller, begin }));
  }

  return {
    enter(caller, work) {
      const place = placeFor(caller);
      return place?.then(work).finally(leave) ?? null;
    },
  };
}
