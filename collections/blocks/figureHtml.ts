// An image in HTML: the sizes that were made of it for the browser to choose from, and its own when it can choose none.
import type { BlockFields } from './articleBlock.js';
import { escapeHtml, isRecord, textOf } from './fieldValues.js';
import { safeUrl } from './safeUrl.js';

/** As wide as the column of a text usually is; pages that show images otherwise write `sizes` of their own. */
const SHOWN_AT = '(min-width: 42rem) 42rem, 100vw';

/** Width and height, so that the page does not jump while the image loads. */
function dimensions({ height, width }: BlockFields): string {
  return typeof width === 'number' && typeof height === 'number'
    ? ` width="${width}" height="${height}"`
    : '';
}

/** The better format first: browsers take the first one that they know. */
function sourcesOf({ srcset }: BlockFields): string {
  const sets = isRecord(srcset) ? srcset : {};
  return ['avif', 'webp']
    .map((format) => {
      const set = textOf(sets, format);
      return set ? `<source type="image/${format}" srcset="${escapeHtml(set)}" sizes="${SHOWN_AT}">` : '';
    })
    .join('');
}

export interface FigureOptions {
  /** Plain text; may be empty. */
  caption?: string;
  /** It is seen before anybody scrolls: browsers are asked to load it first, not last. */
  isFirst?: boolean;
}

/** An image as pages carry it (`url alt width height srcset`); nothing when it has no address that may be followed. */
export function figureHtml(
  image: BlockFields | undefined,
  { caption = '', isFirst = false }: FigureOptions = {},
): string {
  const url = image && safeUrl(textOf(image, 'url'));
  if (!image || !url) return '';
  const loading = isFirst ? ' fetchpriority="high"' : ' loading="lazy"';
  const img =
    `<img src="${escapeHtml(url)}" alt="${escapeHtml(textOf(image, 'alt'))}"` +
    `${dimensions(image)}${loading} decoding="async">`;
  const sources = sourcesOf(image);
  const words = caption ? `<figcaption class="fr-figure-caption">${escapeHtml(caption)}</figcaption>` : '';
  return `<figure class="fr-figure">${sources ? `<picture>${sources}${img}</picture>` : img}${words}</figure>`;
}
