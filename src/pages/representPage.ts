/** A composed page in the format that was asked for, with the tag that caches know it by. Pure. */
import { asJson, type Representation } from '../sendAnswer.js';
import type { ComposedPage } from './answerPage.js';
import { contentType } from './pageFormats.js';
import type { PageView } from './parsePageQuery.js';
import { composeWholePage } from './wholePage/composeWholePage.js';

/** The revision says what is told, the renderer and the rest how: equal tags, equal bytes. */
function tagOf({ page: { renderer, revision } }: ComposedPage, { format, forms, modules }: PageView): string {
  const how = format === 'json' ? [...new Set(forms)].sort() : [];
  return [revision, renderer, format, ...how, ...(modules ? ['modules'] : [])].join('.');
}

/** Throws not_found, in words, where Markdown cannot say exactly what the page says. */
export async function representPage(
  composed: ComposedPage,
  view: PageView,
  { isHidden }: { isHidden: boolean },
): Promise<Representation> {
  const { page } = composed;
  const { format } = view;
  const tag = tagOf(composed, view);
  if (format === 'json') return { ...asJson(page), tag };
  const shown = { type: contentType(format), language: page.page.locale, tag };
  if (format === 'jsonld') return { ...shown, body: JSON.stringify(page.jsonLd) };
  // a document that asks to be left out has other bytes
  const tagged = isHidden ? { ...shown, tag: `${tag}.hidden` } : shown;
  return { ...tagged, body: await composeWholePage(composed, { format, isHidden }) };
}
