/** The clock on the wall of this process, and of everything in it: it can be put forward. */

const realDate = Date;
let ahead = 0;

const now = () => realDate.now() + ahead;

/** A Date in every way, but for what it takes for now. */
const shifted: DateConstructor = new Proxy(realDate, {
  apply: () => new realDate(now()).toString(),
  construct: (target, given, made): Date =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, made === shifted ? target : made),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});

/** From now on it is so many milliseconds later than it would be. */
export function leap(milliseconds: number): void {
  ahead += milliseconds;
  globalThis.Date = shifted;
}

/** What time it is again. */
export function stopLeaping(): void {
  ahead = 0;
  globalThis.Date = realDate;
}
