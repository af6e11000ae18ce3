/** What becomes of the stored entries when what is asked for is done: corrections first, then changes from a moment on. Pure. */
import { locales } from '../../collections/locales.js';
import type { License } from '../availability/entry.js';
import type { CountyTable } from '../availability/places.js';
import { problemsOf } from '../availability/problems.js';
import { type Change, type NewEntry, type Splice, splice } from '../availability/splice.js';
import { isEffective } from '../compliance/effectiveDates.js';
import type { EntryData, Problem } from './answers.js';
import { type Asked, type AskedCell, type AskedEntry, type GivenFields, problemAt } from './asked.js';
import { byId, coreOf, type Desk } from './desk.js';
import { differing } from './differing.js';
import { type PlannedEntry, Working } from './working.js';

export interface Plan {
  /** In the order in which they were asked for. */
  entries: PlannedEntry[];
  problems: Problem[];
}

const empty: Omit<EntryData, 'id' | 'service' | 'state'> = {
  status: 'unavailable',
  counties: { mode: 'all', list: [] },
  effectiveFrom: null,
  effectiveTo: null,
  licenses: [],
  reviewedAt: null,
  reviewDueAt: null,
  publicNote: { en: null, es: null },
  internalNote: null,
};

/** `entry` with what was given on top. */
function withFields(entry: EntryData, { publicNote, ...fields }: GivenFields): EntryData {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { ...entry, ...given, publicNote: { ...entry.publicNote, ...publicNote } };
}

/** The core knows one note: both languages travel through it as one text. */
const noteOf = ({ publicNote }: EntryData): string =>
  JSON.stringify(locales.map((locale) => publicNote[locale]));

function correct(working: Working, { fields, service, spot, state, stored }: AskedEntry): void {
  if (stored) working.put(stored.id, withFields(stored, fields), spot);
  else working.make(withFields({ ...empty, id: null, service: service.id, state }, fields), spot);
}

interface Splicing {
  working: Working;
  licenses: ReadonlyMap<string, License>;
  from: string;
  problems: Problem[];
}

function changeOf(asked: AskedCell, standing: EntryData | undefined, { from, licenses }: Splicing): Change {
  const { fields, service, state, status } = asked;
  const wanted = withFields(standing ?? { ...empty, id: null, service: service.id, state }, fields);
  const { counties, licenses: rests } = coreOf(wanted, licenses);
  return {
    serviceId: service.id,
    state,
    from,
    status,
    counties,
    licenses: rests,
    publicNote: noteOf(wanted),
  };
}

/** What is made goes on from the entry that it continues, with what was asked for on top. */
function madeOf(made: NewEntry, asked: AskedCell, { working }: Splicing): Omit<EntryData, 'id'> {
  const { effectiveFrom, effectiveTo, serviceId, state, status } = made;
  const base = made.continues ? working.find(made.continues) : undefined;
  const whole = withFields({ ...empty, ...base, id: null, service: serviceId, state }, asked.fields);
  return { ...whole, status, effectiveFrom, effectiveTo };
}

function isOnlyEnded({ after, before }: Splice['update'][number]): boolean {
  return before.effectiveTo !== after.effectiveTo;
}

/** What stands takes on its new end, or, when the change begins where it begins, everything that was asked for. */
function update({ working }: Splicing, { fields, spot }: AskedCell, updates: Splice['update']): void {
  for (const each of updates) {
    const entry = working.find(each.before.id);
    if (!entry) continue;
    const after = isOnlyEnded(each)
      ? { ...entry, effectiveTo: each.after.effectiveTo }
      : { ...withFields(entry, fields), status: each.after.status };
    working.put(each.before.id, after, spot);
  }
}

function spliceIn(splicing: Splicing, asked: AskedCell): void {
  const { from, licenses, problems, working } = splicing;
  const { fields, service, spot, state, status } = asked;
  const own = working.ofCell({ service: service.id, state });
  const standing = own.find((entry) => isEffective(entry, from));
  if (!standing && status !== null && !fields.counties) {
    problems.push(problemAt(spot, 'counties', 'Nothing is in force there yet; say which counties.'));
    return;
  }
  const core = own.map((entry) => ({ ...coreOf(entry, licenses), publicNote: noteOf(entry) }));
  const done = splice(core, changeOf(asked, standing, splicing));
  const made = done.create.map((each) => madeOf(each, asked, splicing));
  update(splicing, asked, done.update);
  for (const { id } of done.remove) working.put(id, null, spot);
  for (const each of made) working.make(each, spot);
  const isSame = [done.create, done.update, done.remove].every(({ length }) => length === 0);
  // reviews and internal notes are no change of what holds: they are written where they stand
  if (isSame && standing?.id && status !== null) working.put(standing.id, withFields(standing, fields), spot);
}

function problemsOfEntry({ after, before, spot }: PlannedEntry, working: Working, place: Place): Problem[] {
  const isChanged = !before || !after || differing(before, after).length > 0;
  if (!isChanged) return [];
  const pending =
    before && working.hasDraft(before.id)
      ? [
          problemAt(
            spot,
            '',
            'This entry has a draft that is not public. Publish or discard it in its own form first.',
          ),
        ]
      : [];
  if (!after) return pending;
  const { licenses, table } = place;
  const rests = after.licenses.flatMap((id) => licenses.get(id) ?? []);
  const proposed = { ...coreOf(after, licenses), licenses: rests, reviewDueAt: after.reviewDueAt };
  const others = working.ofCell(after).map((entry) => coreOf(entry, licenses));
  const found = problemsOf(proposed, { countyTable: table, others });
  return [...pending, ...found.map(({ message, path }) => problemAt(spot, path, message))];
}

interface Place {
  licenses: ReadonlyMap<string, License & { number?: string | null }>;
  table: CountyTable;
}

/** As many entries as are written within the time that an answer has; each takes some hundredths of a second, and as much per language. */
export const mostWrites = 400;

function sizeProblem(entries: readonly PlannedEntry[]): Problem[] {
  const count = entries.filter(isWritten).length;
  if (count <= mostWrites) return [];
  return [{ message: `This writes ${count} entries; at most ${mostWrites} go at once. Send it in parts.` }];
}

const textOf = (problem: Problem) => JSON.stringify([problem.line, problem.path, problem.message]);

/** Each once: both sides of a cut may say the same. */
function once(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [textOf(problem), problem])).values()];
}

const lineOf = ({ line }: Problem) => line ?? 0;

/** Throws nothing; where there are problems, the plan is not to be carried out. */
export function makePlan(asked: Asked, desk: Desk, table: CountyTable): Plan {
  const working = new Working(desk);
  const problems = [...asked.problems];
  const licenses = byId(desk.licenses);
  for (const entry of asked.entries) correct(working, entry);
  for (const cell of asked.cells) spliceIn({ from: asked.from, licenses, problems, working }, cell);
  const entries = [...working.planned.values()];
  const place = { licenses, table };
  problems.push(...sizeProblem(entries), ...entries.flatMap((each) => problemsOfEntry(each, working, place)));
  return { entries, problems: once(problems).sort((one, other) => lineOf(one) - lineOf(other)) };
}

/** All entries as they will stand: those that the plan touches, and the others of the desk. */
export function entriesAfter(desk: Desk, { entries }: Plan): EntryData[] {
  const touched = new Map(entries.flatMap(({ after, before }) => (before ? [[before.id, after]] : [])));
  const kept = desk.entries.flatMap((entry) => {
    const after = touched.get(entry.id);
    return after === null ? [] : [after ?? entry];
  });
  return [...kept, ...entries.flatMap(({ after, before }) => (before || !after ? [] : [after]))];
}

/** True when something would be written for it. */
export function isWritten({ after, before }: PlannedEntry): boolean {
  return !before || !after || differing(before, after).length > 0;
}
