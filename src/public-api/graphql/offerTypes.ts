// What goes with an offer, as REST answers it: calls to action, and disclaimers with the rules that ask for them.
import { GraphQLBoolean, GraphQLFloat, GraphQLObjectType, GraphQLString } from 'graphql';
import { always, many, maybe } from './typeParts.js';

const condition = new GraphQLObjectType({
  name: 'OfferCondition',
  fields: {
    property: always(GraphQLString),
    operator: always(GraphQLString),
    value: always(GraphQLString),
  },
});

const ruleSource = new GraphQLObjectType({
  name: 'OfferRuleSource',
  fields: { title: always(GraphQLString), url: maybe(GraphQLString) },
});

const reason = new GraphQLObjectType({
  name: 'OfferReason',
  fields: {
    rule: always(GraphQLString, 'The slug of the rule.'),
    source: always(ruleSource, 'What asks for it.'),
    properties: many(condition, 'The conditions that are met.'),
  },
});

const clause = new GraphQLObjectType({
  name: 'OfferClause',
  fields: { key: always(GraphQLString), text: always(GraphQLString) },
});

export const offerDisclaimer = new GraphQLObjectType({
  name: 'OfferDisclaimer',
  fields: {
    id: always(GraphQLString),
    slug: always(GraphQLString),
    title: always(GraphQLString),
    version: always(GraphQLString, 'Equal for equal wording in one language.'),
    placement: always(GraphQLString, 'One of besideClaim, beforeCallToAction, footer.'),
    locale: always(GraphQLString, 'English where there is no whole translation.'),
    html: always(GraphQLString),
    text: always(GraphQLString),
    clauses: many(clause),
    because: many(reason),
  },
});

const target = new GraphQLObjectType({ name: 'OfferTarget', fields: { url: maybe(GraphQLString) } });

const terms = new GraphQLObjectType({
  name: 'OfferTerms',
  fields: { free: always(GraphQLBoolean), minutes: maybe(GraphQLFloat) },
});

const price = new GraphQLObjectType({
  name: 'OfferPrice',
  fields: {
    amount: always(GraphQLFloat),
    currency: always(GraphQLString),
    period: maybe(GraphQLString),
    qualifier: always(GraphQLString),
    note: maybe(GraphQLString),
    text: always(GraphQLString, 'In words: “Starting at $250/month”.'),
  },
});

const service = new GraphQLObjectType({
  name: 'OfferService',
  fields: {
    id: always(GraphQLString),
    slug: always(GraphQLString),
    name: always(GraphQLString),
    price: maybe(price),
  },
});

export const offerCallToAction = new GraphQLObjectType({
  name: 'OfferCallToAction',
  fields: {
    id: always(GraphQLString),
    slug: always(GraphQLString),
    kind: always(GraphQLString),
    label: always(GraphQLString),
    eyebrow: maybe(GraphQLString),
    heading: maybe(GraphQLString),
    text: maybe(GraphQLString),
    facts: many(GraphQLString),
    target: always(target),
    offer: always(terms),
    service: maybe(service),
  },
});
