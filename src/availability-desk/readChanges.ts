/** Reads what a body asks for, be it JSON or CSV. Pure. */
import type { CountyTable } from '../availability/places.js';
import type { Problem } from './answers.js';
import { type Asked, problemAt, type Spot } from './asked.js';
import { type Desk, keyOf } from './desk.js';
import { readEntriesCsv } from './readEntriesCsv.js';
import { type Raw, readCell, readEntry } from './readItem.js';
import { readMoment } from './readMoment.js';

const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Asked for twice is a problem of the later one. */
function refuseTwice<T extends { spot: Spot }>(
  items: readonly T[],
  { keyFor, message, problems }: { keyFor: (item: T) => string | null; message: string; problems: Problem[] },
): void {
  const seen = new Set<string>();
  for (const item of items) {
    const key = keyFor(item);
    if (key !== null && seen.has(key)) problems.push(problemAt(item.spot, '', message));
    if (key !== null) seen.add(key);
  }
}

function finish(asked: Asked): Asked {
  const { cells, entries, problems } = asked;
  refuseTwice(cells, {
    ...{ message: 'This service and state are asked for twice.', problems },
    keyFor: ({ service, state }) => keyOf({ service: service.id, state }),
  });
  refuseTwice(entries, {
    ...{ message: 'This entry is asked for twice.', problems },
    keyFor: ({ stored }) => stored?.id ?? null,
  });
  return asked;
}

function itemsIn(body: Raw, name: 'cells' | 'entries', problems: Problem[]): { raw: Raw; spot: Spot }[] {
  const value = body[name] ?? [];
  if (!Array.isArray(value)) {
    problems.push({ path: name, message: `${name} is a list.` });
    return [];
  }
  return value.flatMap((raw: unknown, index) => {
    const spot = { place: `${name}.${index}` };
    if (isRecord(raw)) return { raw, spot };
    problems.push(problemAt(spot, '', 'This is no object.'));
    return [];
  });
}

interface Asking {
  desk: Desk;
  table: CountyTable;
  /** ISO 8601: the moment of the preview. */
  at: string;
}

function readFrom(body: Raw, at: string, problems: Problem[]): string {
  const from = readMoment(body.from, 'UTC');
  if (typeof from === 'string') return from;
  if (from) problems.push({ path: 'from', message: from.message });
  return at;
}

/** What a JSON body (a ChangesBody, or what somebody took for one) asks for. */
export function readChanges(body: Raw, { at, desk, table }: Asking): Asked {
  const problems: Problem[] = [];
  const reading = { desk, problems, table };
  for (const name of Object.keys(body)) {
    if (!['from', 'token', 'cells', 'entries'].includes(name))
      problems.push({
        path: name,
        message: `“${name}” is not known here; these are: from, token, cells, entries.`,
      });
  }
  const from = readFrom(body, at, problems);
  const cells = itemsIn(body, 'cells', problems).flatMap(({ raw, spot }) => readCell(raw, spot, reading));
  const entries = itemsIn(body, 'entries', problems).flatMap(({ raw, spot }) =>
    readEntry(raw, spot, reading),
  );
  return finish({ cells, entries, from, problems });
}

/** What a CSV file asks for: each row corrects an entry, or makes one. */
export function readCsvChanges(csv: string, { at, desk, table }: Asking): Asked {
  const read = readEntriesCsv(csv);
  const reading = { desk, problems: [...read.problems], table };
  const entries = read.entries.flatMap(({ line, raw }) => readEntry(withoutMissing(raw), { line }, reading));
  return finish({ cells: [], entries, from: at, problems: reading.problems });
}

const withoutMissing = (raw: Raw): Raw =>
  Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined));
