/** An image as pages carry it: addresses, dimensions and words, ready for `srcset`. Pure. */
import type { Media } from '../../payload-types.js';

type Rendition = NonNullable<NonNullable<Media['sizes']>[keyof NonNullable<Media['sizes']>]>;

interface PresentedRendition {
  name: string;
  url: string;
  width: number | null;
  height: number | null;
  mimeType: string | null;
}

/** Names the content that it leads to, so that it may be kept for ever; without a hash, as the file is addressed anyway. */
const addressOf = (url: string, { contentHash }: Media) =>
  contentHash ? `${url}${url.includes('?') ? '&' : '?'}v=${contentHash}` : url;

function renditionOf(name: string, size: Rendition | undefined, media: Media): PresentedRendition[] {
  if (!size?.url) return [];
  const { height = null, mimeType = null, url, width = null } = size;
  return [{ name, url: addressOf(url, media), width, height, mimeType }];
}

/** Renditions that were made, from narrow to wide; a small original has fewer. */
function renditionsOf(media: Media): PresentedRendition[] {
  return Object.entries(media.sizes ?? {})
    .flatMap(([name, size]) => renditionOf(name, size, media))
    .sort((one, other) => (one.width ?? 0) - (other.width ?? 0) || (one.name < other.name ? -1 : 1));
}

/** The value of an <img>'s or <source>'s `srcset`; null when there are none of this type. */
function srcsetOf(renditions: readonly PresentedRendition[], mimeType: string): string | null {
  const candidates = renditions.filter(
    (each) => each.mimeType === mimeType && each.width && each.name !== 'share',
  );
  return candidates.map(({ url, width }) => `${url} ${width}w`).join(', ') || null;
}

/** The address of the image as cards on social networks and feeds show it; null where there is none. */
export function shareImageOf(media: Media | undefined): string | null {
  const image = presentMedia(media);
  return image?.sizes.find(({ name }) => name === 'share')?.url ?? image?.url ?? null;
}

/** Null when there is no image, or none that may be shown. */
export function presentMedia(media: Media | undefined) {
  if (!media) return null;
  const sizes = renditionsOf(media);
  return {
    id: media.id,
    alt: media.alt,
    caption: media.caption ?? null,
    credit: media.credit ?? null,
    url: media.url ? addressOf(media.url, media) : null,
    mimeType: media.mimeType ?? null,
    width: media.width ?? null,
    height: media.height ?? null,
    focalX: media.focalX ?? null,
    focalY: media.focalY ?? null,
    sizes,
    srcset: { avif: srcsetOf(sizes, 'image/avif'), webp: srcsetOf(sizes, 'image/webp') },
  };
}
