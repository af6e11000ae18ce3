// What answers carry beside what is stored, over GraphQL as over REST: where the page is, and the disclaimers that go
// with the text. Batched: one load per language for all documents of a question.
import DataLoader from 'dataloader';
import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import type { Payload } from 'payload';
import { z } from 'zod';
import type { Locale } from '../../../collections/locales.js';
import { type AnsweredDisclaimer, disclaimersForAll } from '../../pages/disclaimersForAll.js';
import { allowList, type PublicCollection, type PublicSlug } from '../allowList.js';
import { findSites } from '../findPublic.js';
import { disclaimer } from '../openapi/answers/parts.js';
import { type Doc, hrefOfDocument, type SiteAddress } from '../present.js';
import type { Making } from './makingFields.js';
import type { Context } from './ownRequests.js';

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
    type: new GraphQLNonNull(GraphQLString),
    description: 'Where it is shown.',
    resolve: async (doc, _args, context) => {
      const sites = allowList[collection].page ? await sitesOf(payload, context) : [];
      return hrefOfDocument(collection, doc, sites);
    },
  };
}

function disclaimersField({ payload, typeOf }: Making, kind: NonNullable<PublicCollection['page']>): Field {
  return {
    type: typeOf(z.array(disclaimer), 'AttachedDisclaimer'),
    description: 'What must be shown with the text, and why.',
    resolve: (doc, _args, context) => disclaimersOf(payload, kind, context).load(doc.id),
  };
}

const collections = new Map(
  (Object.keys(allowList) as PublicSlug[]).map((slug) => [allowList[slug].names.singular, slug]),
);

function fieldsOf(making: Making, collection: PublicSlug): GraphQLFieldConfigMap<Doc, Context> {
  const { page } = allowList[collection];
  const href = hrefField(making.payload, collection);
  return page ? { href, disclaimers: disclaimersField(making, page) } : { href };
}

/** The type of a public document with `href`, and with `disclaimers` where it has a page; all other types as they are. */
export function withAnsweredFields(making: Making, type: GraphQLObjectType): GraphQLObjectType {
  const collection = collections.get(type.name);
  if (!collection) return type;
  const config = type.toConfig();
  return new GraphQLObjectType({ ...config, fields: { ...config.fields, ...fieldsOf(making, collection) } });
}
