/** What several answers are made of: images, people, calls to action, disclaimers … Held to src/pages/parts by the compiler. */
import { z } from 'zod';
import { locales } from '../../../../collections/locales.js';
import type { presentCallToAction } from '../../../pages/parts/presentCallToAction.js';
import type { AnsweredDisclaimer } from '../../../pages/parts/presentDisclaimer.js';
import type { presentMedia } from '../../../pages/parts/presentMedia.js';
import type { presentNotice } from '../../../pages/parts/presentNotice.js';
import type { presentPerson } from '../../../pages/parts/presentPerson.js';
import type { presentPrice } from '../../../pages/parts/presentService.js';
import type { presentSource } from '../../../pages/parts/presentSource.js';
import { address, describes, id, momentOrNull, text, textOrNull, wholeOrNull } from './shape.js';

export const locale = z.enum(locales);
const named = { id, slug: text };

const rendition = z.object({
  name: text.describe('As the table of sizes names it; `share` is cut for cards on social networks.'),
  url: address,
  width: wholeOrNull,
  height: wholeOrNull,
  mimeType: textOrNull,
});

export const image = describes<NonNullable<ReturnType<typeof presentMedia>>>()(
  'Image',
  'An image with what a page needs to show it.',
  z.object({
    id,
    alt: text.describe('What it shows, for people who do not see it.'),
    caption: textOrNull,
    credit: textOrNull,
    url: address.nullable().describe('The original.'),
    mimeType: textOrNull,
    width: wholeOrNull,
    height: wholeOrNull,
    focalX: z.number().nullable().describe('Per cent from the left: keep this in sight when cropping.'),
    focalY: z.number().nullable().describe('Per cent from the top.'),
    sizes: z.array(rendition).describe('Smaller ones, from narrow to wide.'),
    srcset: z
      .object({ avif: textOrNull, webp: textOrNull })
      .describe('Ready for the `srcset` of a `<source>` or `<img>`.'),
  }),
);

export const person = describes<ReturnType<typeof presentPerson>>()(
  'AnsweredPerson',
  'An author or reviewer.',
  z.object({
    ...named,
    name: text,
    honorific: textOrNull,
    credentials: textOrNull,
    jobTitle: textOrNull,
    bio: textOrNull,
    photo: image.nullable(),
    boardCertifications: z.array(z.object({ name: text, board: text })),
    links: z.array(text),
  }),
);

export const price = describes<NonNullable<ReturnType<typeof presentPrice>>>()(
  'Price',
  'A price, stored once with its service.',
  z.object({
    amount: z.number().describe('In the main unit of the currency.'),
    currency: z.enum(['USD']),
    period: z.enum(['month', 'session', 'visit', 'once']).nullable(),
    qualifier: z.enum(['exact', 'from', 'startingAt']).describe('How it is said.'),
    note: textOrNull,
    text: text.describe('In words, as cards show it: “Starting at $250/month”, “Desde $250 al mes”.'),
  }),
);

const placement = z.object({
  where: z.enum(['text', 'end']).describe('In the body, or at the end of the page.'),
  placementId: textOrNull.describe('Of the place in the body; for counting which place works.'),
});

const callFields = z.object({
  ...named,
  kind: z.enum(['booking', 'assessment', 'sign-up', 'link']),
  label: text.describe('On the button.'),
  eyebrow: textOrNull,
  heading: textOrNull,
  text: textOrNull,
  facts: z.array(text),
  target: z.object({ url: text }),
  offer: z.object({ free: z.boolean(), minutes: wholeOrNull }),
  service: z
    .object({ ...named, name: text, price: price.nullable() })
    .nullable()
    .describe('The service that it leads to.'),
});

type PlacedCall = ReturnType<typeof presentCallToAction>;

export const callToAction = describes<PlacedCall>()(
  'PlacedCallToAction',
  'A call to action with all its words, and every place where it stands.',
  callFields.extend({ placements: z.array(placement) }),
);

export const offeredCall = describes<Omit<PlacedCall, 'placements'>>()(
  'OfferedCallToAction',
  'A call to action of a service, outside of any page.',
  callFields,
);

const condition = z.object({
  property: z.enum([
    ...(['site', 'service', 'mode', 'state', 'topic', 'kind', 'offersFree', 'showsPrice', 'phrase'] as const),
  ]),
  operator: z.enum(['is', 'isNot', 'includes']),
  value: text,
});

const reason = z.object({
  rule: text.describe('The slug of the rule that asks for it.'),
  source: z.object({ title: text, url: textOrNull }).describe('What the rule rests on.'),
  properties: z.array(condition).describe('The conditions that were found to hold.'),
});

export const disclaimer = describes<AnsweredDisclaimer>()(
  'AttachedDisclaimer',
  'A disclaimer that must be shown, where, and why. Show it with the content, as it is.',
  z.object({
    ...named,
    title: text,
    version: text.describe('Equal for equal wording in one language.'),
    placement: z
      .enum(['besideClaim', 'beforeCallToAction', 'footer'])
      .describe('Beside the claim, right before a call to action, or at the end of the page.'),
    locale: locale.describe('The default language where there is no whole translation.'),
    html: text,
    text,
    clauses: z.array(z.object({ key: text, text })),
    because: z.array(reason),
  }),
);

export const notice = describes<ReturnType<typeof presentNotice>>()(
  'AnsweredNotice',
  'A notice of the site. A legal document is named and linked; its text is at its own address.',
  z.object({
    ...named,
    kind: z.enum(['cookie-notice', 'newsletter', 'crisis-line', 'legal-document']),
    title: text,
    heading: textOrNull,
    html: textOrNull,
    text: textOrNull,
    links: z.array(z.object({ label: text, url: text })),
    newsletter: z.object({ consentText: textOrNull, privacyUrl: textOrNull }).nullable(),
    crisisLine: z.object({ phone: textOrNull, textLine: textOrNull, hours: textOrNull }).nullable(),
    legalDocument: z.object({ version: textOrNull, effectiveFrom: momentOrNull }).nullable(),
    href: address,
  }),
);

export const source = describes<ReturnType<typeof presentSource>>()(
  'AnsweredSource',
  'A citation.',
  z.object({
    ...named,
    title: text,
    kind: z.enum([
      ...(['guideline', 'systematic-review', 'randomized-trial', 'observational', 'review'] as const),
      ...(['regulator', 'label', 'law', 'other'] as const),
    ]),
    authors: textOrNull,
    publisher: textOrNull,
    year: wholeOrNull,
    doi: textOrNull,
    pmid: textOrNull,
    url: textOrNull,
    drugRoute: z
      .enum(['intravenous', 'intramuscular', 'intranasal', 'oral', 'sublingual', 'subcutaneous'])
      .nullable()
      .describe('How the drug was given in this study.'),
  }),
);
