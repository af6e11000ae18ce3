/** `npm run redirects -- FILE.csv` and `-- --export`: docs/addresses.md. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ImportResult } from '../publishing/addresses/importRedirects.js';
import { type Command, CommandError, UsageError } from './command.js';
import { readArguments } from './readArguments.js';

type RedirectsInput =
  | { act: 'import'; csv: string; file: string; site?: string; dryRun: boolean }
  | { act: 'export'; file?: string; site?: string };

const usage = `npm run redirects -- FILE.csv [--site SLUG] [--dry-run]
npm run redirects -- --export [FILE.csv] [--site SLUG]`;

async function readCsv(file: string, cwd: string): Promise<string> {
  try {
    return await readFile(path.resolve(cwd, file), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(code === 'ENOENT' ? `There is no file “${file}”.` : `“${file}” cannot be read.`);
  }
}

async function prepare(args: readonly string[], cwd: string): Promise<RedirectsInput> {
  const { positionals, values } = readArguments(args, {
    export: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    site: { type: 'string' },
  });
  const [file, ...more] = positionals;
  const { site } = values;
  if (more.length > 0) throw new UsageError(`“${more[0]}” is one word too many.`);
  if (values.export) {
    if (values['dry-run']) throw new UsageError('--dry-run is for bringing redirects in.');
    return { act: 'export', file, site };
  }
  if (file === undefined) throw new UsageError('Name a CSV file.');
  return { act: 'import', csv: await readCsv(file, cwd), file, site, dryRun: values['dry-run'] === true };
}

const sumUp = ({ changed, created, ledOn, unchanged }: ImportResult, dryRun: boolean): string =>
  `${dryRun ? 'Would be written' : 'Done'}: ${created} created, ${changed} changed, ${unchanged} unchanged${ledOn > 0 ? `, ${ledOn} others led on` : ''}.`;

export const redirectsCommand: Command<RedirectsInput> = {
  name: 'redirects',
  usage,
  prepare,
  run: async (input, context) => {
    const { exportRedirects, importRedirects } = await import('../publishing/addresses/importRedirects.js');
    const { file, payload, say } = context;
    if (input.act === 'import') {
      const result = await importRedirects(payload, input.csv, {
        defaultSite: input.site,
        dryRun: input.dryRun,
      });
      for (const { line, message } of result.errors) say(`${input.file}:${line}: ${message}`);
      const bad = result.errors.length;
      if (bad > 0) throw new CommandError(`Nothing was written: ${bad} ${bad === 1 ? 'error' : 'errors'}.`);
      say(sumUp(result, input.dryRun));
      return 0;
    }
    const csv = await exportRedirects(payload, { site: input.site });
    if (input.file === undefined) for (const line of csv.trimEnd().split('\n')) say(line);
    else {
      file(input.file, csv);
      say(`Written: ${input.file}`);
    }
    return 0;
  },
};
