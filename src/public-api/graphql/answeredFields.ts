// What answers carry beside what is stored, over GraphQL as over REST: where the page is, and the disclaimers that go
// with the text. Batched: one load per language for all documents of a question.
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import DataLoader from 'dataloader';
import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
} from 'graphql';
import type { Payload } from 'payload';
import type { Locale } from '../../../collections/locales.js';
import { type AnsweredDisclaimer, disclaimersForAll } from '../../pages/disclaimersForAll.js';
import { allowList, type PublicCollection, type PublicSlug } from '../allowList.js';
import { findSites } from '../findPublic.js';
import { type Doc, hrefOfDocument, type SiteAddress } from '../present.js';
import type { Context } from './ownRequests.js';

const text = new GraphQLNonNull(GraphQLString);
const listOf = (type: GraphQLOutputType) => new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)));
const objectOf = (name: string, fields: GraphQLFieldConfigMap<unknown, unknown>) =>
  new GraphQLObjectType({ name, fields });

const condition = objectOf('DisclaimerCondition', {
  property: { type: text },
  operator: { type: text },
  value: { type: text },
});
const source = objectOf('DisclaimerSource', { title: { type: text }, url: { type: GraphQLString } });
const reason = objectOf('DisclaimerReason', {
  rule: { type: text, description: 'The slug of the rule that asks for the disclaimer.' },
  source: { type: source },
  properties: { type: listOf(condition), description: 'What the rule found on the page.' },
});
const clause = objectOf('DisclaimerClause', { key: { type: text }, text: { type: text } });
const attached = objectOf('AttachedDisclaimer', {
  ...{ id: { type: text }, slug: { type: text }, title: { type: text }, locale: { type: text } },
  version: { type: text, description: 'Equal for equal wording in one language.' },
  ...{ placement: { type: text }, html: { type: text }, text: { type: text } },
  clauses: { type: listOf(clause) },
  because: { type: listOf(reason) },
});

/** Loads that one field at the root needs, kept with its request. */
interface Loads {
  sites?: Promise<SiteAddress[]>;
  disclaimers: Map<string, DataLoader<string, AnsweredDisclaimer[]>>;
}
const loadsByRequest = new WeakMap<object, Loads>();

function loadsOf({ req }: Context): Loads {
  const loads = loadsByRequest.get(req) ?? { disclaimers: new Map() };
  loadsByRequest.set(req, loads);
  return loads;
}

function sitesOf(payload: Payload, context: Context): Promise<SiteAddress[]> {
  const loads = loadsOf(context);
  loads.sites ??= findSites(payload);
  return loads.sites;
}

function disclaimersOf(payload: Payload, kind: NonNullable<PublicCollection['page']>, context: Context) {
  const { disclaimers } = loadsOf(context);
  const locale = context.req.locale as Locale;
  const known = disclaimers.get(kind);
  if (known) return known;
  const loader = new DataLoader<string, AnsweredDisclaimer[]>(async (ids) => {
    const found = await disclaimersForAll({ payload, kind, ids: [...ids], locale });
    return ids.map((id) => found.get(id) ?? []);
  });
  disclaimers.set(kind, loader);
  return loader;
}

type Field = GraphQLFieldConfig<Doc, Context>;

function hrefField(payload: Payload, collection: PublicSlug): Field {
  return {
    type: text,
    description: 'Where it is shown.',
    resolve: async (doc, _args, context) => {
      const sites = allowList[collection].page ? await sitesOf(payload, context) : [];
      return hrefOfDocument(collection, doc, sites);
    },
  };
}

function disclaimersField(payload: Payload, kind: NonNullable<PublicCollection['page']>): Field {
  return {
    type: listOf(attached),
    description: 'What must be shown with the text, and why.',
    resolve: (doc, _args, context) => disclaimersOf(payload, kind, context).load(doc.id),
  };
}

/** The schema with `href` on every public document and `disclaimers` on those that have a page. */
export function withAnsweredFields(schema: GraphQLSchema, payload: Payload): GraphQLSchema {
  const collections = new Map(
    (Object.keys(allowList) as PublicSlug[]).map((slug) => [allowList[slug].names.singular, slug]),
  );
  return mapSchema(schema, {
    [MapperKind.OBJECT_TYPE]: (type) => {
      const collection = collections.get(type.name);
      if (!collection) return type;
      const config = type.toConfig();
      const { page } = allowList[collection];
      const added = {
        href: hrefField(payload, collection),
        ...(page ? { disclaimers: disclaimersField(payload, page) } : {}),
      };
      return new GraphQLObjectType({ ...config, fields: { ...config.fields, ...added } });
    },
  });
}
