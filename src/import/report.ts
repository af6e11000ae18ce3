/** What people are told of an import: one block per file, and a last line. */
import type { Plan } from './content/planFile.js';
import type { ParsedFile } from './files/parseFile.js';

export interface FileReport {
  name: string;
  file?: ParsedFile;
  plan?: Plan;
  /** Empty when all went well. */
  problems: string[];
}

interface Telling {
  isDryRun: boolean;
  publish: boolean;
  at: number;
  of: number;
}

const line = (label: string, words: string) => `  ${label.padEnd(9)} ${words}`;

/** The block of one file. */
export function describe({ file, name, plan, problems }: FileReport, telling: Telling): string[] {
  const head = `[${telling.at}/${telling.of}] ${name}`;
  if (!plan || !file)
    return [head, ...problems.map((problem, at) => line(at === 0 ? 'FAILED' : '', problem))];
  const isChange = plan.outcome !== 'unchanged';
  return [
    head,
    line(telling.isDryRun ? `(${plan.outcome})` : plan.outcome, whatItIs(file, plan, telling)),
    ...additions(plan, telling),
    ...(isChange && plan.linked.length > 0 ? [line('linked', plan.linked.join(' · '))] : []),
    ...plan.notes.map((note) => line('note', note)),
  ];
}

function additions({ creations, uploads }: Plan, { isDryRun, publish }: Telling): string[] {
  const images = uploads
    .filter(({ stored }) => !stored)
    .map(
      ({ alt, file }) => `${file.name} (“${alt}”)${publish ? '' : '; not public before “live” is ticked'}`,
    );
  return [
    ...creations.map(({ words }) => line(isDryRun ? '(created)' : 'created', words)),
    ...images.map((words) => line(isDryRun ? '(image)' : 'image', words)),
  ];
}

function whatItIs({ kind, locale, slug }: ParsedFile, { data, outcome }: Plan, { publish }: Telling): string {
  const state = outcome === 'unchanged' ? '' : publish ? ', published' : ', draft';
  const changed = outcome === 'updated' ? `: ${Object.keys(data).join(', ')}` : '';
  return `${kind.collection}/${slug} (${locale}${state})${changed}`;
}

/** The last line. */
export function summary(
  reports: readonly FileReport[],
  { isCutOff, isDryRun }: { isCutOff: boolean; isDryRun: boolean },
): string {
  const count = (outcome: string) => reports.filter(({ plan }) => plan?.outcome === outcome).length;
  const failed = reports.filter(({ problems }) => problems.length > 0).length;
  const published = count('published') > 0 ? [`${count('published')} published`] : [];
  const parts = [
    `${count('created')} created`,
    `${count('updated')} updated`,
    ...published,
    `${count('unchanged')} unchanged`,
    `${failed} failed`,
  ];
  const files = `${reports.length} ${reports.length === 1 ? 'file' : 'files'}`;
  return `${files}: ${parts.join(', ')}${isDryRun ? ' (dry run: nothing was written)' : ''}${isCutOff ? ' (ended early)' : ''}`;
}
