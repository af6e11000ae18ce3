/** Those who write: people who sign in, programs with keys, each with rights of their own. */
import { type Caller, createCaller, type Latency } from './caller.js';
import { administrator } from './server.js';
import type { Callers } from './world.js';

const password = 'a long enough password';

async function signIn(url: string, email: string, latencies: Latency[]): Promise<Caller> {
  const nobody = createCaller(url, { label: 'nobody', authorization: '' }, latencies);
  const body = { email, password };
  const answer = await nobody.ask('sign in', { method: 'POST', path: '/api/users/login', body });
  if (!answer?.ok) throw new Error(`${email} could not sign in: ${JSON.stringify(answer?.body)}`);
  return createCaller(url, { label: email, authorization: `JWT ${answer.body.token}` }, latencies);
}

async function make(admin: Caller, collection: string, body: object) {
  const answer = await admin.ask('make an account', { method: 'POST', path: `/api/${collection}`, body });
  if (!answer?.ok) throw new Error(`No ${collection} could be made: ${JSON.stringify(answer?.body)}`);
  return answer.body.doc;
}

export function signInAdministrator(url: string, latencies: Latency[]): Promise<Caller> {
  return signIn(url, administrator.email, latencies);
}

/** Accounts and keys for everyone. `sites`: the first two limit those who are limited. */
export async function invite(
  url: string,
  admin: Caller,
  sites: string[],
  latencies: Latency[],
): Promise<Callers> {
  const person = async (name: string, role: string, limit: string[]) => {
    const email = `${name}@example.org`;
    await make(admin, 'users', { name, email, password, role, sites: limit, invite: false });
    return signIn(url, email, latencies);
  };
  const client = async (name: string, scopes: string[], limit: string[]) => {
    const { apiKey } = await make(admin, 'api-clients', { name, scopes, sites: limit });
    return createCaller(url, { label: name, authorization: `api-clients API-Key ${apiKey}` }, latencies);
  };
  return {
    administrator: admin,
    editor: await person('editor', 'editor', []),
    editorOfOne: await person('editor-of-one', 'editor', sites.slice(0, 1)),
    compliance: await person('compliance', 'compliance', []),
    publisher: await client('Publisher', ['read', 'read-drafts', 'write', 'publish'], []),
    publisherOfOne: await client('Publisher of one', ['read', 'write', 'publish'], sites.slice(1, 2)),
    writer: await client('Writer', ['read', 'write'], []),
    reader: await client('Reader', ['read', 'read-drafts'], []),
  };
}
