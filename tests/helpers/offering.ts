/** Services, licenses and what is said of them in states, made for tests of availability. */
import type { House } from './house.js';
import { makeLicense } from './makeLicense.js';

type Data = Record<string, unknown>;

export interface Offering {
  /** A published service of its own, on a demo site. */
  service(site: string, more?: Data): Promise<{ id: string; slug: string }>;
  /** A license that does not expire, unless told. */
  license(state: string, dates?: { issuedOn?: string; expiresOn?: string }): Promise<string>;
  /** A published entry. What is available rests on a license of its own, unless told. */
  entry(service: string, state: string, more?: Data): Promise<string>;
  change(collection: string, id: string, data: Data, locale?: 'en' | 'es'): Promise<unknown>;
}

let count = 0;

/** Through the Local API, past access control. */
export function offering({ idOf, payload }: House): Offering {
  const local = { depth: 0, overrideAccess: true } as const;
  const create = (collection: string, data: Data, locale = 'en') =>
    payload.create({
      ...local,
      collection: collection as 'articles',
      data: data as never,
      locale: locale as 'en',
    });
  const change: Offering['change'] = (collection, id, data, locale = 'en') =>
    payload.update({ ...local, collection: collection as 'articles', data: data as never, id, locale });

  const license: Offering['license'] = (state, dates) => makeLicense(payload, state, dates);

  return {
    change,
    license,
    service: async (site, more) => {
      count += 1;
      const slug = `a-test-service-${count}`;
      const data = {
        slug,
        name: `A test service ${count}`,
        site: await idOf('sites', site),
        modes: ['telehealth'],
      };
      const { id } = await create('services', { ...data, _status: 'published', ...more });
      return { id, slug };
    },
    entry: async (service, state, more = {}) => {
      const status = more.status ?? 'available';
      const licenses = status === 'available' && !more.licenses ? { licenses: [await license(state)] } : {};
      const data = { service, state, status, counties: { mode: 'all' }, ...licenses };
      return (await create('availability', { ...data, _status: 'published', ...more })).id;
    },
  };
}
