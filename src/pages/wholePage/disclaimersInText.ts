/** Disclaimers that must stand before a call to action stand inside of the text where the text holds one. Pure. */
import type { RichTextNode } from '../../../collections/blocks/richTextNodes.js';
import { quote, textLines } from '../../import/markdown/lexicalNodes.js';
import { type BodyReference, bodyReferences } from '../bodyReferences.js';
import { topNodes } from '../formats/richTextRoot.js';
import type { AnsweredDisclaimer } from '../parts/presentDisclaimer.js';

const isCall = ({ collection, how }: BodyReference) => collection === 'calls-to-action' && how === 'placed';

/** Those that are to be written before the first call to action of a body, as it is shown; none where no call stands in it. */
export function beforeCallIn(
  body: unknown,
  disclaimers: readonly AnsweredDisclaimer[],
): AnsweredDisclaimer[] {
  const holdsCall = bodyReferences(body).some(isCall);
  return disclaimers.filter(({ placement }) => holdsCall && placement === 'beforeCallToAction');
}

/** Lines are parted by one break, clauses by two. */
function quoteOf({ clauses }: AnsweredDisclaimer): RichTextNode {
  const words = clauses.map(({ text }) => text.trim()).join('\n\n');
  return quote(textLines(words.split('\n').map((line) => line.trim())));
}

const holdsCall = (node: RichTextNode) => bodyReferences(node).some(isCall);

/** The rich text with quotes of these disclaimers above the part that holds the first call to action. */
export function withQuotesBeforeCall(body: unknown, disclaimers: readonly AnsweredDisclaimer[]): unknown {
  const nodes = topNodes(body);
  const index = nodes.findIndex(holdsCall);
  if (index < 0 || disclaimers.length === 0) return body;
  const { root } = body as { root: object };
  const children = [...nodes.slice(0, index), ...disclaimers.map(quoteOf), ...nodes.slice(index)];
  return { ...(body as object), root: { ...root, children } };
}

/** Text is escaped everywhere: only the block itself writes this. */
const callInHtml = /<p class="fr-call-to-action"/;

/** The same for a body that is written as HTML already: right above the first call to action. */
export function htmlBeforeCall(html: string, disclaimers: readonly AnsweredDisclaimer[]): string {
  const written = disclaimers.map((each) => each.html).join('');
  return html.replace(callInHtml, (call) => written + call);
}
