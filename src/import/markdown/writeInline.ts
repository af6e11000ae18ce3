// Text inside a line: Lexical's flat, formatted text nodes become Markdown's nested emphasis, always in the same way.
import type { PhrasingContent } from 'mdast';
import { isRecord, wellFormed } from '../../../collections/blocks/fieldValues.js';
import {
  CARRIED_FORMATS,
  FORMAT,
  isSaid,
  type RichTextNode,
  trimBreaks,
} from '../../../collections/blocks/richTextNodes.js';
import { formatOfMarks } from '../../../collections/values/marks.js';
import { linkedDocument } from './links.js';
import { MarkdownError } from './MarkdownError.js';
import type { Writer } from './writer.js';
import { writeValue } from './writeValue.js';

type Mark = 'strong' | 'emphasis' | 'delete';

interface Run {
  node: PhrasingContent;
  marks: Mark[];
}

const MARKS: [Mark, number][] = [
  ['emphasis', FORMAT.italic],
  ['strong', FORMAT.bold],
  ['delete', FORMAT.strikethrough],
];

/** Writes inline content. `breaks` says how a line break is written: small headings know only a character for it. */
export function writeInline(
  nodes: RichTextNode[],
  writer: Writer,
  breaks: 'break' | 'character' = 'break',
): PhrasingContent[] {
  return nest(mergeRuns(carryMarksOver(runsOf(trimEnd(nodes), { writer, breaks, without: 0 }))));
}

interface InlineState {
  writer: Writer;
  breaks: 'break' | 'character';
  /** Formats that stand around already. */
  without: number;
}

function runsOf(nodes: RichTextNode[], state: InlineState): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (node.type === 'linebreak') return [breakRun(state)];
    if (node.type === 'link' || node.type === 'autolink') return linkRun(node, state);
    if (node.type === 'inlineBlock') return [valueRun(node, state)];
    return textRun(node, state);
  });
}

function breakRun({ breaks }: InlineState): Run {
  return { node: breaks === 'break' ? { type: 'break' } : { type: 'text', value: '\n' }, marks: [] };
}

function valueRun(node: RichTextNode, { writer, without }: InlineState): Run {
  return { node: writeValue(node, writer), marks: marksOf(formatOf(node) & ~without) };
}

function textRun(node: RichTextNode, { without }: InlineState): Run[] {
  const format = formatOf(node);
  if (format & ~CARRIED_FORMATS) {
    throw new MarkdownError(
      `"${String(node.text)}" is underlined or formatted in another way that Markdown cannot write`,
    );
  }
  const value = wellFormed(String(node.text ?? '')).replace(/\r\n|[\r\n]/g, ' ');
  if (value === '') return [];
  const type = format & FORMAT.code ? 'inlineCode' : 'text';
  return [{ node: { type, value }, marks: marksOf(format & ~without) }];
}

function linkRun(node: RichTextNode, { writer, breaks }: InlineState): Run[] {
  const children = node.children ?? [];
  const formats = children.filter(isSaid).map(formatOf);
  // A link without words shows nothing.
  if (formats.length === 0) return [];
  // Formatting that the whole link has goes around it, so that it joins with the text beside it.
  const around = formats.reduce((all, format) => all & format, CARRIED_FORMATS & ~FORMAT.code);
  const inside = nest(mergeRuns(carryMarksOver(runsOf(children, { writer, breaks, without: around }))));
  return [{ node: { ...writeTarget(node, writer), type: 'link', children: inside }, marks: marksOf(around) }];
}

function writeTarget(node: RichTextNode, writer: Writer): { url: string; title?: string } {
  const fields = node.fields ?? {};
  const title = typeof fields.title === 'string' && fields.title !== '' ? { title: fields.title } : {};
  const linked = linkedDocument(fields);
  if (!linked) return { url: isRecord(fields) && typeof fields.url === 'string' ? fields.url : '', ...title };
  return { url: `${linked.collection}:${writer.slugOf(linked.collection, linked.value)}`, ...title };
}

function formatOf({ fields = {}, format, type }: RichTextNode): number {
  if (type === 'inlineBlock') return formatOfMarks(fields);
  return typeof format === 'number' ? format : 0;
}

function marksOf(format: number): Mark[] {
  return MARKS.filter(([, bit]) => format & bit).map(([mark]) => mark);
}

/** A break between two bold words is bold as well: `**a⏎b**`, not `**a**⏎**b**`. */
function carryMarksOver(runs: Run[]): Run[] {
  const isBreak = (run: Run | undefined) =>
    run?.node.type === 'break' || (run?.node.type === 'text' && run.node.value === '\n');
  return runs.map((run, index) => {
    if (!isBreak(run)) return run;
    const before = runs.slice(0, index).findLast((other) => !isBreak(other))?.marks ?? [];
    const after = runs.slice(index).find((other) => !isBreak(other))?.marks ?? [];
    return { ...run, marks: before.filter((mark) => after.includes(mark)) };
  });
}

/** Neighbouring texts with the same marks are one: Markdown cannot tell them apart. */
function mergeRuns(runs: Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last && isSameKind(last, run) && 'value' in last.node && 'value' in run.node) {
      merged[merged.length - 1] = {
        ...last,
        node: { ...last.node, value: last.node.value + run.node.value },
      };
    } else merged.push(run);
  }
  return merged;
}

function isSameKind(left: Run, right: Run): boolean {
  const isText = left.node.type === 'text' || left.node.type === 'inlineCode';
  return isText && left.node.type === right.node.type && left.marks.join() === right.marks.join();
}

/** Wraps the longest stretch that shares a mark, then what is inside of it: one tree for one flat text. */
function nest(runs: Run[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (let index = 0; index < runs.length; ) {
    const run = runs[index];
    const widest = run && widestMark(runs, index);
    if (run && !widest) out.push(run.node);
    if (widest)
      out.push({ type: widest.mark, children: nest(without(runs.slice(index, widest.end), widest.mark)) });
    index = widest ? widest.end : index + 1;
  }
  return out;
}

function widestMark(runs: Run[], start: number): { mark: Mark; end: number } | undefined {
  const stretches = (runs[start]?.marks ?? []).map((mark) => {
    const rest = runs.slice(start).findIndex((run) => !run.marks.includes(mark));
    return { mark, end: rest === -1 ? runs.length : start + rest };
  });
  return stretches.reduce<{ mark: Mark; end: number } | undefined>(
    (best, next) => (best && best.end >= next.end ? best : next),
    undefined,
  );
}

function without(runs: Run[], mark: Mark): Run[] {
  return runs.map((run) => ({ ...run, marks: run.marks.filter((other) => other !== mark) }));
}

/** A break at the end of a line shows nothing, and Markdown has no way to write it. */
function trimEnd(nodes: RichTextNode[]): RichTextNode[] {
  const last = trimBreaks(nodes).at(-1);
  return last ? nodes.slice(0, nodes.lastIndexOf(last) + 1) : [];
}
