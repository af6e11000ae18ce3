/** `npm run import -- FILE…`: Markdown with front matter and saved HTML pages become content. docs/import.md. */
import { readSources } from '../import/files/readSources.js';
import type { SourceFile } from '../import/files/sourceFile.js';
import { type ImportOptions, importFiles } from '../import/importFiles.js';
import { type Command, UsageError } from './command.js';
import { readArguments } from './readArguments.js';

interface ImportInput {
  files: SourceFile[];
  options: ImportOptions;
}

export const importCommand: Command<ImportInput> = {
  name: 'import',
  usage: 'npm run import -- FILE… [--site SLUG] [--publish] [--create-missing] [--dry-run]',

  async prepare(args, cwd) {
    const { positionals, values } = readArguments(args, {
      'create-missing': { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
      site: { type: 'string' },
    });
    if (positionals.length === 0) throw new UsageError('Name the files to import, or a folder of them.');
    const files = await readSources(positionals, cwd);
    if (files.length === 0)
      throw new UsageError(`There are no Markdown or HTML files in ${positionals.join(', ')}.`);
    const options: ImportOptions = {
      createMissing: values['create-missing'],
      isDryRun: values['dry-run'],
      publish: values.publish,
      ...(values.site ? { site: values.site } : {}),
    };
    return { files, options };
  },

  async run({ files, options }, context) {
    return (await importFiles(files, options, context)) > 0 ? 1 : 0;
  },
};
