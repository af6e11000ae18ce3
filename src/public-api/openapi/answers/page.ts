/** A whole page as JSON, held to composePage by the compiler and to real answers by a test. */
import { z } from 'zod';
import { type HealthAspect, healthAspects } from '../../../../collections/blocks/aspect.js';
import { contentKinds, serviceModes } from '../../../compliance/conditionProperties.js';
import type { PageAnswer } from '../../../pages/composePage.js';
import type { presentAvailability } from '../../../pages/parts/presentService.js';
import type { presentSite } from '../../../pages/parts/presentSite.js';
import type { PresentedTopic } from '../../../pages/parts/presentTopic.js';
import { type BodyForm, bodyForms } from '../../../pages/renderBody.js';
import { countyMode, status } from './availability.js';
import { callToAction, disclaimer, image, locale, notice, person, price, source } from './parts.js';
import { address, describes, id, moment, momentOrNull, names, text, textOrNull, whole } from './shape.js';

export const jsonLd = names(
  'JsonLd',
  'The page in the words of schema.org, safe in a `<script type="application/ld+json">` as it is.',
  z.record(text, z.unknown()),
);

const pageSite = describes<ReturnType<typeof presentSite>>()(
  'PageSite',
  'The site around a page.',
  z.object({
    id,
    slug: text,
    name: text,
    url: text,
    timeZone: text,
    tagline: textOrNull,
    logo: image.nullable(),
    labels: z.object({ skipToContent: textOrNull, skipToFooter: textOrNull }),
    contact: z.object({ email: textOrNull, phone: textOrNull }),
    attribution: z.object({ publisher: textOrNull, license: textOrNull, licenseUrl: textOrNull }),
  }),
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

const anchors = z.array(z.object({ level: whole, text, anchor: text }));

// the forms are unknown to the compiler; the test over real pages holds them
const form = (type: string | string[], description: string) =>
  z.unknown().meta({ type, description }).optional();

const body = names(
  'PageBody',
  `The body in the forms asked for by \`body\`: ${bodyForms.join(', ')}.`,
  z.object({
    html: form('string', 'Semantic and escaped; its class names are documented.'),
    markdown: form(['string', 'null'], 'Null where Markdown cannot say the text exactly.'),
    text: form('string', 'Plain text.'),
    blocks: form(['object', 'null'], 'The rich text itself, for frontends with components of their own.'),
  } satisfies Record<BodyForm, z.ZodType>),
);

const kind = z.enum(contentKinds);

const part = z.object({
  title: textOrNull.describe('Of its heading; null where it has none.'),
  anchor: textOrNull.describe('Of its heading, in the HTML of the body.'),
  block: textOrNull.describe('The block that it is; null for a plain section.'),
  body: body.optional().describe('With `modules=true`, in the forms of `body`.'),
});

const healthModule = names(
  'HealthModule',
  'What a page says of one health aspect.',
  z.object({
    aspect: z.enum(Object.keys(healthAspects) as [HealthAspect, ...HealthAspect[]]),
    schema: text.describe('The aspect at schema.org.'),
    parts: z.array(part),
  }),
);

const step = z.object({ title: text, path: text, url: text, locale });

const topic = describes<PresentedTopic>()(
  'PageTopic',
  'A condition or therapy that the page is about.',
  z.object({
    id,
    slug: text,
    title: text,
    kind: z.enum(['condition', 'therapy', 'symptom', 'medication', 'procedure', 'other']),
    synonyms: z.array(text),
    description: textOrNull,
    codes: z.array(z.object({ system: z.enum(['ICD-10-CM', 'SNOMED-CT', 'RxNorm', 'MeSH']), code: text })),
  }),
);

const placed = names(
  'PlacedDocument',
  'A document that the body shows, with everything that is public of it; the other properties are those of its collection.',
  z.looseObject({ collection: text, id, slug: text }),
);

const bodyLink = names(
  'BodyLink',
  'A page that words of the body lead to.',
  z.object({ collection: text, id, path: text.describe('On the site of the page.') }),
);

const content = names(
  'PageContent',
  'The content of a page.',
  z.object({
    id,
    kind,
    slug: text,
    title: text,
    summary: textOrNull,
    group: textOrNull.optional().describe('FAQs only.'),
    order: z.number().nullable().optional().describe('FAQs and misconceptions only.'),
    myth: text.optional().describe('Misconceptions only.'),
    fact: text.optional().describe('Misconceptions only.'),
    path: text.describe('On the site itself.'),
    href: address.describe('In this API.'),
    locale,
    heroImage: image.nullable(),
    category: z.object({ id, slug: text, title: text }).nullable(),
    topics: z.array(topic),
    authors: z.array(person),
    reviewedBy: person.nullable(),
    publishedAt: momentOrNull,
    updatedAt: moment,
    lastReviewed: momentOrNull,
    nextReview: momentOrNull,
    changeNote: textOrNull.describe('What readers should know about the latest change.'),
    toc: anchors.describe('The headings, with the anchors that they have in HTML.'),
    readingMinutes: whole,
    modules: z.array(healthModule).describe('What it offers by health aspect.'),
    placed: z
      .array(placed)
      .describe(
        'Images, FAQs, glossary terms, sources and disclaimers that blocks place, by which `blocks` names them.',
      ),
    links: z.array(bodyLink).describe('Where links of `blocks` lead.'),
    body,
  }),
);

export const page = describes<Omit<PageAnswer, 'jsonLd'> & { jsonLd: Record<string, unknown> }>()(
  'Page',
  'Everything that a page needs, in one answer.',
  z.object({
    revision: text.describe('Equal revisions are equal data: a hash over all of it.'),
    renderer: text.describe('The version of the formats that wrote the answer.'),
    nextChangeAt: momentOrNull.describe('Do not show the answer past this moment without asking again.'),
    refreshWithin: text.describe(
      'ISO 8601 duration: do not show the answer for longer without asking again.',
    ),
    site: pageSite,
    page: content,
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
