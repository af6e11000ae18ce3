/** The content of a page: its head, its body in every form, and what the body is made of. */
import { z } from 'zod';
import { type HealthAspect, healthAspects } from '../../../../collections/blocks/aspect.js';
import { contentKinds } from '../../../compliance/conditionProperties.js';
import type { PresentedTopic } from '../../../pages/parts/presentTopic.js';
import { type BodyForm, bodyForms } from '../../../pages/renderBody.js';
import { image, locale, person } from './parts.js';
import { address, describes, id, moment, momentOrNull, names, text, textOrNull, whole } from './shape.js';

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

export const kind = z.enum(contentKinds);

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

export const pageContent = names(
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
