/** Small boxes with words beside them: the legend, the territories, and the states that are too small to be found. */

import { TYPE } from './mapStyle.js';
import { xml } from './markup.js';
import type { Look } from './statusMap.js';

export interface Key {
  look: Look;
  text: string;
  /** USPS abbreviation of the place that it stands for. */
  place?: string;
  /** What pointing at it shows. */
  title?: string;
}

const BOX = 56;
const GAP = 22;
const ROW = 88;

/** Wider than any usual typeface runs on average, so that no text meets the next box. */
const widthOf = ({ text }: Key): number => BOX + GAP + Math.ceil(text.length * TYPE * 0.6) + 64;

function keyAt({ look, text, place, title }: Key, x: number, y: number): string {
  const box = `<path d="M${x} ${y}h${BOX}v${BOX}h-${BOX}z" class="fr-map-${look}"/>`;
  const words = `<text x="${x + BOX + GAP}" y="${y + 50}">${xml(text)}</text>`;
  return `<g${place ? ` data-place="${place}"` : ''}>${title ? `<title>${xml(title)}</title>` : ''}${box}${words}</g>`;
}

/** Keys in lines that are at most `width` long, from (0, 0) down. */
export function keysInLines(keys: readonly Key[], width: number): { svg: string; height: number } {
  let [x, y, svg] = [0, 0, ''];
  for (const key of keys) {
    if (x > 0 && x + widthOf(key) > width) [x, y] = [0, y + ROW];
    svg += keyAt(key, x, y);
    x += widthOf(key);
  }
  return { svg, height: keys.length > 0 ? y + ROW : 0 };
}

/** Keys below each other, with their right edge near 0. */
export const keysInColumn = (keys: readonly Key[]): string =>
  keys.map((key, i) => keyAt(key, -(BOX + GAP + Math.ceil(TYPE * 1.5)), i * (ROW - 12))).join('');
