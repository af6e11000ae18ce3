/** `npm run export`: content as Markdown files that an import reads back. docs/import.md. */
import path from 'node:path';
import { contentKinds } from '../import/contentKinds.js';
import { ExportProblem } from '../import/ExportProblem.js';
import { type ExportOptions, exportContent } from '../import/exportContent.js';
import { type Command, CommandError, UsageError } from './command.js';
import { readArguments } from './readArguments.js';

interface ExportInput {
  /** Absolute: the folder that the files are written into. */
  folder: string;
  options: ExportOptions;
}

const all = contentKinds.map(({ collection }) => collection as string);

export const exportCommand: Command<ExportInput> = {
  name: 'export',
  usage: `npm run export -- [--site SLUG] [--collection ${all.join('|')}]… [--drafts] [--out FOLDER]`,

  async prepare(args, cwd) {
    const { positionals, values } = readArguments(args, {
      collection: { type: 'string', multiple: true, default: all },
      drafts: { type: 'boolean', default: false },
      out: { type: 'string', default: 'export' },
      site: { type: 'string' },
    });
    const unknown = values.collection.find((name) => !all.includes(name));
    if (unknown !== undefined)
      throw new UsageError(`--collection takes ${all.join(', ')}; not “${unknown}”.`);
    if (positionals.length > 0)
      throw new UsageError(`“${positionals[0]}” is too much; name a folder with --out.`);
    const { drafts, site } = values;
    return {
      folder: path.resolve(cwd, values.out),
      options: { collections: values.collection, drafts, ...(site ? { site } : {}) },
    };
  },

  folder: ({ folder }) => folder,

  async run({ options }, context) {
    try {
      return (await exportContent(options, context)) > 0 ? 1 : 0;
    } catch (error) {
      throw error instanceof ExportProblem ? new CommandError(error.message) : error;
    }
  },
};
