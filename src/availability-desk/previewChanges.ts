/** What would change, said exactly: rows, sentences, pages, and everything that stands against it. Writes nothing. */
import type { PayloadRequest } from 'payload';
import { locales } from '../../collections/locales.js';
import type { Entry } from '../availability/entry.js';
import { countyTable } from '../census/census.js';
import { atOnePosition } from '../publishing/ledger/atOnePosition.js';
import type { EntryData, PreviewAnswer } from './answers.js';
import type { Asked } from './asked.js';
import { type ComparedPages, comparePages } from './comparePages.js';
import { compareSentences, laterMoments } from './compareSentences.js';
import { byId, coreOf, type Desk } from './desk.js';
import { entriesAfter, isWritten, makePlan, type Plan } from './plan.js';
import { plannedRows } from './plannedRows.js';
import { readChanges, readCsvChanges } from './readChanges.js';
import { readDesk } from './readDesk.js';
import { makeToken } from './token.js';

/** A body as it came. */
export type Body = { json: Record<string, unknown> } | { csv: string };

/** What a body asks for, as of `at` (ISO 8601), by those to whom `desk` belongs. */
export function readBody(body: Body, desk: Desk, at: string): Asked {
  const asking = { at, desk, table: countyTable() };
  return 'csv' in body ? readCsvChanges(body.csv, asking) : readChanges(body.json, asking);
}

type Locale = (typeof locales)[number];

function pagesOf(
  req: PayloadRequest,
  desk: Desk,
  { at, plan }: { at: string; plan: Plan },
): Promise<ComparedPages> {
  const licenses = byId(desk.licenses);
  const services = new Set(
    plan.entries.filter(isWritten).flatMap(({ after, before }) => (after ?? before)?.service ?? []),
  );
  const coresIn = (locale: Locale, entries: readonly EntryData[]): Entry[] =>
    entries.filter(({ service }) => services.has(service)).map((each) => coreOf(each, licenses, locale));
  const after = entriesAfter(desk, plan);
  const entries = Object.fromEntries(
    locales.map((locale) => [
      locale,
      { before: coresIn(locale, desk.entries), after: coresIn(locale, after) },
    ]),
  ) as Record<Locale, { before: Entry[]; after: Entry[] }>;
  return comparePages(req.payload, { at, entries, laterMoments: laterMoments(plan, at), services });
}

async function previewAt(req: PayloadRequest, body: Body, at: string): Promise<PreviewAnswer> {
  const desk = await readDesk(req);
  const table = countyTable();
  const asked = readBody(body, desk, at);
  const plan = makePlan(asked, desk, table);
  const { problems } = plan;
  const { from } = asked;
  const answer = { at, from, rows: plannedRows(plan, desk, { table }), problems };
  if (problems.length > 0 || !plan.entries.some(isWritten)) {
    return { token: null, ...answer, sentences: [], pages: [], laterPages: [], uncheckedPages: 0 };
  }
  const { laterPages, pages, unchecked } = await pagesOf(req, desk, { at, plan });
  const bound = { at, from, user: String(req.user?.id ?? ''), desk, plan };
  return {
    token: makeToken(bound, req.payload.secret),
    ...answer,
    sentences: compareSentences(desk, plan, { at, table }),
    ...{ pages, laterPages, uncheckedPages: unchecked },
  };
}

/** `req` is one of the house, with the person or key that is asking. */
export async function previewChanges(req: PayloadRequest, body: Body): Promise<PreviewAnswer> {
  const { answer } = await atOnePosition(req.payload, () => previewAt(req, body, new Date().toISOString()));
  return answer;
}
