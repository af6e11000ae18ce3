/** Imports and exports as the commands do, against an open house, with files in a folder of the test's own. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { House } from './house.js';

export interface Desk {
  folder: string;
  /** Writes a file into the folder. */
  put(name: string, content: string | Buffer): string;
  /** `npm run import -- …` in the folder. */
  import(...args: string[]): Promise<{ code: number; output: string }>;
  /** `npm run export -- …`: the files by their path. */
  export(...args: string[]): Promise<{ code: number; output: string; files: Map<string, string> }>;
}

/** A desk with an empty folder. */
export function deskOf({ payload }: House): Desk {
  const folder = mkdtempSync(path.join(tmpdir(), 'forthright-import-'));
  const context = () => {
    const lines: string[] = [];
    const files = new Map<string, string>();
    const shared = { payload, signal: new AbortController().signal, taken: async () => {} };
    return {
      lines,
      files,
      ...shared,
      say: (line: string) => lines.push(line),
      file: (name: string, content: string) => files.set(name, content),
    };
  };
  return {
    folder,
    put: (name, content) => {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    import: async (...args) => {
      const { importCommand } = await import('../../src/commands/importCommand.js');
      const place = context();
      const input = JSON.parse(JSON.stringify(await importCommand.prepare(args, folder)));
      const code = await importCommand.run(input, place);
      return { code, output: place.lines.join('\n') };
    },
    export: async (...args) => {
      const { exportCommand } = await import('../../src/commands/exportCommand.js');
      const place = context();
      const code = await exportCommand.run(await exportCommand.prepare(args, folder), place);
      return { code, output: place.lines.join('\n'), files: place.files };
    },
  };
}
