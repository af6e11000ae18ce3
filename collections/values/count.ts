// How many states or counties a service is offered in, and how many services its site has. Counts are the same for every visitor.
import { stateOptions } from '../../src/availability/states.js';
import { textOf } from '../blocks/fieldValues.js';
import { type InlineValue, serviceReference, wordingOf } from './inlineValue.js';

const COUNTED: Record<string, string> = {
  states: 'States where the service is available',
  counties: 'Counties where the service is available',
  services: 'Services of the service’s site',
};

const isState = (value: string) => stateOptions.some((option) => option.value === value);

export const count: InlineValue = {
  slug: 'count',
  name: 'count',
  interfaceName: 'CountValue',
  labels: { singular: 'Number of states etc.', plural: 'Numbers of states etc.' },
  reference: serviceReference,
  wordings: {
    noun: '67 counties',
    'of-all': 'all 67 counties, 66 of 67 counties (only for counties)',
    number: '67',
  },
  more: () => [
    {
      name: 'of',
      type: 'select',
      required: true,
      defaultValue: 'states',
      label: 'What is counted',
      options: Object.entries(COUNTED).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'state',
      type: 'select',
      label: 'In one state',
      options: stateOptions,
      admin: {
        description: 'Leave empty to count in all states.',
        condition: (_, siblingData) => siblingData?.of === 'counties',
      },
    },
  ],
  attributes: ['of', 'state'],
  read: ({ of = 'states', state }, fail) => {
    if (!Object.hasOwn(COUNTED, of))
      fail(`"${of}" cannot be counted; use of= with one of ${Object.keys(COUNTED).join(', ')}`);
    if (!state) return { of };
    if (of !== 'counties') fail('state= goes with of=counties only');
    return isState(state) ? { of, state } : fail(`"${state}" is no state; use its two letters, e.g. FL`);
  },
  write: (fields) => {
    const of = textOf(fields, 'of') || 'states';
    const state = textOf(fields, 'state');
    return { of, ...(of === 'counties' && state ? { state } : {}) };
  },
  words: (fields, render) => {
    const of = textOf(fields, 'of');
    const state = of === 'counties' ? textOf(fields, 'state') || undefined : undefined;
    return render.count({ of, service: fields.service, state, wording: wordingOf(count, fields) });
  },
};
