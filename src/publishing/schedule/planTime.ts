/** From what was asked to the instant that is meant, or words that say why there is none. */
import { invalidParameter } from '../../errors.js';
import { instantsOf, isTimeZone, localTimeOf, readTime } from './zones.js';

export interface AskedTime {
  at: unknown;
  /** Of the request; goes before `homeZone`. */
  timeZone: unknown;
  /** Of the site that the document is at home on. */
  homeZone: string | null;
}

export interface PlannedTime {
  instant: Date;
  timeZone: string;
  /** What the caller should know: the hour that comes twice. */
  note?: string;
}

const wanted =
  'at must be a local time such as 2026-12-01T09:00, or one with its offset: 2026-12-01T09:00:00-05:00.';

function zoneOf({ timeZone, homeZone }: AskedTime): string | null {
  if (timeZone === undefined || timeZone === null) return homeZone;
  if (isTimeZone(timeZone)) return timeZone;
  throw invalidParameter('timeZone', 'timeZone must be a name such as America/New_York.');
}

function onTheClock(at: string, wall: number, timeZone: string): PlannedTime {
  const [instant, later] = instantsOf(wall, timeZone);
  if (!instant) {
    throw invalidParameter(
      'at',
      `There is no ${at} in ${timeZone}: the clocks are put forward over it. Choose an earlier or a later time.`,
    );
  }
  if (!later) return { instant, timeZone };
  const note = `${at} comes twice in ${timeZone}, where the clocks are put back. The earlier is meant: ${instant.toISOString()}. The later is ${later.toISOString()}.`;
  return { instant, timeZone, note };
}

/** Throws 400 for a time that does not exist, lies in the past, or needs a time zone to be understood. */
export function planTime(asked: AskedTime): PlannedTime {
  const said = readTime(asked.at);
  if (!said) throw invalidParameter('at', wanted);
  const timeZone = zoneOf(asked);
  if ('wall' in said && !timeZone) {
    throw invalidParameter(
      'timeZone',
      'A time zone is needed: the document has no canonical site and not exactly one site. Send timeZone, site, or a time with its offset.',
    );
  }
  const planned =
    'instant' in said
      ? { instant: said.instant, timeZone: timeZone ?? 'UTC' }
      : onTheClock(asked.at as string, said.wall, timeZone as string);
  if (planned.instant.getTime() > Date.now()) return planned;
  const local = localTimeOf(planned.instant, planned.timeZone);
  throw invalidParameter('at', `${local} in ${planned.timeZone} is in the past.`);
}
