// The shapes of answers about availability, as docs/availability-api.md has them. REST answers the same.
import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLInt,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import { reasonCodes } from '../../availability/checkAnswer.js';
import { statuses } from '../../availability/entry.js';
import { offerCallToAction, offerDisclaimer } from './offerTypes.js';
import { always, many, maybe } from './typeParts.js';

const oneOf = (names: readonly string[]) => `One of ${names.join(', ')}.`;

const verdict = new GraphQLEnumType({
  name: 'AvailabilityVerdict',
  values: {
    yes: { description: 'Everywhere at the place.' },
    partly: { description: 'In some counties of the place.' },
    unknown: { description: 'A ZIP code that is no area, in a state where it depends on the county.' },
    no: { description: 'Nowhere at the place.' },
  },
});

const fips = always(GraphQLString, 'The FIPS code of the county, five digits.');
const status = always(GraphQLString, oneOf(statuses));

/** What is said of one service, and at the top of the best of them. */
const verdictFields = {
  available: always(verdict),
  status: maybe(GraphQLString, `${oneOf(statuses)} Null where it is unknown.`),
  reason: always(GraphQLString, 'Why, as a sentence.'),
  reasonCode: always(GraphQLString, oneOf(reasonCodes)),
  effectiveFrom: maybe(GraphQLString, 'Since when it is so; null when nobody said.'),
  nextChangeAt: maybe(
    GraphQLString,
    'The first moment at which the answer may be another; null when none is known.',
  ),
};

const place = new GraphQLObjectType({
  name: 'AvailabilityPlace',
  fields: {
    zip: maybe(GraphQLString),
    county: maybe(GraphQLString),
    state: maybe(GraphQLString),
    name: maybe(GraphQLString, 'Of a county or state.'),
    states: many(
      GraphQLString,
      'Postal abbreviations of the states that it lies in, that with most of its land first.',
    ),
  },
});

const serviceCounty = new GraphQLObjectType({
  name: 'AvailabilityServiceCounty',
  fields: { fips, status },
});

const service = new GraphQLObjectType({
  name: 'AvailabilityService',
  fields: {
    id: always(GraphQLString),
    slug: always(GraphQLString),
    name: always(GraphQLString),
    site: always(GraphQLString, 'The slug of its site.'),
    ...verdictFields,
    publicNote: maybe(GraphQLString),
    counties: many(serviceCounty),
  },
});

const county = new GraphQLObjectType({
  name: 'AvailabilityCounty',
  fields: {
    fips,
    name: always(GraphQLString),
    state: always(GraphQLString, 'Its postal abbreviation.'),
    share: maybe(GraphQLFloat, 'Of the land of the ZIP area, 0 to 1; null where a state was asked for.'),
    available: always(GraphQLBoolean, 'Whether one of the services is available there.'),
    status,
  },
});

export const availabilityCheck = new GraphQLObjectType({
  name: 'AvailabilityCheck',
  fields: {
    site: always(GraphQLString, 'The slug of the site.'),
    service: maybe(GraphQLString, 'The slug of the service asked for; null for all of the site.'),
    place: always(place),
    ...verdictFields,
    services: many(service),
    counties: many(county, 'Of a state only where it is partly covered.'),
    disclaimers: many(
      offerDisclaimer,
      'That have to stand where this is shown; none where it is not offered.',
    ),
    callsToAction: many(offerCallToAction, 'Of the services that are offered there.'),
  },
});

const summaryCounty = new GraphQLObjectType({
  name: 'AvailabilitySummaryCounty',
  fields: { fips, name: always(GraphQLString) },
});

const summaryCounties = new GraphQLObjectType({
  name: 'AvailabilitySummaryCounties',
  fields: {
    covered: always(GraphQLInt),
    total: always(GraphQLInt),
    mode: always(GraphQLString, oneOf(['all', 'only', 'except'])),
    list: many(summaryCounty, 'Those that are meant by only or except.'),
  },
});

const summaryState = new GraphQLObjectType({
  name: 'AvailabilitySummaryState',
  fields: {
    state: always(GraphQLString, 'Its postal abbreviation.'),
    name: always(GraphQLString),
    text: always(GraphQLString, 'What the format says of it.'),
    counties: always(summaryCounties),
  },
});

export const availabilitySummary = new GraphQLObjectType({
  name: 'AvailabilitySummary',
  fields: {
    text: always(GraphQLString),
    format: always(GraphQLString),
    locale: always(GraphQLString),
    states: many(summaryState),
    nextChangeAt: verdictFields.nextChangeAt,
  },
});
