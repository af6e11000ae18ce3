/** How a picture becomes a variant: to which size it is scaled, and what is cut out of that. Pure. */
import { mostHeight } from './imageTable.js';
import type { AskedVariant } from './parseFileQuery.js';

/** A stored picture: pixels, and its focal point in percent from the left upper corner. */
export interface Picture {
  width: number;
  height: number;
  focalX?: number | null;
  focalY?: number | null;
}

interface Size {
  width: number;
  height: number;
}

export interface VariantPlan {
  /** The whole picture is scaled to this, never to more than it is. */
  scaled: Size;
  /** Part of the scaled picture; null for all of it. */
  cut: (Size & { left: number; top: number }) | null;
}

const pixels = (length: number) => Math.max(1, Math.round(length));

/** Where a cut of `length` begins along `whole`, so that the focal point is as near to its middle as can be. */
function startOf(length: number, whole: number, focal: number | null | undefined): number {
  const middle = (whole * (focal ?? 50)) / 100;
  return Math.min(Math.max(0, Math.round(middle - length / 2)), whole - length);
}

function contained(picture: Picture, box: Size): VariantPlan {
  const scale = Math.min(1, box.width / picture.width, box.height / picture.height);
  return {
    scaled: { width: pixels(picture.width * scale), height: pixels(picture.height * scale) },
    cut: null,
  };
}

function covered(picture: Picture, asked: Size): VariantPlan {
  // a small original gets a smaller box of the same shape
  const shrink = Math.min(1, picture.width / asked.width, picture.height / asked.height);
  const box = { width: pixels(asked.width * shrink), height: pixels(asked.height * shrink) };
  const scale = Math.max(box.width / picture.width, box.height / picture.height);
  const scaled = {
    width: Math.max(box.width, pixels(picture.width * scale)),
    height: Math.max(box.height, pixels(picture.height * scale)),
  };
  if (scaled.width === box.width && scaled.height === box.height) return { scaled, cut: null };
  const left = startOf(box.width, scaled.width, picture.focalX);
  const top = startOf(box.height, scaled.height, picture.focalY);
  return { scaled, cut: { ...box, left, top } };
}

/** Variants that come out equal have equal plans, so that they are made once. */
export function planVariant(picture: Picture, { fit, height, width }: AskedVariant): VariantPlan {
  if (height === null) return contained(picture, { width, height: mostHeight });
  return fit === 'contain' ? contained(picture, { width, height }) : covered(picture, { width, height });
}
