/** All that can be measured, by name. A part that fails is told and left out; the others are measured all the same. */
import type { Bench } from '../bench.js';
import { endChild, startedChildren } from '../machine/children.js';
import type { PartName } from '../options.js';
import { type GrowthRow, measureGrowth } from './growth.js';
import { type HitRow, measureHits } from './hits.js';
import { type KitchenRow, measureKitchen } from './kitchen.js';
import { type MissRow, measureMisses } from './misses.js';
import { type Mixed, measureMixed } from './mixed.js';
import { measureStampede, type Stampede } from './stampede.js';
import { measureVisible, type Visible } from './visible.js';

export interface Parts {
  hits?: HitRow[];
  misses?: MissRow[];
  visible?: Visible[];
  growth?: GrowthRow[];
  mixed?: Mixed;
  stampede?: Stampede;
  kitchen?: KitchenRow[];
}

type Measures = { [Name in PartName]: (bench: Bench) => Promise<Parts[Name]> };

const measures: Measures = {
  hits: measureHits,
  misses: measureMisses,
  visible: measureVisible,
  growth: measureGrowth,
  mixed: measureMixed,
  stampede: measureStampede,
  kitchen: measureKitchen,
};

/** `onPart` is told what there is after each: a run is long, and may be cut off. */
export async function measureParts(bench: Bench, onPart: (parts: Parts) => void): Promise<Parts> {
  const parts: Parts = {};
  for (const name of bench.options.parts) {
    const before = startedChildren();
    try {
      Object.assign(parts, { [name]: await measures[name](bench) });
    } catch (error) {
      bench.remark(`${name} was not measured: ${(error as Error).message}`);
    }
    // what a failure left running would be in the way of the next
    await Promise.all(startedChildren().map((each) => (before.includes(each) ? undefined : endChild(each))));
    onPart(parts);
  }
  return parts;
}
