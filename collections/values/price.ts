// What a service costs, in one of several wordings. Amount, period and qualifier stay in the service.
import { type InlineValue, serviceReference, wordingOf } from './inlineValue.js';

export const price: InlineValue = {
  slug: 'price',
  name: 'price',
  interfaceName: 'PriceValue',
  labels: { singular: 'Price', plural: 'Prices' },
  reference: serviceReference,
  wordings: {
    'as-set': 'As the service has it: exactly, from or starting at',
    'starting-at': 'starting at $250/month',
    from: 'from $250/month',
    plain: '$250/month',
    amount: '$250',
  },
  more: () => [],
  attributes: [],
  read: () => ({}),
  write: () => ({}),
  words: (fields, render) => render.price(fields.service, wordingOf(price, fields)),
};
