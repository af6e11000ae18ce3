/**
 * What a due job does: publishes or takes down as the person who scheduled it would. The write and the mark that the job is
 * done are one transaction, so whatever happens to the process, or however many processes try, it happens once or not at all.
 */
import {
  createLocalReq,
  JobCancelledError,
  type Payload,
  type PayloadRequest,
  type TaskConfig,
} from 'payload';
import { publicState } from '../../../collections/hooks/documentStates.js';
import { withinTransaction } from '../../database/inTransaction.js';
import { retryWriteConflicts } from '../../database/retryWriteConflicts.js';
import { actionOf, localeOf, type ScheduleJob } from './entry.js';
import { findJob } from './jobs.js';
import { inWords, nameOf, Refusal, refuseWhatMayNotBe, schedulerOf } from './refusals.js';
import { findDocument } from './rights.js';

/** For failures on our side. What is refused is not tried again. */
export const retries: TaskConfig['retries'] = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 60_000 },
};

interface FieldError {
  label?: unknown;
  message?: unknown;
  path?: unknown;
}

interface Thrown {
  data?: { errors?: FieldError[] };
  message?: string;
  name?: string;
  status?: number;
}

/** The words of an error that is the fault of what was asked; null when it is ours. */
function refusalIn(error: unknown): string | null {
  if (error instanceof Refusal) return error.message;
  const { data, message = '', status } = error as Thrown;
  if (status === undefined || status >= 500) return null;
  // the label of a field begins with the tab that it stands in
  const nameOfField = ({ label, path }: FieldError) =>
    String(label ?? path)
      .split(' > ')
      .at(-1);
  const fields = (data?.errors ?? []).map((each) => `${nameOfField(each)}: ${each.message}`);
  return fields.length > 0 ? `It cannot be published as it is. ${fields.join(' ')}` : message;
}

/** True when readers see already what the job would make them see. */
async function isAsAsked(req: PayloadRequest, { input }: ScheduleJob): Promise<boolean> {
  const { relationTo = '', value = '' } = input.doc ?? {};
  const { flattenedFields: fields, slug } = req.payload.collections[relationTo as 'articles'].config;
  const shown = await publicState(value, { fields, locale: 'all', req, slug });
  if (actionOf(input) === 'unpublish') return shown === null;
  return shown !== null && (await findDocument(req, relationTo, value))?.latest._status === 'published';
}

async function write(req: PayloadRequest, { input }: ScheduleJob): Promise<void> {
  const locale = localeOf(input, req);
  const isPublish = actionOf(input) === 'publish';
  const inAll = isPublish ? { publishAllLocales: true } : {};
  await req.payload.update({
    collection: input.doc?.relationTo as 'articles',
    id: input.doc?.value as string,
    data: { _status: isPublish ? 'published' : 'draft' },
    ...{ depth: 0, overrideAccess: req.user === null, overrideLock: true, req },
    ...(locale === 'all' ? inAll : { locale: locale as 'en', publishSpecificLocale: locale as 'en' }),
  });
}

/** False when another process has done it meanwhile. */
async function actOnce(req: PayloadRequest, id: string): Promise<boolean> {
  const { payload } = req;
  const job = await findJob({ payload, req }, id);
  if (!job || job.completedAt) return false;
  await refuseWhatMayNotBe(req, job);
  if (!(await isAsAsked(req, job))) await write(req, job);
  const now = new Date().toISOString();
  await payload.db.updateJobs({ id, data: { completedAt: now, updatedAt: now }, req, returning: false });
  return true;
}

async function act(payload: Payload, id: string): Promise<boolean> {
  const job = await findJob({ payload }, id);
  if (!job) return false;
  const user = await schedulerOf({ payload }, job.input);
  const context = { publicationReason: `Scheduled by ${nameOf(job.input)} for ${inWords(job)}` };
  return retryWriteConflicts(async () => {
    const req = await createLocalReq({ context, user: user ?? undefined }, payload);
    return withinTransaction(req, () => actOnce(req, id));
  });
}

type Handler = Extract<TaskConfig<'schedulePublish'>['handler'], (...args: never[]) => unknown>;

/** The handler of Payload's `schedulePublish` task, in place of its own. A JobCancelledError is final; others are tried again. */
export const publishOnTime: Handler = async ({ job, req: { payload } }) => {
  try {
    await act(payload, String(job.id));
    return { output: {} };
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal === null) throw error;
    payload.logger.warn({ job: job.id, refusal }, 'a scheduled publication was refused');
    throw new JobCancelledError(refusal);
  }
};
