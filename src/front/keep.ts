/** The word of the back to the front about an answer: that it may be kept, what it depends on, and until when it is true. */

/** Never leaves the house: the front takes it out of what clients send, and out of what they get. */
export const keepHeader = 'x-forthright-keep';

export interface Keep {
  /** The clock of the generations before the first read. */
  since: number;
  /** Milliseconds since 1970 at which time alone may change the answer; null when it never does. */
  until: number | null;
  /** Slots of the generations. */
  slots: readonly number[];
}

/** `<since>;<until or ->;<slot>,<slot>,…`, numbers in base 36. */
export function writeKeep({ since, slots, until }: Keep): string {
  const named = [...new Set(slots)].map((slot) => slot.toString(36)).join(',');
  return `${since.toString(36)};${until === null ? '-' : until.toString(36)};${named}`;
}

/** Null for what is not as writeKeep() writes it: then nothing is kept. */
export function readKeep(value: string | undefined): Keep | null {
  const match = /^(-?[0-9a-z]+);(-|[0-9a-z]+);([0-9a-z,]*)$/.exec(value ?? '');
  if (!match) return null;
  const [, since = '', until = '', slots = ''] = match;
  return {
    since: Number.parseInt(since, 36),
    until: until === '-' ? null : Number.parseInt(until, 36),
    slots: slots === '' ? [] : slots.split(',').map((slot) => Number.parseInt(slot, 36)),
  };
}

/** Whether its time is not over at that moment. Both are milliseconds since 1970; null stands for no end. */
export const lasts = (until: number | null, moment: number): boolean => until === null || until > moment;
