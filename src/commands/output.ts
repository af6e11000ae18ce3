/** What a command says and writes, in the process of whoever called it. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Writable } from 'node:stream';
import type { CommandContext } from './command.js';
import { CommandError } from './command.js';

export type Output = Pick<CommandContext, 'say' | 'file' | 'taken'>;

function insideOf(folder: string, name: string): string {
  const target = path.resolve(folder, name);
  const way = path.relative(folder, target);
  if (way === '' || way.startsWith('..') || path.isAbsolute(way))
    throw new CommandError(`The file “${name}” would not stand in ${folder}, so it was not written.`);
  return target;
}

/** Resolves when the stream takes more, or never will again. */
export function whenDrained(stream: Writable): Promise<void> {
  if (!stream.writableNeedDrain || stream.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const settle = () => {
      stream.off('drain', settle);
      stream.off('close', settle);
      resolve();
    };
    stream.on('drain', settle);
    stream.on('close', settle);
  });
}

/** Lines go to `stream`, files into `folder` and nowhere else. */
export function outputTo(stream: Writable, folder: string): Output {
  return {
    say: (line) => {
      stream.write(`${line}\n`);
    },
    taken: () => whenDrained(stream),
    file: (name, content) => {
      const target = insideOf(folder, name);
      mkdirSync(path.dirname(target), { recursive: true });
      // whole or not at all, whatever ends this process
      writeFileSync(`${target}.unfinished`, content);
      renameSync(`${target}.unfinished`, target);
    },
  };
}
