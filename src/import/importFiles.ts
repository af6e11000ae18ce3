/**
 * Imports files, each in a transaction of its own: all of a file or nothing. Files that refer to each other may come in any
 * order; those that refer in a circle are written twice.
 */
import {
  APIError,
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  ValidationError,
} from 'payload';
import { retryWriteConflicts } from '../database/retryWriteConflicts.js';
import { givingWay } from '../giveWay.js';
import { applyPlan, removeWritten } from './content/applyPlan.js';
import { inOrder } from './content/inOrder.js';
import { type Plan, planFile, type Run } from './content/planFile.js';
import { Siblings } from './content/siblings.js';
import { type ParsedFile, parseFile } from './files/parseFile.js';
import type { SourceFile } from './files/sourceFile.js';
import { ImportProblem } from './ImportProblem.js';
import { describe, type FileReport, summary } from './report.js';

export interface ImportOptions {
  publish: boolean;
  createMissing: boolean;
  isDryRun: boolean;
  /** The slug of the site for files that name none. */
  site?: string;
}

export interface ImportPlace {
  payload: Payload;
  /** One line for people. */
  say(line: string): void;
  signal?: AbortSignal;
}

/** Answers how many files failed. Says, file by file, what was done and what is missing. */
export async function importFiles(
  sources: readonly SourceFile[],
  options: ImportOptions,
  place: ImportPlace,
): Promise<number> {
  const reports: FileReport[] = [];
  const tell = (report: FileReport) => {
    reports.push(report);
    for (const line of describe(report, { ...options, at: reports.length, of: sources.length }))
      place.say(line);
  };
  const parsed: ParsedFile[] = [];
  const giveWay = givingWay();
  for (const source of sources) {
    await giveWay();
    const file = orProblems(() => parseFile(source, place.payload));
    if (Array.isArray(file)) tell({ name: source.name, problems: file });
    else parsed.push(file);
  }
  for (const name of twice(parsed)) tell(name);
  const files = await inOrder(
    parsed.filter((file) => !reports.some(({ name }) => name === file.source.name)),
  );
  const run: Run = { ...options, payload: place.payload, site: options.site, siblings: new Siblings(files) };
  await importAll(files, run, { ...place, tell });
  place.say(summary(reports, { ...options, isCutOff: reports.length < sources.length }));
  return sources.length - reports.filter(({ problems }) => problems.length === 0).length;
}

interface Telling extends ImportPlace {
  tell(report: FileReport): void;
}

async function importAll(files: readonly ParsedFile[], run: Run, { signal, tell }: Telling): Promise<void> {
  const deferred = new Map<ParsedFile, FileReport>();
  for (const file of files) {
    if (signal?.aborted) return;
    const report = await importOne(file, run);
    // in a dry run what would have been written stays what others may refer to
    if (report.problems.length > 0) run.siblings.set(file, 'failed');
    else if (!run.isDryRun) run.siblings.set(file, 'written');
    if (report.plan?.isDeferred) deferred.set(file, report);
    else tell(report);
  }
  for (const [file, first] of deferred) {
    // what it refers to is there now, or has failed
    const second = await importOne(file, run);
    tell(
      second.plan && first.plan
        ? { ...second, plan: { ...second.plan, outcome: first.plan.outcome } }
        : second,
    );
  }
}

async function importOne(file: ParsedFile, run: Run): Promise<FileReport> {
  const { name } = file.source;
  try {
    return { name, file, plan: await writeOne(file, run), problems: [] };
  } catch (error) {
    return { name, file, problems: problemsOf(error, run.payload) };
  }
}

function writeOne(file: ParsedFile, run: Run): Promise<Plan> {
  return retryWriteConflicts(async () => {
    const context = { publicationReason: `Imported from ${file.source.name}` };
    const req = await createLocalReq({ context, fallbackLocale: false, locale: file.locale }, run.payload);
    const written: string[] = [];
    await initTransaction(req);
    try {
      const plan = await planFile(file, run, req);
      if (!run.isDryRun) await applyPlan({ file, plan, req, run, written });
      await commitTransaction(req);
      return plan;
    } catch (error) {
      await killTransaction(req);
      await removeWritten(written);
      throw error;
    }
  });
}

function orProblems<T>(work: () => T): T | string[] {
  try {
    return work();
  } catch (error) {
    if (error instanceof ImportProblem) return [...error.problems];
    throw error;
  }
}

function problemsOf(error: unknown, payload: Payload): string[] {
  if (error instanceof ImportProblem) return [...error.problems];
  if (error instanceof ValidationError)
    return error.data.errors.map(({ message, path }) => `${path}: ${message}`);
  if (error instanceof APIError && error.isPublic) return [error.message];
  payload.logger.error({ err: error, msg: 'a file could not be imported' });
  return [`it could not be stored: ${error instanceof Error ? error.message : String(error)}`];
}

/** Two files cannot both be one page in one language. */
function twice(files: readonly ParsedFile[]): FileReport[] {
  const seen = new Map<string, ParsedFile>();
  return files.flatMap((file) => {
    const key = `${file.kind.collection} ${file.slug} ${file.locale}`;
    const first = seen.get(key);
    if (!first) seen.set(key, file);
    const problem = `it is the same page as ${first?.source.name}: ${file.kind.collection}/${file.slug} (${file.locale})`;
    return first ? [{ name: file.source.name, problems: [problem] }] : [];
  });
}
