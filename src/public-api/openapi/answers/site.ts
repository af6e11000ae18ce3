/** What is answered about a whole site: itself, its manifest, its JSON Feed. Held to src/pages/sites by the compiler. */
import { z } from 'zod';
import type { SiteAnswer } from '../../../pages/sites/composeSite.js';
import type { JsonFeed } from '../../../pages/sites/jsonFeed.js';
import type { Manifest } from '../../../pages/sites/manifest.js';
import { offered, siteHead } from './page.js';
import { disclaimer, image, locale, notice, offeredCall } from './parts.js';
import {
  address,
  describes,
  id,
  moment,
  momentOrNull,
  names,
  text,
  textOrNull,
  wholeOrNull,
} from './shape.js';

const { service, states } = offered.shape;

const siteService = names(
  'SiteService',
  'A service of the site, and where it is offered now.',
  service.extend({ states, href: address }),
);

export const site = describes<SiteAnswer>()(
  'SiteWithSurroundings',
  'A site with what stands around every page of it.',
  z.object({
    ...siteHead,
    domains: z.array(z.object({ id: textOrNull, host: text })),
    about: textOrNull,
    hubTitle: textOrNull,
    updatedAt: moment,
    prefixes: z.object({ articles: textOrNull, faqs: textOrNull, misconceptions: textOrNull }),
    policies: z.object({ refreshWithin: textOrNull, reviewEveryMonths: wholeOrNull }),
    stateOrder: z.array(text),
    logo: id.nullable().describe('The id of the image; `logoImage` is the image itself.'),
    locale,
    href: address,
    logoImage: image.nullable(),
    notices: z.array(notice),
    services: z.array(siteService),
    callsToAction: z.array(offeredCall).describe('Of its services.'),
    disclaimers: z
      .array(disclaimer)
      .describe('That have to stand where all of its services are shown to a visitor from anywhere.'),
    nextChangeAt: momentOrNull.describe('Do not show the answer past this moment without asking again.'),
    refreshWithin: text.describe(
      'ISO 8601 duration: do not show the answer for longer without asking again.',
    ),
    revision: text.describe('Made of all the data of the answer: equal revisions are equal data.'),
    renderer: text.describe('The version of the formats that wrote the answer.'),
  }),
);

describes<Manifest>()(
  'Manifest',
  'Every page of a site with its dates and its revision: what to read again.',
  z.object({
    site: text.describe('The slug of the site.'),
    revision: text.describe('Moves when that of any page does, or when pages come or go.'),
    nextChangeAt: momentOrNull.describe('The first moment at which one of the pages may be another.'),
    refreshWithin: text,
    pages: z.array(
      z.object({
        id,
        kind: z.enum(['article', 'faq', 'misconception']),
        path: text.describe('On the site itself.'),
        locale,
        title: text,
        publishedAt: momentOrNull,
        updatedAt: moment,
        lastReviewed: momentOrNull,
        nextReview: momentOrNull,
        revision: text.describe('That of the page as asked for without `state`.'),
        nextChangeAt: momentOrNull,
        modules: z.array(text).describe('Health aspects, as schema.org names them, that the page speaks of.'),
        href: address.describe('The page in this API.'),
      }),
    ),
  }),
);

const author = z.object({ name: text, url: text.optional() });

describes<JsonFeed>()(
  'JsonFeed',
  'The newest articles, as JSON Feed 1.1 (jsonfeed.org/version/1.1).',
  z.object({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: text,
    home_page_url: text,
    feed_url: text,
    description: text.optional(),
    icon: text.optional(),
    authors: z.array(author),
    language: locale,
    items: z.array(
      z.object({
        id: text.describe('A URN, the same on every site and for good.'),
        url: text,
        title: text,
        language: locale,
        summary: text.optional(),
        content_text: text.describe('What lists show. The whole text, with its disclaimers, is on the page.'),
        image: text.optional(),
        date_published: moment,
        date_modified: moment,
        authors: z.array(author).optional(),
        tags: z.array(text).optional(),
      }),
    ),
  }),
);
