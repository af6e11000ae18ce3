/** The body of a page in the forms asked for, all made from the same rich text. */

import { lexicalToMarkdown } from '../import/markdown/lexicalToMarkdown.js';
import { MarkdownError } from '../import/markdown/MarkdownError.js';
import type { RenderContext } from './formats/context.js';
import { type Headings, renderHtml } from './formats/renderHtml.js';
import { renderText } from './formats/renderText.js';
import { inKeyOrder } from './revision.js';
import { sayValues, valuesAsText } from './values/sayValues.js';

export const bodyForms = ['html', 'markdown', 'text', 'blocks'] as const;
export type BodyForm = (typeof bodyForms)[number];

/** Finds the slug of a document that the body places or links to. */
export type SlugFinder = (collection: string, id: string) => string | undefined;

/** Null where the text holds something that Markdown cannot say exactly: nothing close is shown instead. */
async function markdownOf(
  body: unknown,
  context: RenderContext,
  findSlug: SlugFinder,
): Promise<string | null> {
  try {
    return await lexicalToMarkdown(valuesAsText(sayValues(body, context)), {
      locale: context.locale,
      findSlug,
    });
  } catch (error) {
    if (error instanceof MarkdownError) return null;
    throw error;
  }
}

/** Null: Markdown cannot say it, or there are no blocks. */
export type RenderedBody = Partial<Record<BodyForm, unknown>>;

export interface RenderOptions {
  context: RenderContext;
  findSlug: SlugFinder;
  forms: readonly BodyForm[];
  /** Of the whole body, when only a part of it is written. */
  headings?: Headings;
}

/** Only the forms asked for, in a fixed order. `blocks` is the rich text itself, or null when there is none. */
export async function renderBody(
  body: unknown,
  { context, findSlug, forms, headings }: RenderOptions,
): Promise<RenderedBody> {
  const makers: Record<BodyForm, () => unknown> = {
    html: () => renderHtml(body, context, headings),
    markdown: () => markdownOf(body, context, findSlug),
    text: () => renderText(body, context),
    blocks: () => inKeyOrder(body ?? null),
  };
  const asked = bodyForms.filter((form) => forms.includes(form));
  return Object.fromEntries(await Promise.all(asked.map(async (form) => [form, await makers[form]()])));
}
