/** One scheduled publication, as callers see it and as it is kept in a job of Payload's. */
import type { PayloadRequest } from 'payload';
import type { Actor } from '../../../collections/access/actorOf.js';
import { localTimeOf } from './zones.js';

export const taskSlug = 'schedulePublish';
export const states = ['due', 'running', 'done', 'failed'] as const;

export type Action = 'publish' | 'unpublish';
export type State = (typeof states)[number];

/** What a job carries. The first five are Payload's own; jobs that others queue may have no more than those. */
export interface ScheduleInput {
  type?: Action;
  doc?: { relationTo: string; value: string };
  /** A language, or `all`. Absent: the default language when publishing, all of them when taking down. */
  locale?: string;
  timezone?: string;
  user?: { relationTo: 'users' | 'api-clients'; value: string } | null;
  /** The instant meant; `waitUntil` of the job moves when it is tried again. */
  at?: string;
  title?: string;
  by?: Actor;
}

export interface ScheduleJob {
  id: string;
  input: ScheduleInput;
  completedAt?: string | null;
  createdAt: string;
  error?: unknown;
  hasError?: boolean | null;
  processing?: boolean | null;
  totalTried?: number | null;
  updatedAt: string;
  waitUntil?: string | null;
}

export interface ScheduleEntry {
  id: string;
  collection: string;
  documentId: string;
  title: string;
  action: Action;
  /** ISO 8601, UTC. */
  at: string;
  /** The same moment on the clocks of `timeZone`, without an offset. */
  localTime: string;
  timeZone: string;
  locale: string;
  state: State;
  scheduledBy: Actor;
  scheduledAt: string;
  /** When it was done, or given up. */
  endedAt: string | null;
  /** How often it has been tried. */
  tries: number;
  /** Why it failed, in words. */
  error: string | null;
}

const unknownActor: Actor = { kind: 'system', id: null, label: 'System' };

export function stateOf({ completedAt, hasError, processing }: ScheduleJob): State {
  if (completedAt) return 'done';
  if (hasError) return 'failed';
  return processing ? 'running' : 'due';
}

export function actionOf({ type }: ScheduleInput): Action {
  return type === 'unpublish' ? 'unpublish' : 'publish';
}

/** The instant that was meant, however often the job was put off since. */
export function plannedFor({ createdAt, input, waitUntil }: ScheduleJob): string {
  return new Date(input.at ?? waitUntil ?? createdAt).toISOString();
}

/** The language that an entry is about, or `all`. */
export function localeOf(input: ScheduleInput, { payload }: Pick<PayloadRequest, 'payload'>): string {
  const { localization } = payload.config;
  const usual = localization && actionOf(input) === 'publish' ? localization.defaultLocale : 'all';
  return input.locale ?? usual;
}

function errorOf({ error }: ScheduleJob): string {
  const { message } = (error ?? {}) as { message?: unknown };
  return typeof message === 'string' ? message : 'It was cancelled.';
}

function endedAt(job: ScheduleJob, state: State): string | null {
  if (state === 'done') return new Date(job.completedAt as string).toISOString();
  return state === 'failed' ? new Date(job.updatedAt).toISOString() : null;
}

/** The entry of a job; `title` is that of the document now, where there still is one. */
export function toEntry(
  job: ScheduleJob,
  req: Pick<PayloadRequest, 'payload'>,
  title?: string,
): ScheduleEntry {
  const { input } = job;
  const at = plannedFor(job);
  const timeZone = input.timezone || 'UTC';
  const state = stateOf(job);
  return {
    id: String(job.id),
    collection: input.doc?.relationTo ?? '',
    documentId: input.doc?.value ?? '',
    title: title ?? input.title ?? input.doc?.value ?? '',
    action: actionOf(input),
    at,
    localTime: localTimeOf(new Date(at), timeZone),
    timeZone,
    locale: localeOf(input, req),
    state,
    scheduledBy: input.by ?? { ...unknownActor, id: input.user?.value ?? null },
    scheduledAt: new Date(job.createdAt).toISOString(),
    endedAt: endedAt(job, state),
    tries: job.totalTried ?? 0,
    error: state === 'failed' ? errorOf(job) : null,
  };
}
