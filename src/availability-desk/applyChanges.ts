/** Carries out what was previewed: all of it in one transaction, or nothing. */
import type { PayloadRequest, TypedUser } from 'payload';
import { defaultLocale, type Locale } from '../../collections/locales.js';
import { countyTable } from '../census/census.js';
import { inTransaction } from '../database/inTransaction.js';
import type { AppliedAnswer, EntryData, PlannedRow, Problem } from './answers.js';
import { problemAt } from './asked.js';
import { compare } from './desk.js';
import { orderWrites, type Step } from './orderWrites.js';
import { isWritten, makePlan } from './plan.js';
import { plannedRows } from './plannedRows.js';
import { type Body, readBody } from './previewChanges.js';
import { readDesk } from './readDesk.js';
import { refusalsIn } from './refusals.js';
import { checkToken, momentOfToken } from './token.js';
import type { PlannedEntry } from './working.js';

/** Thrown to undo everything; `problems` are for whoever asked. */
export class Refused extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('What was asked for cannot be done.');
    this.name = 'Refused';
  }
}

/** Rights are those of whoever asks. */
const asCaller = (req: PayloadRequest, locale: Locale) =>
  ({ collection: 'availability', depth: 0, locale, overrideAccess: false, req, user: req.user }) as const;

function dataOf({ id: _, publicNote, ...entry }: EntryData) {
  return {
    ...{ ...entry, state: entry.state as 'FL', publicNote: publicNote[defaultLocale] },
    _status: 'published' as const,
  };
}

/** Publishing is an act per language: what is said in another one is a write of its own. */
async function writeOtherLanguage(
  req: PayloadRequest,
  id: string,
  { before, after }: PlannedEntry,
): Promise<void> {
  const note = after?.publicNote.es ?? null;
  if ((before?.publicNote.es ?? null) === note) return;
  await req.payload.update({ ...asCaller(req, 'es'), id, data: { publicNote: note, _status: 'published' } });
}

async function write(req: PayloadRequest, planned: PlannedEntry): Promise<string> {
  const { after, before } = planned;
  if (!after) {
    const id = before?.id ?? '';
    await req.payload.update({
      ...asCaller(req, defaultLocale),
      ...{ id, data: { deletedAt: new Date().toISOString() } },
    });
    return id;
  }
  const data = dataOf(after);
  const asked = asCaller(req, defaultLocale);
  const { id } = before
    ? await req.payload.update({ ...asked, data, id: before.id })
    : await req.payload.create({ ...asked, data });
  await writeOtherLanguage(req, id, planned);
  return id;
}

/** Answers the ids of what was made, by its plan. */
async function take(req: PayloadRequest, steps: readonly Step[]): Promise<Map<PlannedEntry, string>> {
  const made = new Map<PlannedEntry, string>();
  for (const step of steps) {
    if ('park' in step) {
      const data = { _status: 'draft' as const };
      await req.payload.update({ ...asCaller(req, defaultLocale), data, id: step.park.id });
      continue;
    }
    const { spot } = step.write;
    try {
      made.set(step.write, await write(req, step.write));
    } catch (error) {
      const refusals = refusalsIn(error);
      if (!refusals) throw error;
      throw new Refused(refusals.map(({ message, path }) => problemAt(spot, path, message)));
    }
  }
  return made;
}

async function applyIn(req: PayloadRequest, body: Body, token: string): Promise<PlannedRow[]> {
  const at = momentOfToken(token);
  const desk = await readDesk(req);
  const table = countyTable();
  const asked = readBody(body, desk, at);
  const plan = makePlan(asked, desk, table);
  // problems that the preview did not have mean that something has changed, too; they say more
  if (plan.problems.length > 0) throw new Refused(plan.problems);
  const bound = { at, from: asked.from, user: String(req.user?.id ?? ''), desk, plan };
  checkToken(token, bound, req.payload.secret);
  const made = await take(req, orderWrites(plan.entries.filter(isWritten), desk.entries));
  const withIds = plan.entries.map((planned) => {
    const id = made.get(planned);
    return planned.before || !planned.after || !id
      ? planned
      : { ...planned, after: { ...planned.after, id } };
  });
  return plannedRows({ entries: withIds }, desk, { isDone: true, table });
}

const reasons = {
  csv: 'Availability: brought in from a CSV file.',
  json: 'Availability: changed in the grid.',
};

const counted = (count: number, one: string) => `${count} ${one}`;

function messageOf(rows: readonly PlannedRow[]): string {
  const actions = [...new Set(rows.map(({ action }) => action))].sort(compare);
  const words = { create: 'made', change: 'changed', end: 'ended', unchanged: 'left as they are' };
  const parts = actions.map((action) =>
    counted(rows.filter((row) => row.action === action).length, words[action]),
  );
  return `Entries: ${parts.join(', ')}.`;
}

/**
 * Throws Refused with all problems, 400 for what is no token, and 409 when the preview's ground has been left. Then nothing
 * is written. After a write conflict of MongoDB it reads and checks everything anew.
 */
export async function applyChanges(req: PayloadRequest, body: Body, token: string): Promise<AppliedAnswer> {
  const context = { publicationReason: 'csv' in body ? reasons.csv : reasons.json };
  const user = req.user as TypedUser;
  const rows = await inTransaction(
    req.payload,
    async (place) => {
      place.req.user = user;
      return applyIn(place.req, body, token);
    },
    context,
  );
  return { message: messageOf(rows), rows };
}
