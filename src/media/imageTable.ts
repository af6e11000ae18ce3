/**
 * What may be asked of an image by its address, as one table: parser, documentation and OpenAPI read it. A list that is
 * short keeps variants few, so that a cache in front and the one on our disk hold most of them.
 */

/** Widths in pixels. */
export const variantWidths = [64, 128, 240, 320, 480, 640, 800, 1024, 1280, 1600, 1920, 2560] as const;

/** Width to height of what is cut out: squares, photographs, films and what link previews ask for. */
export const variantRatios = {
  '1:1': 1,
  '4:3': 4 / 3,
  '3:2': 3 / 2,
  '16:9': 16 / 9,
  '40:21': 40 / 21,
  '3:4': 3 / 4,
} as const;

/** `cover` fills width and height and cuts around the focal point; `contain` shows the whole picture within them. */
export const fits = ['cover', 'contain'] as const;

/** Media type and usual quality of each format; null where nothing is lost. */
export const variantFormats = {
  avif: { type: 'image/avif', quality: 50 },
  webp: { type: 'image/webp', quality: 80 },
  jpeg: { type: 'image/jpeg', quality: 80 },
  png: { type: 'image/png', quality: null },
} as const;

export const qualities = [35, 50, 65, 80] as const;

/** No variant is higher, in pixels: WebP ends at 16,383, and memory before that. */
export const mostHeight = 4096;

export type Fit = (typeof fits)[number];
export type VariantFormat = keyof typeof variantFormats;

/** Parameters of a file's address, with what they mean. */
export const fileParameters = {
  w: 'Width in pixels. A narrower original is not enlarged.',
  h: 'Height in pixels, with `w`: one of the heights that go with that width.',
  fit: 'With `w` and `h`: `cover` (usual) cuts around the focal point, `contain` shows the whole picture.',
  format: 'Usually `webp`.',
  q: 'Quality. Usually 80, for AVIF 50; PNG has none.',
  v: 'The `contentHash` of the file, as pages name it: an address with the right one never changes what it shows.',
} as const;

/** The heights that go with a width, from low to high. */
export function heightsFor(width: number): number[] {
  const heights = Object.values(variantRatios).map((ratio) => Math.round(width / ratio));
  return heights.sort((one, other) => one - other);
}
