import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { asking } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';

interface Received {
  from: string;
  to: string[];
  text: string;
}

/** A real mail server on this machine that keeps what it is given. */
function openMailbox() {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const text = Buffer.concat(chunks).toString('utf8').replace(/=\r\n/g, '').replace(/=3D/g, '=');
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  return { received, server };
}

const { received, server } = openMailbox();
let house: House;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  house = await openHouse({ SMTP_URL: `smtp://127.0.0.1:${port}` });
});
afterAll(async () => {
  await house.close();
  await new Promise<void>((resolve) => server.close(resolve));
});

async function mailTo(address: string): Promise<Received> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const mail = received.find(({ to }) => to.includes(address));
    if (mail) return mail;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No mail came for ${address}.`);
}

describe('over a mail server', () => {
  it('an invitation arrives and its link works', async () => {
    const administrator = asking(house, await house.person('administrator'));
    await administrator
      .post('/api/users', { email: 'ina@example.org', name: 'Ina', role: 'editor' })
      .expect(201);
    const mail = await mailTo('ina@example.org');
    expect(mail.from).toBe('no-reply@127.0.0.1');
    expect(mail.text).toContain('Subject: Your account at Forthright');
    const token = /\/admin\/reset\/(\S+)/.exec(mail.text)?.[1];
    const password = 'a password of my own';
    await house.stranger.post('/api/users/reset-password').send({ token, password }).expect(200);
    await house.stranger.post('/api/users/login').send({ email: 'ina@example.org', password }).expect(200);
  });

  it('a link for a forgotten password arrives', async () => {
    await house.stranger.post('/api/users/forgot-password').send({ email: 'ina@example.org' }).expect(200);
    for (
      let attempt = 0;
      attempt < 100 && received.filter(({ to }) => to.includes('ina@example.org')).length < 2;
      attempt += 1
    ) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const last = received.filter(({ to }) => to.includes('ina@example.org')).at(-1);
    expect(last?.text).toMatch(/\/admin\/reset\/\S+/);
    expect(last?.text).toContain('password');
  });

  it('that is down, people are still made and nothing tells of it but the log', async () => {
    await new Promise<void>((resolve) => server.close(resolve));
    const administrator = asking(house, await house.person('administrator'));
    await administrator
      .post('/api/users', { email: 'ida@example.org', name: 'Ida', role: 'editor' })
      .expect(201);
    await house.stranger
      .post('/api/users/forgot-password')
      .send({ email: 'ida@example.org' })
      .expect(200, { message: 'Success' });
  });
});
