/** Which health aspect a block speaks of by itself. What is not here speaks of whatever its section does. Pure. */

import type { BlockFields } from '../../../collections/blocks/articleBlock.js';
import type { HealthAspect } from '../../../collections/blocks/aspect.js';
import { textOf } from '../../../collections/blocks/fieldValues.js';

const ofCallout: Readonly<Record<string, HealthAspect>> = {
  important: 'Safety',
  crisis: 'Safety',
  risk: 'RisksOrComplications',
};

type Speaks = HealthAspect | ((fields: BlockFields) => HealthAspect | undefined) | null;

/** Every block of the registry stands here; null: it has no aspect of its own. */
export const blockAspects: Readonly<Record<string, Speaks>> = {
  mythList: 'Misconceptions',
  riskInformation: 'RisksOrComplications',
  // whom something is not for is what readers of this aspect look for
  eligibility: 'Safety',
  steps: 'UsageOrSchedule',
  phases: 'UsageOrSchedule',
  exercise: 'SelfCare',
  availability: 'HowOrWhere',
  callout: (fields) => ofCallout[textOf(fields, 'kind')],
  aspect: null,
  callToAction: null,
  checklist: null,
  code: null,
  definition: null,
  disclaimer: null,
  faqList: null,
  figure: null,
  notice: null,
  quotation: null,
  sourceList: null,
  table: null,
};

/** The aspect of a block with these fields; undefined when it has none of its own. */
export function aspectOfBlock(fields: BlockFields): HealthAspect | undefined {
  const name = textOf(fields, 'blockType');
  const speaks = Object.hasOwn(blockAspects, name) ? blockAspects[name] : null;
  return (typeof speaks === 'function' ? speaks(fields) : speaks) ?? undefined;
}
