/** The ledger against what those who wrote had asked and been answered. */
import type { LedgerRecord } from './chain.js';
import { byDocument, type Dump, type Row, type Version } from './dump.js';
import { kinds } from './kinds.js';
import { copyOf, type Expected, forget, isSameState, type Subject, stateOf } from './model.js';
import type { Contention, Unsure, World } from './world.js';

interface Stored {
  dump: Dump;
  records: Map<string, LedgerRecord[]>;
}

const storedOf = (dump: Dump): Stored => ({ dump, records: byDocument(dump.ledger) });
const collectionOf = ({ dump }: Stored, { kind }: Subject) => dump.collections[kind.collection];
const recordsOf = ({ records }: Stored, { id, kind }: Subject) =>
  records.get(`${kind.collection} ${id}`) ?? [];
const rowOf = (stored: Stored, subject: Subject): Row | undefined =>
  collectionOf(stored, subject)?.rows.find(({ id }) => id === subject.id);
const latestOf = (stored: Stored, subject: Subject): Version | undefined =>
  collectionOf(stored, subject)?.versions?.find(({ latest, parent }) => latest && parent === subject.id);

/** Nobody was told the id of what was being created: it is known by its slug or its marker. */
function findCreated(stored: Stored, subject: Subject): void {
  if (subject.id) return;
  const { kind } = subject;
  const row = collectionOf(stored, subject)?.rows.find((each) =>
    kind.hasSlug ? each.slug === subject.draft.slug : isSameState(stateOf(kind, each), subject.draft),
  );
  subject.id = row?.id ?? null;
}

/** Takes over from the database what nobody can know: what is drafted after a write without an answer. */
function takeOver(stored: Stored, subject: Subject): void {
  const row = rowOf(stored, subject);
  subject.isUnsure = false;
  if (!row) {
    subject.isGone = true;
    return;
  }
  const { kind } = subject;
  subject.draft = stateOf(kind, latestOf(stored, subject)?.version ?? row);
  subject.isLive = row.live === undefined || row.live === true;
  const wasShown = row._status === 'published' ? stateOf(kind, row) : null;
  subject.inTrash = row.deletedAt ? { shown: wasShown } : null;
}

/** How many of its records are there; undefined when they say nothing about it. */
function isMade(stored: Stored, subject: Subject, after: Subject): boolean | undefined {
  const due = after.expected.length - subject.expected.length;
  return due === 0 ? undefined : recordsOf(stored, subject).length === after.expected.length;
}

function settleOne(stored: Stored, { apply, isPartial, subjects, what }: Unsure, all: Subject[]): string[] {
  const outcomes = subjects.map((subject) => {
    findCreated(stored, subject);
    const after = copyOf(subject);
    apply(after);
    const made = isMade(stored, subject, after);
    if (made) Object.assign(subject, after);
    takeOver(stored, subject);
    if (subject.isGone && subject.id && subject.kind.collection === 'topics') forget(all, subject.id);
    return made;
  });
  const isHalf = outcomes.includes(true) && outcomes.includes(false);
  return isHalf && !isPartial ? [`“${what}” was cut off, and is half made`] : [];
}

/** Finds out what became of the writes that were not answered. */
export function settle(world: World, dump: Dump): string[] {
  const stored = storedOf(dump);
  const problems = world.unsure.flatMap((each) => settleOne(stored, each, world.subjects));
  world.unsure = [];
  return problems;
}

const briefly = ({ act, actor, state }: Expected) => `${act} ${JSON.stringify(state)} by ${actor}`;

function expectedOf(subject: Subject, { act, actor, snapshot }: LedgerRecord): Expected {
  return {
    act: act as Expected['act'],
    actor: actor.label,
    state: snapshot ? stateOf(subject.kind, JSON.parse(snapshot)) : null,
  };
}

function isAsExpected(one: Expected | undefined, other: Expected | undefined): boolean {
  return (
    one?.act === other?.act &&
    one?.actor === other?.actor &&
    isSameState(one?.state ?? null, other?.state ?? null)
  );
}

function recordProblems(stored: Stored, subject: Subject): string[] {
  const found = recordsOf(stored, subject).map((record) => expectedOf(subject, record));
  const at = [...found, ...subject.expected].findIndex(
    (_each, index) => !isAsExpected(found[index], subject.expected[index]),
  );
  if (at < 0 || at >= Math.max(found.length, subject.expected.length)) return [];
  const [wanted, there] = [subject.expected[at], found[at]];
  const counts = `${found.length} of ${subject.expected.length}`;
  return [
    `${subject.kind.collection} ${subject.id} (${counts} records): record ${at + 1} should be ${wanted ? briefly(wanted) : 'none'}, is ${there ? briefly(there) : 'none'}`,
  ];
}

/** Saved drafts are there, whatever was published, taken down or cut off in between. */
function draftProblems(stored: Stored, subject: Subject): string[] {
  if (subject.isGone)
    return rowOf(stored, subject)
      ? [`${subject.kind.collection} ${subject.id} was deleted and is there`]
      : [];
  const row = rowOf(stored, subject);
  const name = `${subject.kind.collection} ${subject.id}`;
  if (!row) return [`${name} is not there`];
  const found = stateOf(subject.kind, latestOf(stored, subject)?.version ?? row);
  if (isSameState(found, subject.draft)) return [];
  return [`${name}: the draft should be ${JSON.stringify(subject.draft)}, is ${JSON.stringify(found)}`];
}

const firstWith = (ledger: readonly LedgerRecord[], marker: string) =>
  ledger.find(({ snapshot }) => snapshot?.includes(`"${marker}"`));

/** Of writes to one document at once: each that was acknowledged is there, once, by whoever made it, in the order of time. */
function contentionProblems({ dump }: Stored, { contentions }: World): string[] {
  const placed: { note: Contention; position: number }[] = [];
  const problems: string[] = [];
  for (const note of contentions.filter(({ isPublishing }) => isPublishing)) {
    const record = firstWith(dump.ledger, note.marker);
    if (note.status === null && !record) continue;
    if (note.status !== null && (note.status === 200) !== Boolean(record))
      problems.push(
        `${note.marker} on ${note.id} was answered ${note.status}, recorded at ${record?.position}`,
      );
    if (record && record.actor.label !== note.actor)
      problems.push(`${note.marker} was written by ${note.actor}, recorded as ${record.actor.label}'s`);
    if (record && note.status === 200) placed.push({ note, position: record.position });
  }
  for (const earlier of placed) {
    const overtaken = placed.find(
      (later) => earlier.note.answeredAt < later.note.sentAt && later.position < earlier.position,
    );
    if (overtaken)
      problems.push(`${overtaken.note.marker} was asked after ${earlier.note.marker} and stands before it`);
  }
  return problems;
}

/** The languages of a record are those in which its document has a title. */
function languageProblems({ dump }: Stored): string[] {
  return dump.ledger.flatMap(({ collectionSlug, locales, position, snapshot }) => {
    const kind = kinds.find(({ collection }) => collection === collectionSlug);
    if (!kind || !snapshot)
      return snapshot || locales.length === 0 ? [] : [`record ${position} is dark in ${locales}`];
    const title = Object.keys(kind.texts(''))[0];
    const texts = title && kind.hasLocalizedTitle ? JSON.parse(snapshot)[title] : { en: ' ', es: ' ' };
    const expected = ['en', 'es'].filter((locale) => texts[locale]);
    const isRight = expected.join() === [...locales].sort().join();
    return isRight ? [] : [`record ${position} names ${locales} instead of ${expected}`];
  });
}

/** Records that no note explains. What the product does by itself when pages move is named so. */
function unexplained({ dump }: Stored, { contended, subjects }: World): string[] {
  const known = new Set([...subjects, ...contended].map(({ id, kind }) => `${kind.collection} ${id}`));
  return dump.ledger.flatMap(({ act, collectionSlug, documentId, position, snapshot }) => {
    if (known.has(`${collectionSlug} ${documentId}`)) return [];
    const isOwn =
      collectionSlug === 'redirects' && (snapshot === null || snapshot.includes('"Moved automatically"'));
    return isOwn
      ? []
      : [`record ${position} (${act} ${collectionSlug} ${documentId}) was asked for by nobody`];
  });
}

/** Everything that contradicts the notes. Call `settle` before. */
export function noteProblems(world: World, dump: Dump): string[] {
  const stored = storedOf(dump);
  const refused = dump.ledger.filter(({ snapshot }) => snapshot && /"never-\d+"/.test(snapshot));
  return [
    ...world.subjects.flatMap((subject) => recordProblems(stored, subject)),
    ...world.subjects.flatMap((subject) => draftProblems(stored, subject)),
    ...contentionProblems(stored, world),
    ...languageProblems(stored),
    ...unexplained(stored, world),
    ...refused.map(({ position }) => `record ${position} holds what was refused`),
  ];
}
