/** How messages leave: over SMTP when SMTP_URL is set, else written to the log so that no invitation is lost. */
import { nodemailerAdapter } from '@payloadcms/email-nodemailer';
import nodemailer from 'nodemailer';
import type { Config, EmailAdapter } from 'payload';

const fromName = 'Forthright';

/** Our own messages have line breaks and no other tags. */
const readable = (html: unknown) => String(html ?? '').replace(/<br\s*\/?>/g, '\n');

/** Writes each message to the log, links included: for one machine and for trying out. */
const logAdapter =
  (fromAddress: string): EmailAdapter =>
  ({ payload }) => ({
    name: 'log',
    defaultFromAddress: fromAddress,
    defaultFromName: fromName,
    sendEmail: async ({ html, subject, text, to }) => {
      payload.logger.info({
        mail: { to, subject, text: text ?? readable(html) },
        msg: 'No SMTP_URL is set: a message stands here.',
      });
    },
  });

/** @param serverUrl gives the sender's domain */
export function emailAdapter(smtpUrl: string | undefined, serverUrl: string): Config['email'] {
  const fromAddress = `no-reply@${new URL(serverUrl).hostname}`;
  if (!smtpUrl) return logAdapter(fromAddress);
  return nodemailerAdapter({
    defaultFromAddress: fromAddress,
    defaultFromName: fromName,
    // verifying would make a start depend on the mail server
    skipVerify: true,
    transport: nodemailer.createTransport(smtpUrl),
  });
}
