/** Front matter: the YAML between two lines of `---` at the top of a file. Knows where each key stands. */
import { isMap, LineCounter, parseDocument } from 'yaml';
import { atLine, ImportProblem } from '../ImportProblem.js';

export interface FrontMatter {
  values: Record<string, unknown>;
  /** The line of a key in the file, counted from 1. */
  lineOf(path: readonly PropertyKey[]): number | undefined;
  /** Everything below. */
  body: string;
  /** Lines above the body: what is to be added to line numbers in it. */
  linesAbove: number;
}

const fence = /^---[ \t]*$/;

/**
 * Cuts a file into front matter and body. A file without front matter is all body.
 * @throws ImportProblem when the YAML is wrong, with lines.
 */
export function readFrontMatter(text: string): FrontMatter {
  const source = text.replace(/^\ufeff/, '');
  const lines = source.split(/\r\n|[\r\n]/);
  const end = fence.test(lines[0] ?? '')
    ? lines.findIndex((line, index) => index > 0 && fence.test(line))
    : -1;
  if (end === -1) return { values: {}, lineOf: () => undefined, body: source, linesAbove: 0 };
  const body = source.split(/(?<=\r\n|\n|\r(?!\n))/).slice(end + 1);
  return { ...readYaml(lines.slice(1, end).join('\n')), body: body.join(''), linesAbove: end + 1 };
}

function readYaml(yaml: string): Pick<FrontMatter, 'values' | 'lineOf'> {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
  // the fence above is line 1
  const lineAt = (offset: number) => counter.linePos(offset).line + 1;
  if (document.errors.length > 0) {
    throw new ImportProblem(document.errors.map(({ message, pos }) => atLine(lineAt(pos[0]), message)));
  }
  if (document.contents !== null && !isMap(document.contents)) {
    throw new ImportProblem(['line 2: front matter is a list of keys with values, such as `title: …`']);
  }
  return { values: valuesOf(document), lineOf: (path) => lineOfKey(document, path, lineAt) };
}

function valuesOf(document: ReturnType<typeof parseDocument>): Record<string, unknown> {
  try {
    // few aliases: a handful of them, each of the one before, would fill the memory
    return (document.toJS({ maxAliasCount: 20 }) ?? {}) as Record<string, unknown>;
  } catch (error) {
    throw new ImportProblem([`the front matter cannot be read: ${(error as Error).message}`]);
  }
}

function lineOfKey(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
  lineAt: (offset: number) => number,
): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => String(key) === String(path[length - 1]))
      : undefined;
    const range = (pair?.key as { range?: [number, number, number] } | undefined)?.range;
    if (range) return lineAt(range[0]);
  }
  return undefined;
}
