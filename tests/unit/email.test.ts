import { describe, expect, it, jest } from '@jest/globals';
import type { EmailAdapter, Payload } from 'payload';
import { passwordPage, resetMail } from '../../collections/hooks/mailUsers.js';
import { emailAdapter } from '../../src/email/emailAdapter.js';

type Mailer = ReturnType<EmailAdapter>;

async function open(smtpUrl?: string) {
  const info = jest.fn();
  const payload = { logger: { info } } as unknown as Payload;
  const adapter = (await emailAdapter(smtpUrl, 'https://content.example.org')) as EmailAdapter;
  return { info, mailer: adapter({ payload }) as Mailer };
}

describe('without a mail server', () => {
  it('messages are written to the log whole', async () => {
    const { info, mailer } = await open();
    await mailer.sendEmail({ to: 'a@x.example', subject: 'S', text: 'The link.' });
    expect(info).toHaveBeenCalledWith(
      expect.objectContaining({ mail: { to: 'a@x.example', subject: 'S', text: 'The link.' } }),
    );
  });

  it('messages that Payload writes as HTML are readable there', async () => {
    const { info, mailer } = await open();
    await mailer.sendEmail({ to: 'a@x.example', subject: 'S', html: 'Hello,<br><br>the link.' });
    expect(info).toHaveBeenCalledWith(
      expect.objectContaining({ mail: expect.objectContaining({ text: 'Hello,\n\nthe link.' }) }),
    );
  });

  it('they come from the server’s own domain', async () => {
    const { mailer } = await open();
    expect(mailer).toMatchObject({ name: 'log', defaultFromAddress: 'no-reply@content.example.org' });
  });
});

describe('with a mail server', () => {
  it('nothing is asked of it until there is something to send', async () => {
    const { mailer } = await open('smtp://127.0.0.1:1');
    expect(mailer).toMatchObject({ name: 'nodemailer', defaultFromAddress: 'no-reply@content.example.org' });
    await expect(mailer.sendEmail({ to: 'a@x.example', subject: 'S', text: 'T' })).rejects.toThrow();
  });
});

describe('the message for a forgotten password', () => {
  it('holds the address of the page, from the settings and nothing else', () => {
    const req = { payload: { config: { serverURL: 'https://content.example.org' } } } as never;
    expect(resetMail.generateEmailHTML({ req, token: 'abc' })).toContain(
      passwordPage('https://content.example.org', 'abc'),
    );
    expect(passwordPage('https://content.example.org', 'abc')).toBe(
      'https://content.example.org/admin/reset/abc',
    );
  });
});
