/** Instructions as schema.org has them. Pure. */
import type { HowTo, HowToStep } from 'schema-dts';
import type { Instructions } from './foundInBody.js';

const stepNode = ({ text, title }: Instructions['steps'][number], index: number): HowToStep => ({
  '@type': 'HowToStep',
  position: index + 1,
  name: title ?? undefined,
  text: text || title || undefined,
});

/** `name` stands in where nothing above the steps names them. */
export function howToNode({ minutes, name, steps }: Instructions, usualName: string): HowTo {
  return {
    '@type': 'HowTo',
    name: name ?? usualName,
    totalTime: minutes === null ? undefined : `PT${minutes}M`,
    step: steps.map(stepNode),
  };
}
