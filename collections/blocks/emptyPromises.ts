// Headings that promise whom something is not for, over text that never says it: readers take silence for "for everyone".
import { isRecord, saysSomething } from './fieldValues.js';
import { childrenOf, type RichTextNode } from './richTextNodes.js';

export interface EmptyPromise {
  /** The heading's words. */
  heading: string;
  /** True when a "who it is for" block stands below it whose "not for" is empty. */
  hasEmptyPart: boolean;
}

const WHOM =
  /\b(?:who|whom|candidates?|fit|suitable|right for|for you|qui[eé]n(?:es)?|candidat[oa]s?|adecuad[oa]s?|indicad[oa]s?)(?![\p{L}])/iu;
const NOT = /(?<![\p{L}])(?:not|no)(?![\p{L}])|n['’]t(?![\p{L}])/iu;

/** "Who it is (and is not) for": a heading that says "not" alone is followed by what it says. */
const BOTH = /(?:&|\/|(?<![\p{L}])(?:and|or|y|o)(?![\p{L}]))(.*)/iu;

const promises = (words: string) => WHOM.test(words) && NOT.test(BOTH.exec(words)?.[1] ?? '');

const levelOf = ({ tag, type }: RichTextNode) =>
  type === 'heading' ? Number(String(tag).slice(1)) : undefined;

function wordsOf(node: RichTextNode): string {
  if (typeof node.text === 'string') return node.text;
  return node.type === 'linebreak' ? ' ' : childrenOf(node).map(wordsOf).join('');
}

const eligibilityOf = ({ fields, type }: RichTextNode) =>
  type === 'block' && isRecord(fields) && fields.blockType === 'eligibility' ? fields : undefined;

/** "It is not for people with:" and a list, or a heading of its own such as "Not for". */
function names(node: RichTextNode, next: RichTextNode | undefined): boolean {
  const notFor = eligibilityOf(node)?.notFor;
  if (notFor !== undefined) return saysSomething(notFor);
  if (node.type !== 'heading' && node.type !== 'paragraph') return false;
  const leadsOn = node.type === 'heading' ? next !== undefined : next?.type === 'list';
  return leadsOn && NOT.test(wordsOf(node));
}

/** Up to the next heading of the same level or a larger one. */
function sectionBelow(nodes: readonly RichTextNode[], at: number): RichTextNode[] {
  const level = levelOf(nodes[at] as RichTextNode) ?? 0;
  const rest = nodes.slice(at + 1);
  const end = rest.findIndex((node) => (levelOf(node) ?? Number.POSITIVE_INFINITY) <= level);
  return end === -1 ? rest : rest.slice(0, end);
}

/** The headings of rich text that promise "is not" over an empty list, in order. English and Spanish. */
export function emptyPromises(richText: unknown): EmptyPromise[] {
  if (!isRecord(richText) || !isRecord(richText.root)) return [];
  const nodes = childrenOf(richText.root as unknown as RichTextNode);
  return nodes.flatMap((node, index) => {
    const heading = node.type === 'heading' ? wordsOf(node).replace(/\s+/g, ' ').trim() : '';
    if (!promises(heading)) return [];
    const section = sectionBelow(nodes, index);
    if (section.some((each, at) => names(each, section[at + 1]))) return [];
    return [{ heading, hasEmptyPart: section.some((each) => eligibilityOf(each) !== undefined) }];
  });
}
