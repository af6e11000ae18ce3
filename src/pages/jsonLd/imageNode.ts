/** An image as schema.org has it. Pure. */
import type { ImageObject, QuantitativeValue } from 'schema-dts';
import type { presentMedia } from '../parts/presentMedia.js';

type Image = ReturnType<typeof presentMedia>;

const isWhole = (address: string | null | undefined): address is string =>
  /^https?:\/\//i.test(address ?? '');

// E37: the pixel among the unit codes of UN/CEFACT, which schema.org asks for
const pixels = (value: number | null): QuantitativeValue | undefined =>
  value ? { '@type': 'QuantitativeValue', value, unitCode: 'E37' } : undefined;

/** Undefined without an image, or when its address is not a whole one: search engines do not know our host. */
export function imageNode(image: Image): ImageObject | undefined {
  if (!image || !isWhole(image.url)) return undefined;
  return {
    '@type': 'ImageObject',
    url: image.url,
    contentUrl: image.url,
    caption: image.caption ?? image.alt,
    width: pixels(image.width),
    height: pixels(image.height),
    creditText: image.credit ?? undefined,
  };
}
