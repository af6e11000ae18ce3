import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fits, heightsFor, mostHeight, variantWidths } from '../../../src/media/imageTable.js';
import { planVariant } from '../../../src/media/planVariant.js';

const percent = fc.option(fc.integer({ min: 0, max: 100 }));
const length = fc.integer({ min: 1, max: 12_000 });
const pictures = fc.record({ width: length, height: length, focalX: percent, focalY: percent });
const asked = fc.constantFrom(...variantWidths).chain((width) =>
  fc.record({
    width: fc.constant(width),
    height: fc.constantFrom(null, ...heightsFor(width)),
    fit: fc.constantFrom(...fits),
    format: fc.constant('webp' as const),
    quality: fc.constant(80),
  }),
);

describe('a variant', () => {
  it('is never larger than its picture, nor than what was asked for', () => {
    fc.assert(
      fc.property(pictures, asked, (picture, variant) => {
        const { cut, scaled } = planVariant(picture, variant);
        const shown = cut ?? scaled;
        expect(shown.width).toBeLessThanOrEqual(Math.min(picture.width, variant.width));
        expect(shown.height).toBeLessThanOrEqual(Math.min(picture.height, variant.height ?? mostHeight));
        expect(Math.min(shown.width, shown.height)).toBeGreaterThanOrEqual(1);
        expect(scaled.width).toBeLessThanOrEqual(picture.width);
        expect(scaled.height).toBeLessThanOrEqual(picture.height);
      }),
    );
  });

  it('is cut out of its scaled picture, and not beside it', () => {
    fc.assert(
      fc.property(pictures, asked, (picture, variant) => {
        const { cut, scaled } = planVariant(picture, variant);
        if (!cut) return;
        expect(Math.min(cut.left, cut.top)).toBeGreaterThanOrEqual(0);
        expect(cut.left + cut.width).toBeLessThanOrEqual(scaled.width);
        expect(cut.top + cut.height).toBeLessThanOrEqual(scaled.height);
      }),
    );
  });

  it('is shown whole unless it covers width and height', () => {
    fc.assert(
      fc.property(pictures, asked, (picture, variant) => {
        const isCut = planVariant(picture, variant).cut !== null;
        expect(isCut && (variant.height === null || variant.fit === 'contain')).toBe(false);
      }),
    );
  });

  const wide = { width: 3000, height: 1000, focalX: 90, focalY: 50 };
  const square = { width: 320, height: 320, format: 'webp', quality: 80 } as const;

  it('is cut around the focal point, as far as the picture reaches', () => {
    const cover = { ...square, fit: 'cover' } as const;
    expect(planVariant(wide, cover)).toEqual({
      scaled: { width: 960, height: 320 },
      cut: { width: 320, height: 320, left: 640, top: 0 },
    });
    expect(planVariant({ ...wide, focalX: 50 }, cover).cut?.left).toBe(320);
    expect(planVariant({ ...wide, focalX: null }, cover).cut?.left).toBe(320);
  });

  it('fits into width and height when it is to be contained', () => {
    expect(planVariant(wide, { ...square, fit: 'contain' })).toEqual({
      scaled: { width: 320, height: 107 },
      cut: null,
    });
  });

  it('keeps its shape when the original is small', () => {
    const small = { width: 200, height: 100 };
    expect(planVariant(small, { ...square, fit: 'cover' }).cut).toMatchObject({ width: 100, height: 100 });
  });
});
