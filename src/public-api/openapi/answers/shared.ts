/** Lists, counts and errors: what every collection answers alike. */
import { z } from 'zod';
import { type ErrorCode, errorCodes } from '../../../errors.js';
import { describes, names, text, whole, wholeOrNull } from './shape.js';

const codes = Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]];

names(
  'Errors',
  'Every error has this shape. The id of the request is in its `X-Request-Id` header.',
  z.object({
    errors: z
      .array(
        z.object({
          message: text.describe('In plain words, for people.'),
          code: z.enum(codes).describe('For programs; the list is closed.'),
          path: text.optional().describe('The parameter or field that is meant.'),
        }),
      )
      .min(1),
  }),
);

describes<{ totalDocs: number }>()('Count', 'How many there are.', z.object({ totalDocs: whole }));

/** What a list says of itself, beside its documents. */
names(
  'ListCounts',
  'Where in the list these documents stand.',
  z.object({
    totalDocs: whole,
    limit: whole,
    totalPages: whole,
    page: whole.optional(),
    pagingCounter: whole,
    hasPrevPage: z.boolean(),
    hasNextPage: z.boolean(),
    prevPage: wholeOrNull.optional(),
    nextPage: wholeOrNull.optional(),
  }),
);
