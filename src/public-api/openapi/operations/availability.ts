/** Is it offered there, and where at all? */
import { summaryFormats } from '../../../availability/summary.js';
import { availabilityParameters } from '../../availability/parseAvailabilityQuery.js';
import { type AnyParameter, cached, json, notModified, type Operation } from '../operation.js';
import { oneOf, query, shared, text } from '../parameters.js';

const tag = 'Availability';
const code = { type: 'string', pattern: '^\\d{5}$' };

type Name = (typeof availabilityParameters)[keyof typeof availabilityParameters][number];

const parameters: Record<Name, AnyParameter> = {
  site: query(
    'site',
    'The slug of a site: all of its services. At least one of `site` and `service`.',
    text,
    { example: 'brightpath' },
  ),
  service: query('service', 'The slug or id of one service.', text, { example: 'at-home-program' }),
  zip: query(
    'zip',
    'A ZIP code of five digits; nine are cut to five. Exactly one of `zip`, `county` and `state`.',
    { type: 'string', pattern: '^\\d{5}(-?\\d{4})?$' },
    { example: '33040' },
  ),
  county: query('county', 'The FIPS code of a county, five digits.', code),
  state: query('state', 'The postal abbreviation of a US state or territory.', text),
  format: query('format', 'How the sentence is made.', oneOf(summaryFormats, 'oxford')),
  locale: shared('locale'),
  at: query(
    'at',
    'A moment with its offset; it may lie in the future. The past is for signed-in people and keys with the scope `read-drafts`.',
    { type: 'string', format: 'date-time' },
  ),
  position: shared('position'),
};

/** What the parser takes, and the tag of the answer that the caller has. */
const namedFor = (question: keyof typeof availabilityParameters) => [
  ...availabilityParameters[question].map((name) => parameters[name]),
  shared('ifNoneMatch'),
];

const asText = { schema: { type: 'string' } };
const common = { tag, signedIn: 'also' as const, errors: [400, 401, 403, 404] };

export const availabilityOperations: readonly Operation[] = [
  {
    ...common,
    ...{ path: '/api/availability/check', id: 'checkAvailability', summary: 'Is it offered at a place?' },
    parameters: namedFor('check'),
    answers: [
      {
        status: 200,
        description: 'Whether, why, and what goes with the offer.',
        content: json('AvailabilityCheck'),
        headers: cached,
      },
      notModified,
    ],
  },
  {
    ...common,
    ...{
      path: '/api/availability/summary',
      id: 'summarizeAvailability',
      summary: 'Where is it offered, in words?',
    },
    parameters: namedFor('summary'),
    answers: [
      {
        ...{
          status: 200,
          description: 'The sentence, and the states in it. `Accept` chooses the form.',
          headers: [...cached, 'Vary'],
        },
        content: { ...json('AvailabilitySummary'), 'text/plain': asText, 'text/html': asText },
      },
      notModified,
    ],
  },
  {
    ...common,
    ...{
      path: '/api/availability/map.svg',
      id: 'drawAvailability',
      summary: 'Where is it offered, as a map?',
    },
    parameters: namedFor('map'),
    answers: [
      {
        status: 200,
        description: 'With title, description, legend and text alternative.',
        content: { 'image/svg+xml': asText },
        headers: cached,
      },
      notModified,
    ],
  },
  {
    ...{ path: '/api/availability/counties', id: 'listCounties', tag, summary: 'The counties of a state' },
    parameters: [
      {
        ...query('state', 'The postal abbreviation of a US state or territory.', text, {
          required: true,
          example: 'DE',
        }),
      },
      shared('ifNoneMatch'),
    ],
    answers: [
      {
        status: 200,
        description: 'With the codes that `check` takes.',
        content: json('Counties'),
        headers: cached,
      },
      notModified,
    ],
    errors: [400],
  },
];
