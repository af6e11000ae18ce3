// page, site and disclaimersFor beside the questions about documents: one query for all that a page needs.
import { GraphQLBoolean, type GraphQLInputType, GraphQLList, GraphQLNonNull, GraphQLString } from 'graphql';
import { z } from 'zod';
import { resolvedDisclaimers } from '../openapi/answers/disclaimers.js';
import { page } from '../openapi/answers/page.js';
import { site } from '../openapi/answers/site.js';
import { argument, type Making, past, type QuestionField } from './makingFields.js';
import { answerDisclaimersField, answerPageField, answerSiteField } from './pageResolvers.js';

const needed = (description: string) => argument(description, new GraphQLNonNull(GraphQLString));
const list = new GraphQLList(new GraphQLNonNull(GraphQLString));

const state = argument(
  'The postal abbreviation of the state that the visitor is in; anywhere, when left out.',
);

const languages = (locale: GraphQLInputType) => ({
  locale: argument('The language of texts.', locale),
  fallbackLocale: argument('Tried where it is not published in `locale`.', locale),
});

const drafts = {
  draft: argument('The newest draft. For people, and for keys that may read drafts.', GraphQLBoolean),
};

/** Where a page is now that was asked for at a former address. */
const movedTo = z
  .object({ site: z.string(), path: z.string() })
  .nullable()
  .describe('Set when the page has moved: the answer is of the page there.');

function pageField({ askers, locale, payload, typeOf }: Making): QuestionField {
  const { page: content, ...around } = page.shape;
  const whole = z.object({ ...content.shape, ...around, movedTo });
  return {
    type: typeOf(whole, 'Page'),
    description: 'All that a page needs. Only the forms of the body that are selected are written.',
    args: {
      site: needed('The slug of a site.'),
      path: needed('The path of the page on the site, such as /resources/what-is-trauma.'),
      state,
      ...languages(locale),
      ...past,
      ...(askers === 'signedIn' ? drafts : {}),
    },
    resolve: (_source, args, context, info) => answerPageField(payload, args, context, info),
  };
}

function siteField({ locale, payload, typeOf }: Making): QuestionField {
  return {
    type: typeOf(site, 'Site'),
    description: 'A site with its notices, services, and the disclaimers that go with those.',
    args: { slug: needed('The slug of a site, or its id.'), ...languages(locale), ...past },
    resolve: (_source, args, context) => answerSiteField(payload, args, context),
  };
}

function disclaimersField({ locale, payload, typeOf }: Making): QuestionField {
  return {
    type: typeOf(resolvedDisclaimers, 'ResolvedDisclaimers'),
    description:
      'Which disclaimers have to stand on a page, where, and why: of ours by `path`, of yours by what it says.',
    args: {
      site: needed('The slug of the site that shows the page.'),
      path: argument('The path of one of our pages. Leave out what follows, then.'),
      state,
      locale: argument('The language of texts.', locale),
      kind: argument('article, faq or misconception.'),
      services: argument('Slugs of services that the page offers or names.', list),
      topics: argument('Slugs of topics. Those of the services, when left out.', list),
      modes: argument('telehealth, in-person … Those of the services, when left out.', list),
      offersFree: argument('Something free is offered. As the services say, when left out.', GraphQLBoolean),
      showsPrice: argument('A price is shown. As the services say, when left out.', GraphQLBoolean),
      phrase: argument('Words that the page uses.'),
      ...past,
    },
    resolve: (_source, args, context) => answerDisclaimersField(payload, args, context),
  };
}

/** `page`, `site` and `disclaimersFor`. */
export const pageFields = (making: Making): Record<string, QuestionField> => ({
  page: pageField(making),
  site: siteField(making),
  disclaimersFor: disclaimersField(making),
});
