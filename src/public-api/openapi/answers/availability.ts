/** The answers about availability, held to src/public-api/availability/answers.ts by the compiler. */
import { z } from 'zod';
import type { ServiceAnswer } from '../../../availability/checkAnswer.js';
import { reasonCodes } from '../../../availability/checkAnswer.js';
import { type SummaryState, summaryFormats } from '../../../availability/summary.js';
import type { answerCheck, answerCounties, answerSummary } from '../../availability/answers.js';
import { disclaimer, locale, offeredCall } from './parts.js';
import { describes, id, momentOrNull, text, textOrNull, whole } from './shape.js';

export const status = z.enum(['available', 'waitlist', 'coming-soon', 'paused', 'unavailable']);
export const countyMode = z.enum(['all', 'only', 'except']);
const fips = text.describe('The FIPS code of a county, five digits.');
const usps = text.describe('The postal abbreviation of a state or territory.');

const verdict = {
  available: z
    .enum(['yes', 'partly', 'unknown', 'no'])
    .describe(
      '`yes`: everywhere at the place; `partly`: in some of its counties; `no`: in none; `unknown`: ask for the county.',
    ),
  status: status.nullable().describe('The best that holds anywhere at the place; null where it is unknown.'),
  reason: text.describe('Why, as a sentence in the language asked for.'),
  reasonCode: z.enum(reasonCodes),
  effectiveFrom: momentOrNull.describe('Since when what decides is so; null when nobody said.'),
  nextChangeAt: momentOrNull.describe('The first moment at which the answer may be another.'),
};

const serviceAnswer = describes<ServiceAnswer>()(
  'ServiceAvailability',
  'What holds for one service.',
  z.object({
    id,
    slug: text,
    name: text,
    site: text.describe('The slug of its site.'),
    ...verdict,
    publicNote: textOrNull,
    counties: z.array(z.object({ fips, status })),
  }),
);

const county = z.object({
  fips,
  name: text,
  state: usps,
  share: z
    .number()
    .nullable()
    .describe('Of the land of the ZIP area, 0 to 1; null where a state was asked for.'),
  available: z.boolean(),
  status,
});

const place = z.union([
  z.object({ county: fips, name: text, states: z.array(usps) }),
  z.object({ state: usps, name: text, states: z.array(usps) }),
  z.object({ zip: text, states: z.array(usps) }),
]);

export const availabilityCheck = describes<ReturnType<typeof answerCheck>>()(
  'AvailabilityCheck',
  'Whether services are offered at one place, and what goes with that.',
  z.object({
    site: text,
    service: textOrNull.describe('The slug of the service asked about; null for all of the site.'),
    place,
    ...verdict,
    services: z.array(serviceAnswer),
    counties: z.array(county),
    disclaimers: z.array(disclaimer),
    callsToAction: z.array(offeredCall),
  }),
);

const summaryState = describes<SummaryState>()(
  'SummaryState',
  'A state, and how much of it is covered.',
  z.object({
    state: usps,
    name: text,
    text,
    counties: z.object({
      covered: whole,
      total: whole,
      mode: countyMode,
      list: z.array(z.object({ fips, name: text })),
    }),
  }),
);

export const availabilitySummary = describes<ReturnType<typeof answerSummary>>()(
  'AvailabilitySummary',
  'Where something is available, in words.',
  z.object({
    text: text.describe('Lines are parted by newlines in `list` and `table`, the cells of `table` by tabs.'),
    format: z.enum(summaryFormats),
    locale,
    states: z.array(summaryState),
    nextChangeAt: momentOrNull,
  }),
);

describes<ReturnType<typeof answerCounties>>()(
  'Counties',
  'The counties of a state, in the order of their FIPS codes.',
  z.object({ docs: z.array(z.object({ fips, state: usps, name: text })) }),
);
