/** The text of a file as rich text, with what it refers to found, and all that is wrong with it said at once. */
import { randomUUID } from 'node:crypto';
import type { SerializedEditorState } from 'lexical';
import type { Nodes, Parent, Root, RootContent } from 'mdast';
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import { emptyPromises } from '../../../collections/blocks/emptyPromises.js';
import { atLine } from '../ImportProblem.js';
import { MarkdownError } from '../markdown/MarkdownError.js';
import { refusedParts, treeToLexical } from '../markdown/markdownToLexical.js';
import { slugsIn } from '../markdown/references.js';
import { refuseExcess } from '../markdown/refuseExcess.js';
import { parseMarkdown } from '../markdown/syntax.js';
import { findStored, takeImages, type Upload } from './images.js';
import { type Linking, linkPages } from './pageLinks.js';

export interface ReadBody {
  /** Undefined when the file has no text: what is stored stays. */
  text: SerializedEditorState | undefined;
  references: number;
  isDeferred: boolean;
  notes: string[];
  problems: string[];
}

interface Reading extends Omit<Linking, 'note'> {
  /** Images of the front matter; those of the text are added. */
  uploads: Upload[];
}

/** Missing references are noted in the directory. */
export async function readBody(reading: Reading): Promise<ReadBody> {
  const { body, kind } = reading.file;
  const read: ReadBody = {
    text: undefined,
    references: 0,
    isDeferred: false,
    notes: [],
    problems: [],
  };
  if (body.trim() === '') return read;
  try {
    refuseExcess(body);
  } catch (error) {
    return { ...read, problems: [problemIn(error, reading)] };
  }
  const tree = parseMarkdown(body);
  const note = (node: Nodes, words: string) => read.notes.push(atLine(lineOf(node, reading), words));
  takeHtml(tree, note);
  takeImages(tree, {
    source: reading.file.source,
    takesFigures: kind.place === 'body',
    leaveOut: (node, words) => note(node, `${words}; left out`),
    uploads: reading.uploads,
  });
  await findStored(reading.uploads, reading.directory);
  const { isDeferred, references } = await linkPages(tree, { ...reading, note });
  const ids = await findReferences(tree, reading);
  const converted = await convert(tree, reading, ids);
  for (const { heading } of emptyPromises(converted.text)) {
    read.notes.push(`“${heading}” promises to say whom it is not for, and nothing below lists it`);
  }
  return { ...read, isDeferred, references, ...converted };
}

const lineOf = (node: Nodes, { file }: Reading) => lineAt(node.position?.start.line, file.linesAbove);

const lineAt = (line: number | undefined, above: number | undefined) =>
  line === undefined || above === undefined ? undefined : line + above;

function problemIn(error: unknown, { file }: Reading): string {
  if (!(error instanceof MarkdownError)) throw error;
  return atLine(lineAt(error.line, file.linesAbove), error.reason);
}

/** Comments say nothing to readers; `<br>` is a line break. All other raw HTML is refused further on. */
function takeHtml(node: Parent, note: (node: Nodes, words: string) => void): void {
  const kept: RootContent[] = [];
  for (const child of node.children) {
    const previous = kept.at(-1);
    const isBreak = child.type === 'html' && node.type !== 'root' && /^<br\s*\/?>$/i.test(child.value);
    if (isBreak) kept.push({ type: 'break', ...(child.position ? { position: child.position } : {}) });
    else if (child.type === 'html' && /^<!--(?!\s*-->)(?:(?!-->)[\s\S])*-->\s*$/.test(child.value))
      note(child, 'a comment; left out');
    else if (child.type === 'text' && previous?.type === 'break')
      kept.push({ ...child, value: child.value.replace(/^\n/, '') });
    else kept.push(child);
    if ('children' in child) takeHtml(child, note);
  }
  node.children = kept;
}

type Ids = ReadonlyMap<string, string>;

/** The ids of everything that the text names. What is missing gets one too, so that other mistakes are found as well. */
async function findReferences(
  tree: Root,
  { directory, file, isDryRun, siblings, uploads }: Reading,
): Promise<Ids> {
  const ids = new Map<string, string>(uploads.map(({ id, slug }) => [`media:${slug}`, id]));
  for (const name of slugsIn(tree)) {
    const key = `${name.collection}:${name.slug}`;
    if (ids.has(key)) continue;
    const isComing = isDryRun && siblings.isWaiting(name);
    const line = lineAt(name.line, file.linesAbove);
    const found = isComing
      ? undefined
      : await directory.need(name.collection as CollectionKey, name.slug, { line });
    ids.set(key, found?.id ?? randomUUID());
  }
  return ids;
}

async function convert(tree: Root, reading: Reading, ids: Ids): Promise<Pick<ReadBody, 'text' | 'problems'>> {
  const { body, kind, locale } = reading.file;
  const findId = (collection: string, slug: string) => ids.get(`${collection}:${slug}`);
  const options = { locale, findId, place: kind.place };
  try {
    return { text: await treeToLexical(tree, body, options), problems: [] };
  } catch (error) {
    if (!(error instanceof MarkdownError)) throw error;
    const parts = await refusedParts(tree, body, options);
    return {
      text: undefined,
      problems: (parts.length > 0 ? parts : [error]).map((each) => problemIn(each, reading)),
    };
  }
}
