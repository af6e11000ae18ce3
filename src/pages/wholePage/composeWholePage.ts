/** A whole page in one text, in reading order, with its disclaimers where they must stand. Pure. */
import { figureHtml } from '../../../collections/blocks/figureHtml.js';
import { AppError } from '../../errors.js';
import type { ComposedPage } from '../answerPage.js';
import { slugsOf } from '../composePage.js';
import type { RenderContext } from '../formats/context.js';
import { nestedHtml, renderHtml } from '../formats/renderHtml.js';
import { renderText } from '../formats/renderText.js';
import type { LoadedPage } from '../loadPage.js';
import { siteUrl } from '../parts/presentSite.js';
import { renderBody } from '../renderBody.js';
import { renderContextOf, shownBody } from '../renderContext.js';
import type { Closing } from './closing.js';
import { beforeCallIn, htmlBeforeCall, withQuotesBeforeCall } from './disclaimersInText.js';
import { forReaders } from './forReaders.js';
import { readingOrder } from './readingOrder.js';
import { withoutBlocks } from './withoutBlocks.js';
import { writeHtml } from './writeHtml.js';
import { writeMarkdown } from './writeMarkdown.js';
import { writeText } from './writeText.js';

export interface WholePageOptions {
  format: 'html' | 'markdown' | 'text';
  /** Search engines are asked to leave it out: a draft, or a page of the past. */
  isHidden?: boolean;
}

/** A whole page is read anywhere: its links lead to the site itself. */
function contextOf(loaded: LoadedPage, at: string): RenderContext {
  const context = renderContextOf(loaded, at);
  const href: RenderContext['href'] = (collection, id) => {
    const path = context.href(collection, id);
    return path === undefined ? undefined : siteUrl(loaded.site, path);
  };
  return { ...context, href };
}

const inexact = () =>
  new AppError(
    'not_found',
    404,
    'This page holds something that Markdown cannot say exactly: ask for it as html, text or json.',
    'format',
  );

/** Of headings in texts of notices, which stand below a heading of level 2. */
const belowHeading = 3;

function closingOf({ loaded }: ComposedPage, context: RenderContext): Closing {
  return {
    availability: (serviceId) => context.availability(serviceId, 'oxford'),
    price: (serviceId) => context.price(serviceId, 'as-set'),
    noticeText: (id) => loaded.notices.find((notice) => notice.id === id)?.text,
  };
}

async function markdownOf(
  richText: unknown,
  context: RenderContext,
  { loaded }: ComposedPage,
): Promise<string> {
  const findSlug = slugsOf(loaded);
  const { markdown } = await renderBody(richText, { context, findSlug, forms: ['markdown'] });
  if (typeof markdown !== 'string') throw inexact();
  return withoutBlocks(markdown, context.locale);
}

/** Equal revisions give equal texts. Throws not_found, in words, for what Markdown cannot say exactly. */
export async function composeWholePage(
  composed: ComposedPage,
  { format, isHidden = false }: WholePageOptions,
): Promise<string> {
  const { at, loaded, page } = composed;
  const context = contextOf(loaded, at);
  const body = shownBody(loaded, context);
  const beforeCall = beforeCallIn(body, page.disclaimers);
  const order = readingOrder(page, closingOf(composed, context), beforeCall);
  if (format === 'html') {
    const html = htmlBeforeCall(renderHtml(body, context), beforeCall);
    const rich = (richText: unknown) => nestedHtml(richText, context, belowHeading);
    const image = (id: string) => figureHtml(context.document('media', id), { isFirst: true });
    return writeHtml(page, order, { body: html, image, isHidden, rich });
  }
  const quoted = withQuotesBeforeCall(body, beforeCall);
  if (format === 'text') {
    const rich = (richText: unknown) => renderText(richText, context);
    return writeText(order, { body: rich(quoted), rich });
  }
  const rich = (richText: unknown) => markdownOf(forReaders(richText, context), context, composed);
  return writeMarkdown(order, { body: await rich(quoted), rich });
}
