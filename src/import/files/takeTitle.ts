/** The title of a file that has it as its first heading instead of in its front matter. */
import { toString as textOf } from 'mdast-util-to-string';
import { atLine } from '../ImportProblem.js';
import { parseMarkdown } from '../markdown/syntax.js';

export interface TitledBody {
  title: string | undefined;
  /** Without the heading, but with as many lines. */
  body: string;
  notes: string[];
}

/** A first heading of level 1 is the title when there is none, and is left out when it repeats the one that is given. */
export function takeTitle(body: string, given: string | undefined, linesAbove: number): TitledBody {
  const first = parseMarkdown(body).children[0];
  if (first?.type !== 'heading' || first.depth !== 1 || !first.position)
    return { title: given, body, notes: [] };
  const words = textOf(first).replace(/\s+/g, ' ').trim();
  if (words === '' || (given && given.replace(/\s+/g, ' ').trim() !== words))
    return { title: given, body, notes: [] };
  const { end, start } = first.position;
  const lines = '\n'.repeat(end.line - start.line);
  const note = given ? 'the heading repeats the title; left out' : 'the first heading is the title';
  return {
    title: given ?? words,
    body: `${body.slice(0, start.offset)}${lines}${body.slice(end.offset)}`,
    notes: [atLine(start.line + linesAbove, note)],
  };
}
