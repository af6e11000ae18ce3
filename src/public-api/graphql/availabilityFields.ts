// What REST answers at /api/availability/check and summary, over GraphQL: the same questions, answers and errors.
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLInputType,
  GraphQLObjectType,
  type GraphQLSchema,
  GraphQLString,
} from 'graphql';
import type { Payload } from 'payload';
import { answerCheck, answerSummary } from '../availability/answers.js';
import type { FoundServices } from '../availability/findServices.js';
import { findIn, openBook } from '../availability/openBook.js';
import {
  type AskedServices,
  parseCheckQuery,
  parseSummaryQuery,
} from '../availability/parseAvailabilityQuery.js';
import { availabilityCheck, availabilitySummary } from './availabilityTypes.js';
import type { Context } from './ownRequests.js';

type Arguments = Record<string, string | null | undefined>;
type Field = GraphQLFieldConfig<unknown, Context, Arguments>;

/** The parameters that REST would have been asked with. What is null is not given. */
function searchOf(args: Arguments): URLSearchParams {
  const given = Object.entries(args).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return new URLSearchParams(given);
}

interface Question<Q extends AskedServices> {
  parse(search: URLSearchParams): Q;
  answer(found: FoundServices, query: Q, at: string): unknown;
}

function resolverOf<Q extends AskedServices>(
  payload: Payload,
  { answer, parse }: Question<Q>,
): Field['resolve'] {
  return async (_source, args, { req }) => {
    const query = parse(searchOf(args));
    const user = req.user ?? null;
    const open = await openBook({ payload, user }, query);
    return answer(findIn(open, query, user), query, open.at);
  };
}

const argument = (description: string) => ({ type: GraphQLString, description });

function commonArguments(locale: GraphQLInputType): GraphQLFieldConfigArgumentMap {
  return {
    site: argument(
      'The slug of a site: all its services, unless one is named. At least one of site and service.',
    ),
    service: argument('The slug or id of a service.'),
    at: argument(
      'A moment to come, in ISO 8601 with its offset. Now, when left out. The past is for signed-in people.',
    ),
    locale: { type: locale, description: 'The language of words and names.' },
  };
}

function checkField(payload: Payload, locale: GraphQLInputType): Field {
  return {
    type: availabilityCheck,
    description: 'Is it offered there? Say one place.',
    args: {
      ...commonArguments(locale),
      zip: argument('A ZIP code of five digits, or of five and four.'),
      county: argument('The FIPS code of a county, five digits.'),
      state: argument('The postal abbreviation of a state or territory.'),
    },
    resolve: resolverOf(payload, { parse: parseCheckQuery, answer: answerCheck }),
  };
}

function summaryField(payload: Payload, locale: GraphQLInputType): Field {
  return {
    type: availabilitySummary,
    description: 'Where it is offered, in words.',
    args: {
      ...commonArguments(locale),
      format: argument('list, oxford (when left out), ampersand, counties, short or table.'),
    },
    resolve: resolverOf(payload, { parse: parseSummaryQuery, answer: answerSummary }),
  };
}

/** The schema with the questions about availability beside those about documents. */
export function withAvailabilityFields(schema: GraphQLSchema, payload: Payload): GraphQLSchema {
  // as Payload names the type of its own arguments for languages
  const locale = (schema.getType('LocaleInputType') as GraphQLInputType | undefined) ?? GraphQLString;
  return mapSchema(schema, {
    [MapperKind.QUERY]: (type) => {
      const config = type.toConfig();
      const added = {
        availabilityCheck: checkField(payload, locale),
        availabilitySummary: summaryField(payload, locale),
      };
      return new GraphQLObjectType({ ...config, fields: { ...config.fields, ...added } });
    },
  });
}
