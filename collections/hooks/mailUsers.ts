/** Messages to people about their own account. A message that cannot be sent is logged; it never undoes a write. */
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload';

interface Message {
  to: string;
  subject: string;
  text: string;
}

/** Sends after the write is through the hooks; a failing mail server must not lose the account. */
async function send(req: PayloadRequest, message: Message): Promise<void> {
  try {
    await req.payload.sendEmail(message);
  } catch (error) {
    req.payload.logger.error({ err: error, msg: `The message “${message.subject}” could not be sent.` });
  }
}

/** The page on which a person sets a password. */
export function passwordPage(serverUrl: string, token: string): string {
  return `${serverUrl}/admin/reset/${token}`;
}

interface ResetRequest {
  req?: PayloadRequest;
  token?: string;
}

/** The message for a forgotten password. Payload sends HTML; ours has line breaks and nothing else. */
export const resetMail = {
  generateEmailSubject: () => 'Your password at Forthright',
  generateEmailHTML: ({ req, token = '' }: ResetRequest = {}) =>
    [
      'Hello,',
      'somebody asked for a new password for your account. Set it within the hour:',
      passwordPage(req?.payload.config.serverURL ?? '', token),
      'If it was not you, nothing needs to be done.',
    ].join('<br><br>'),
};

/** Sends a new person a link to set a password, unless the administrator said not to. */
export const inviteUser: CollectionAfterChangeHook = async ({ data, doc, operation, req }) => {
  if (operation !== 'create' || !data.invite) return doc;
  const token = await req.payload.forgotPassword({
    collection: 'users',
    data: { email: doc.email },
    disableEmail: true,
    expiration: 7 * 24 * 60 * 60 * 1000,
    req,
  });
  if (!token) return doc;
  await send(req, {
    to: doc.email,
    subject: 'Your account at Forthright',
    text: [
      `Hello ${doc.name},`,
      'an account has been made for you. Set your password within seven days:',
      passwordPage(req.payload.config.serverURL, token),
    ].join('\n\n'),
  });
  return doc;
};

/** Tells a person when their role or sites were changed by somebody else. */
export const noticeOfNewRights: CollectionAfterChangeHook = async ({ doc, operation, previousDoc, req }) => {
  if (operation !== 'update' || req.user?.id === doc.id) return doc;
  const sitesOf = (user: { sites?: unknown[] | null }) => JSON.stringify(user.sites ?? []);
  if (doc.role === previousDoc?.role && sitesOf(doc) === sitesOf(previousDoc ?? {})) return doc;
  await send(req, {
    to: doc.email,
    subject: 'Your rights at Forthright were changed',
    text: `Hello ${doc.name},\n\nan administrator changed your role or your sites. Your role is now: ${doc.role}.`,
  });
  return doc;
};

/** Tells all administrators that an API client was given a key. */
export async function noticeOfNewKey(req: PayloadRequest, clientName: string): Promise<void> {
  const administrators = await req.payload.find({
    collection: 'users',
    depth: 0,
    limit: 50,
    overrideAccess: true,
    pagination: false,
    req,
    where: { role: { equals: 'administrator' } },
  });
  for (const { email } of administrators.docs) {
    await send(req, {
      to: email,
      subject: 'A new API key at Forthright',
      text: `The API client “${clientName}” was given a new key. If nobody you know asked for it, revoke it now.`,
    });
  }
}
