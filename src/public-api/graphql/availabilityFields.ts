// What REST answers at /api/availability/check and summary, over GraphQL: the same questions, answers and errors.
import type { Payload } from 'payload';
import { answerCheck, answerSummary } from '../availability/answers.js';
import type { FoundServices } from '../availability/findServices.js';
import { findIn, openBook } from '../availability/openBook.js';
import {
  type AskedServices,
  parseCheckQuery,
  parseSummaryQuery,
} from '../availability/parseAvailabilityQuery.js';
import { availabilityCheck, availabilitySummary } from '../openapi/answers/availability.js';
import { argument, type Making, type QuestionField, restSearch } from './makingFields.js';

interface Question<Q extends AskedServices> {
  parse(search: URLSearchParams): Q;
  answer(found: FoundServices, query: Q, at: string): unknown;
}

function resolverOf<Q extends AskedServices>(
  payload: Payload,
  { answer, parse }: Question<Q>,
): QuestionField['resolve'] {
  return async (_source, args, { req }) => {
    const query = parse(restSearch(args));
    const user = req.user ?? null;
    const open = await openBook({ payload, user }, query);
    return answer(findIn(open, query, user), query, open.at);
  };
}

const commonArguments = ({ locale }: Making) => ({
  site: argument(
    'The slug of a site: all its services, unless one is named. At least one of site and service.',
  ),
  service: argument('The slug or id of a service.'),
  at: argument(
    'A moment to come, in ISO 8601 with its offset. Now, when left out. The past is for signed-in people.',
  ),
  locale: argument('The language of words and names.', locale),
});

function checkField(making: Making): QuestionField {
  return {
    type: making.typeOf(availabilityCheck, 'AvailabilityCheck'),
    description: 'Is it offered there? Say one place.',
    args: {
      ...commonArguments(making),
      zip: argument('A ZIP code of five digits, or of five and four.'),
      county: argument('The FIPS code of a county, five digits.'),
      state: argument('The postal abbreviation of a state or territory.'),
    },
    resolve: resolverOf(making.payload, { parse: parseCheckQuery, answer: answerCheck }),
  };
}

function summaryField(making: Making): QuestionField {
  return {
    type: making.typeOf(availabilitySummary, 'AvailabilitySummary'),
    description: 'Where it is offered, in words.',
    args: {
      ...commonArguments(making),
      format: argument('list, oxford (when left out), ampersand, counties, short or table.'),
    },
    resolve: resolverOf(making.payload, { parse: parseSummaryQuery, answer: answerSummary }),
  };
}

/** `availabilityCheck` and `availabilitySummary`. */
export const availabilityFields = (making: Making): Record<string, QuestionField> => ({
  availabilityCheck: checkField(making),
  availabilitySummary: summaryField(making),
});
