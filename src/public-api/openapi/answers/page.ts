/** A whole page as JSON, held to composePage by the compiler and to real answers by a test. */
import { z } from 'zod';
import { serviceModes } from '../../../compliance/conditionProperties.js';
import type { PageAnswer } from '../../../pages/composePage.js';
import type { presentAvailability } from '../../../pages/parts/presentService.js';
import type { presentSite } from '../../../pages/parts/presentSite.js';
import { countyMode, status } from './availability.js';
import { kind, pageContent } from './pageContent.js';
import { callToAction, disclaimer, image, locale, notice, price, source } from './parts.js';
import { address, describes, id, momentOrNull, names, text, textOrNull } from './shape.js';

export const jsonLd = names(
  'JsonLd',
  'The page in the words of schema.org, safe in a `<script type="application/ld+json">` as it is.',
  z.record(text, z.unknown()),
);

/** What is said of a site wherever it is named. */
export const siteHead = {
  id,
  slug: text,
  name: text,
  url: text,
  timeZone: text,
  tagline: textOrNull,
  labels: z.object({ skipToContent: textOrNull, skipToFooter: textOrNull }),
  contact: z.object({ email: textOrNull, phone: textOrNull }),
  attribution: z.object({ publisher: textOrNull, license: textOrNull, licenseUrl: textOrNull }),
};

const pageSite = describes<ReturnType<typeof presentSite>>()(
  'PageSite',
  'The site around a page.',
  z.object({ ...siteHead, logo: image.nullable() }),
);

export const offered = describes<ReturnType<typeof presentAvailability>>()(
  'OfferedService',
  'A service that the page names or leads to, and where it is offered now.',
  z.object({
    service: z.object({
      id,
      slug: text,
      name: text,
      modes: z.array(z.enum(serviceModes)),
      summary: textOrNull,
      highlights: z.array(text),
      price: price.nullable(),
    }),
    states: z.array(
      z.object({
        state: text,
        status,
        counties: z.object({ mode: countyMode, list: z.array(text) }),
        effectiveFrom: momentOrNull,
        effectiveTo: momentOrNull,
        reviewedAt: momentOrNull,
        publicNote: textOrNull,
      }),
    ),
  }),
);

const step = z.object({ title: text, path: text, url: text, locale });

export const page = describes<Omit<PageAnswer, 'jsonLd'> & { jsonLd: Record<string, unknown> }>()(
  'Page',
  'Everything that a page needs, in one answer.',
  z.object({
    revision: text.describe('Made of all the data of the answer: equal revisions are equal data.'),
    renderer: text.describe('The version of the formats that wrote the answer.'),
    nextChangeAt: momentOrNull.describe('Do not show the answer past this moment without asking again.'),
    refreshWithin: text.describe(
      'ISO 8601 duration: do not show the answer for longer without asking again.',
    ),
    site: pageSite,
    page: pageContent,
    callsToAction: z.array(callToAction),
    availability: z.array(offered),
    disclaimers: z.array(disclaimer),
    notices: z.array(notice),
    breadcrumb: z.array(step),
    hub: step.nullable().describe('The page that lists the articles of the site.'),
    related: z
      .array(
        z.object({
          kind,
          id,
          slug: text,
          title: text,
          summary: textOrNull,
          topics: z.array(text).describe('The slugs of the topics that it shares with this page.'),
          path: text,
          href: address,
        }),
      )
      .describe('As the editor chose, else what is nearest by topic.'),
    references: z.array(source),
    seo: z.object({
      title: text,
      description: textOrNull,
      noIndex: z.boolean(),
      canonical: text,
      image: textOrNull,
    }),
    attribution: z
      .object({ publisher: text, url: text, license: textOrNull, licenseUrl: textOrNull, text })
      .describe('How others name the publisher; `text` is a line that may be shown as it is.'),
    jsonLd,
  }),
);
