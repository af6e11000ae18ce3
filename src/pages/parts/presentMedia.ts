/** An image as pages carry it: addresses, dimensions and words, ready for `srcset`. Pure. */
import type { Media } from '../../payload-types.js';

/** Renditions that were made; a small original has fewer. */
function renditionsOf({ sizes }: Media) {
  return Object.entries(sizes ?? {}).flatMap(([name, size]) =>
    size?.url
      ? [
          {
            name,
            url: size.url,
            width: size.width ?? null,
            height: size.height ?? null,
            mimeType: size.mimeType ?? null,
          },
        ]
      : [],
  );
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
