// Where a service is offered, inside of a sentence. A visitor who says a state reads of that state only, as in the block.
import { type InlineValue, serviceReference, wordingOf } from './inlineValue.js';

export const availabilityWording: InlineValue = {
  slug: 'availabilityWording',
  name: 'availability',
  interfaceName: 'AvailabilityValue',
  labels: { singular: 'Available states', plural: 'Available states' },
  reference: serviceReference,
  wordings: {
    oxford: 'Florida, New Jersey, and Georgia',
    ampersand: 'Florida & New Jersey',
    counties: 'Florida (all 67 counties) and New Jersey (all 21 counties)',
    short: 'FL, NJ',
  },
  more: () => [],
  attributes: [],
  read: () => ({}),
  write: () => ({}),
  words: (fields, render) => render.availability(fields.service, wordingOf(availabilityWording, fields)),
};
