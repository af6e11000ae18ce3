// The first account, made before anybody can reach the server: nobody can register themselves.
import { randomBytes } from 'node:crypto';
import type { Payload } from 'payload';
import type { Settings } from '../config.js';

export interface FirstAdministrator {
  email: string;
  /** Only when it was made up here: the one time it can be read. */
  password?: string;
}

const defaultEmail = 'administrator@example.org';

interface Parts {
  payload: Payload;
  settings: Pick<Settings, 'admin'>;
}

/** Creates the administrator of an installation that has none; null when there is one. */
export async function createFirstAdministrator({
  payload,
  settings,
}: Parts): Promise<FirstAdministrator | null> {
  const { totalDocs } = await payload.count({
    collection: 'users',
    where: { role: { equals: 'administrator' } },
    overrideAccess: true,
  });
  if (totalDocs > 0) return null;
  const email = settings.admin.email ?? defaultEmail;
  const password = settings.admin.password ?? randomBytes(15).toString('base64url');
  await payload.create({
    collection: 'users',
    data: { email, password, name: 'Administrator', role: 'administrator', invite: false },
    depth: 0,
    overrideAccess: true,
  });
  return settings.admin.password ? { email } : { email, password };
}
