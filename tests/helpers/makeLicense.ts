/** A license for an entry to rest on: nothing is available without one. */
import { randomUUID } from 'node:crypto';
import type { Payload } from 'payload';

/** The id of a new license in a state, in force without end unless `dates` say otherwise. */
export async function makeLicense(
  payload: Payload,
  state: string,
  dates: { issuedOn?: string; expiresOn?: string } = {},
): Promise<string> {
  const number = `TEST-${randomUUID()}`;
  const data = { number, slug: number.toLowerCase(), state, kind: 'medical', ...dates };
  const { id } = await payload.create({
    ...{ collection: 'licenses', depth: 0, overrideAccess: true },
    data: { ...data, holder: { organization: 'A test clinic' } } as never,
  });
  return id;
}
