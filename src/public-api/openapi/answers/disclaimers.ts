/** Which disclaimers a page has to carry, held to src/pages/resolve by the compiler. */
import { z } from 'zod';
import type { ResolvedDisclaimers } from '../../../pages/resolve/resolveDisclaimers.js';
import { disclaimer, locale } from './parts.js';
import { describes, momentOrNull, text, textOrNull } from './shape.js';

export const resolvedDisclaimers = describes<ResolvedDisclaimers>()(
  'ResolvedDisclaimers',
  'Which disclaimers have to stand on a page, where, and why.',
  z.object({
    site: text.describe('The slug of the site.'),
    path: textOrNull.describe('Null for a page that is not ours.'),
    locale,
    state: textOrNull.describe('The postal abbreviation; null is a visitor from anywhere.'),
    properties: z
      .object({
        kind: z.enum(['article', 'faq', 'misconception']).optional(),
        services: z.array(text),
        modes: z.array(text),
        topics: z.array(text),
        offersFree: z.boolean(),
        showsPrice: z.boolean(),
      })
      .describe('What the rules looked at, beside the words of the page.'),
    disclaimers: z.array(disclaimer),
    nextChangeAt: momentOrNull.describe('When a rule or a disclaimer of this page begins or ends next.'),
    refreshWithin: text.describe(
      'ISO 8601 duration: do not show the answer for longer without asking again.',
    ),
  }),
);
