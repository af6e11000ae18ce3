/** What a body holds that schema.org has words for: instructions, and questions with answers. Pure. */
import type { BlockFields } from '../../../collections/blocks/articleBlock.js';
import { isRecord, rowsOf, textOf } from '../../../collections/blocks/fieldValues.js';
import { blockBySlug } from '../../../collections/blocks/registry.js';
import { relatedValues } from '../../../collections/blocks/relatedValues.js';
import { blockRender, type RenderContext } from '../formats/context.js';
import { renderText } from '../formats/renderText.js';
import { topNodes } from '../formats/richTextRoot.js';
import { anchoredHeadings } from '../formats/tableOfContents.js';
import type { AskedAndAnswered } from './questionNodes.js';

export interface Instructions {
  /** The heading above, or the exercise's own name; null when there is none. */
  name: string | null;
  minutes: number | null;
  /** Plain text; a title of its own where the step has one. */
  steps: { title: string | null; text: string }[];
}

interface FoundBlock {
  fields: BlockFields;
  /** The last heading before it. */
  heading: string | null;
}

/** The blocks in a value, however deep: small ones stand inside of others. */
function blocksIn(value: unknown): BlockFields[] {
  if (Array.isArray(value)) return value.flatMap(blocksIn);
  if (!isRecord(value)) return [];
  const own = value.type === 'block' && isRecord(value.fields) ? [value.fields] : [];
  return [...own, ...Object.values(value).flatMap(blocksIn)];
}

function blocksOf(body: unknown): FoundBlock[] {
  const anchors = anchoredHeadings(body);
  let heading: string | null = null;
  return topNodes(body).flatMap((node) => {
    heading = anchors.get(node)?.text ?? heading;
    return blocksIn(node).map((fields) => ({ fields, heading }));
  });
}

function instructionsIn({ fields, heading }: FoundBlock, context: RenderContext): Instructions[] {
  const stepsOf = (name: string) =>
    rowsOf(fields, name).map((row) => ({
      title: textOf(row, 'title') || null,
      text: renderText(row.body, context),
    }));
  if (fields.blockType === 'steps') return [{ name: heading, minutes: null, steps: stepsOf('items') }];
  if (fields.blockType !== 'exercise') return [];
  const minutes = typeof fields.minutes === 'number' ? fields.minutes : null;
  return [{ name: textOf(fields, 'name') || heading, minutes, steps: stepsOf('steps') }];
}

/** Numbered steps and exercises, in reading order. */
export function instructionsOf(body: unknown, context: RenderContext): Instructions[] {
  return blocksOf(body).flatMap((block) => instructionsIn(block, context));
}

function questionsIn(fields: BlockFields, context: RenderContext): AskedAndAnswered[] {
  const reference = fields.blockType === 'faqList' ? blockBySlug('faqList')?.reference : undefined;
  if (!reference) return [];
  const { document, rich } = blockRender(context, (text) => renderText(text, context));
  return relatedValues(reference, fields).flatMap((value) => {
    const faq = document('faqs', value);
    return faq ? [{ question: textOf(faq, 'question'), answer: rich(faq.answer) }] : [];
  });
}

/** The FAQs that the body shows, in reading order. */
export function questionsOf(body: unknown, context: RenderContext): AskedAndAnswered[] {
  return blocksOf(body).flatMap(({ fields }) => questionsIn(fields, context));
}
