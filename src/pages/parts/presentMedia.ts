/** An image as pages carry it: addresses, dimensions and words, ready for `srcset`. Pure. */
import type { Media } from '../../payload-types.js';

type Rendition = NonNullable<NonNullable<Media['sizes']>[keyof NonNullable<Media['sizes']>]>;

function renditionOf(name: string, size: Rendition | undefined) {
  if (!size?.url) return [];
  const { height = null, mimeType = null, url, width = null } = size;
  return [{ name, url, width, height, mimeType }];
}

/** Renditions that were made, from narrow to wide; a small original has fewer. */
function renditionsOf({ sizes }: Media) {
  return Object.entries(sizes ?? {})
    .flatMap(([name, size]) => renditionOf(name, size))
    .sort((one, other) => (one.width ?? 0) - (other.width ?? 0) || (one.name < other.name ? -1 : 1));
}

/** Null when there is no image, or none that may be shown. */
export function presentMedia(media: Media | undefined) {
  if (!media) return null;
  return {
    id: media.id,
    alt: media.alt,
    caption: media.caption ?? null,
    credit: media.credit ?? null,
    url: media.url ?? null,
    mimeType: media.mimeType ?? null,
    width: media.width ?? null,
    height: media.height ?? null,
    focalX: media.focalX ?? null,
    focalY: media.focalY ?? null,
    sizes: renditionsOf(media),
  };
}
