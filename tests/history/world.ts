/** What all who write share: the server's address, the documents as they should be, what was noted, what went wrong. */
import type { Answer, Asked, Body, Caller, Latency } from './caller.js';
import type { Kind } from './kinds.js';
import type { Subject } from './model.js';
import type { Random } from './random.js';

export interface Callers {
  administrator: Caller;
  editor: Caller;
  editorOfOne: Caller;
  compliance: Caller;
  publisher: Caller;
  publisherOfOne: Caller;
  writer: Caller;
  reader: Caller;
}

/** A write to a document that several write at the same time. */
export interface Contention {
  id: string;
  marker: string;
  actor: string;
  isPublishing: boolean;
  sentAt: number;
  answeredAt: number;
  /** Null: the server went away before it answered. */
  status: number | null;
}

/** Writes of which nobody knows whether they were made: all of them, or none. */
export interface Unsure {
  what: string;
  subjects: Subject[];
  apply(subject: Subject): void;
  /** Some may be made and others not: a bulk update that was answered with an error. */
  isPartial: boolean;
}

export interface World {
  readonly random: Random;
  readonly callers: Callers;
  readonly subjects: Subject[];
  readonly contended: { kind: Kind; id: string }[];
  readonly contentions: Contention[];
  readonly latencies: Latency[];
  /** By act: answered with success, refused, cut off. */
  readonly tally: Map<string, { done: number; refused: number; cut: number }>;
  readonly refusals: Map<string, string>;
  unsure: Unsure[];
  sites: string[];
  services: string[];
  problems: string[];
  /** The server is being killed: answers may fail to come. */
  isEnding: boolean;
  count: number;
  writes: number;
}

export interface Act {
  what: string;
  caller: Caller;
  asked: Asked;
  subjects: Subject[];
  /** What it does when it succeeds; told the answer when there is one. */
  apply(subject: Subject, answer?: Answer): void;
  /** Of a bulk: the documents that it wrote are those in the answer. */
  isBulk?: boolean;
}

export function nextName(world: World, prefix: string): string {
  world.count += 1;
  return `${prefix}-${world.count}`;
}

function note(
  world: World,
  { what, asked }: Act,
  how: 'done' | 'refused' | 'cut',
  answer: Answer | null,
): void {
  const sums = world.tally.get(what) ?? { done: 0, refused: 0, cut: 0 };
  sums[how] += 1;
  world.tally.set(what, sums);
  world.writes += 1;
  if (!answer || answer.ok) return;
  const said = JSON.stringify(answer.body).slice(0, 400);
  world.refusals.set(
    `${what} ${answer.status} ${said.replace(/[0-9a-f-]{36}|-\d+/g, '…').slice(0, 90)}`,
    said,
  );
  if (answer.status >= 500)
    world.problems.push(`${what}: ${answer.status} to ${asked.method} ${asked.path}: ${said}`);
}

function takeCut(world: World, act: Act, isPartial: boolean): void {
  for (const subject of act.subjects) subject.isUnsure = true;
  world.unsure.push({ ...act, isPartial });
}

function writtenBy({ isBulk, subjects }: Act, { body }: Answer): Subject[] {
  if (!isBulk) return subjects;
  const ids = new Set((body.docs as Body[]).map(({ id }) => id));
  return subjects.filter(({ id }) => ids.has(id));
}

/** Asks, and carries over to the model what was answered. Answers the answer. */
export async function perform(world: World, act: Act): Promise<Answer | null> {
  for (const subject of act.subjects) subject.isBusy = true;
  try {
    const answer = await act.caller.ask(act.what, act.asked);
    note(world, act, answer ? (answer.ok ? 'done' : 'refused') : 'cut', answer);
    if (!answer && !world.isEnding)
      world.problems.push(`${act.what}: no answer although nobody stopped the server`);
    if (!answer) takeCut(world, act, false);
    else if (answer.ok) for (const subject of writtenBy(act, answer)) act.apply(subject, answer);
    else if (act.isBulk && answer.status < 500) takeCut(world, act, true);
    return answer;
  } finally {
    for (const subject of act.subjects) subject.isBusy = false;
  }
}

/** A document nobody else is writing. */
export function choose(world: World, isWanted: (subject: Subject) => boolean): Subject | null {
  const found = world.subjects.filter(
    (subject) => subject.id && !subject.isBusy && !subject.isUnsure && !subject.isGone && isWanted(subject),
  );
  return found.length > 0 ? world.random.pick(found) : null;
}
