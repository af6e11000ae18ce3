/** Bodies that are sent, and small answers that belong to no other room. */
import { z } from 'zod';
import { locales } from '../../../../collections/locales.js';
import type { ShareRequest } from '../../../pages/share/parseShareRequest.js';
import { moment, names, text, textOrNull, whole } from './shape.js';

names(
  'ShareRequest',
  'What is to be shared.',
  z.object({
    site: text.describe('The slug of the site.'),
    path: text.describe('The path of the page on it.'),
    locale: z.enum(locales).optional(),
    state: text.optional().describe('As for a visitor of this state.'),
    days: whole.optional().describe('How long the link opens: 1 to 30 days, usually 7.'),
  } satisfies Record<keyof ShareRequest, z.ZodType>),
);

names('ShareLink', 'A link that needs no account.', z.object({ url: text, expiresAt: moment }));

names(
  'GraphqlQuestion',
  'As GraphQL over HTTP has it.',
  z.object({
    query: text,
    variables: z.record(text, z.unknown()).nullable().optional(),
    operationName: textOrNull.optional(),
  }),
);

names(
  'GraphqlAnswer',
  'As GraphQL over HTTP has it.',
  z.object({
    data: z.record(text, z.unknown()).nullable().optional(),
    errors: z
      .array(
        z.looseObject({
          message: text,
          extensions: z.looseObject({ code: text.optional(), path: text.optional() }).optional(),
        }),
      )
      .optional(),
  }),
);

const user = z.looseObject({ id: text, email: text });

names('Credentials', 'Of a person.', z.object({ email: text, password: text }));
names('ForgottenPassword', 'Whose.', z.object({ email: text }));
names('NewPassword', 'With the token of the mail.', z.object({ token: text, password: text }));
names('Session', 'Signed in.', z.looseObject({ token: text, user, exp: whole.optional() }));
names('RefreshedSession', 'Signed in for longer.', z.looseObject({ refreshedToken: text, user }));
names('WhoIsSignedIn', 'Who.', z.looseObject({ user: user.nullable() }));
names('Message', 'In words.', z.looseObject({ message: text }));
names('Status', 'How the server is.', z.object({ status: z.enum(['alive', 'ready']) }));
