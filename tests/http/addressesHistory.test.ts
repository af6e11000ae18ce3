/** Whatever happens to pages and prefixes: whoever stood last at an address is found from there, in one hop. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { paragraph } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
const siteSlugs = ['harbor-therapy', 'brightpath'] as const;
const siteIds = new Map<string, string>();

beforeAll(async () => {
  house = await openHouse();
  for (const slug of siteSlugs) siteIds.set(slug, await house.idOf('sites', slug));
});
afterAll(() => house.close());

const documents = [0, 1, 2];
const words = ['alpha', 'beta', 'gamma', 'delta'];
const prefixes = ['/resources', '/learn', '/guides'];
const choices = [[siteSlugs[0]], [siteSlugs[1]], [...siteSlugs], []] as const;

type Step =
  | { act: 'slug'; document: number; word: string }
  | { act: 'sites'; document: number; sites: readonly string[] }
  | { act: 'take down' | 'put up'; document: number }
  | { act: 'prefix'; site: string; prefix: string };

const document = fc.constantFrom(...documents);
const stepOf = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constant('slug' as const), document, word: fc.constantFrom(...words) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('sites' as const),
      document,
      sites: fc.constantFrom(...choices),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constantFrom('take down' as const, 'put up' as const), document }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('prefix' as const),
      site: fc.constantFrom(...siteSlugs),
      prefix: fc.constantFrom(...prefixes),
    }),
  },
);

interface Page {
  id: string;
  slug: string;
  sites: readonly string[];
  isPublic: boolean;
}

/** What should be, told by nothing of the product. */
class Model {
  readonly pages: Page[] = [];
  readonly prefixes = new Map<string, string>(siteSlugs.map((site) => [site, '/resources']));
  /** Who stood last at an address. */
  readonly last = new Map<string, Page>();

  addressesOf({ slug, sites }: Page): string[] {
    const shown = siteSlugs.filter((site) => sites.length === 0 || sites.includes(site));
    return shown.map((site) => `/api/pages/${site}${this.prefixes.get(site)}/${slug}`);
  }

  note(): void {
    for (const page of this.pages.filter(({ isPublic }) => isPublic)) {
      for (const address of this.addressesOf(page)) this.last.set(address, page);
    }
  }
}

let round = 0;

async function begin(): Promise<Model> {
  round += 1;
  const model = new Model();
  for (const [site, prefix] of model.prefixes) await setPrefix(site, prefix);
  for (const index of documents) {
    const page = { slug: `${words[index]}-${round}`, sites: choices[index] ?? [], isPublic: true };
    const { id } = await house.payload.create({
      collection: 'articles',
      data: {
        title: page.slug,
        slug: page.slug,
        body: paragraph('T.'),
        sites: idsOf(page.sites),
        _status: 'published',
      } as never,
      ...{ depth: 0, locale: 'en', overrideAccess: true },
    });
    model.pages.push({ ...page, id });
  }
  model.note();
  return model;
}

const idsOf = (sites: readonly string[]) => sites.map((site) => siteIds.get(site) as string);

const setPrefix = (site: string, articles: string) =>
  house.payload.update({
    ...{ collection: 'sites', id: siteIds.get(site) as string, data: { prefixes: { articles } } },
    ...{ depth: 0, locale: 'en', overrideAccess: true },
  });

async function save({ id, isPublic }: Page, data: Record<string, unknown>, draft = !isPublic): Promise<void> {
  const _status = isPublic ? 'published' : 'draft';
  await house.payload.update({
    ...{ collection: 'articles', id, data: { ...data, _status } as never, draft },
    ...{ depth: 0, locale: 'en', overrideAccess: true },
  });
}

/** Does nothing for what is no step: a slug that is taken, a page that is up already. */
async function take(model: Model, step: Step): Promise<void> {
  if (step.act === 'prefix') {
    model.prefixes.set(step.site, step.prefix);
    await setPrefix(step.site, step.prefix);
    return;
  }
  const page = model.pages[step.document] as Page;
  if (step.act === 'slug') {
    const slug = `${step.word}-${round}`;
    if (model.pages.some((each) => each.slug === slug)) return;
    // a draft's slug is not taken before it is published: here nobody else wants it meanwhile
    if (!page.isPublic) return;
    page.slug = slug;
    await save(page, { slug });
  } else if (step.act === 'sites') {
    page.sites = step.sites;
    await save(page, { sites: idsOf(step.sites) });
  } else if (page.isPublic !== (step.act === 'put up')) {
    page.isPublic = step.act === 'put up';
    await save(page, {}, false);
  }
}

async function check(model: Model): Promise<void> {
  for (const [address, page] of model.last) {
    const standing = model.pages.find((each) => each.isPublic && model.addressesOf(each).includes(address));
    const answer = await house.stranger.get(address);
    if (standing) {
      expect({ address, status: answer.status, id: answer.body.page?.id }).toEqual({
        address,
        status: 200,
        id: standing.id,
      });
    } else if (page.isPublic) {
      expect({ address, status: answer.status }).toEqual({ address, status: 301 });
      const there = await house.stranger.get(answer.headers.location as string);
      const to = answer.headers.location;
      expect({ address, to, status: there.status, id: there.body.page?.id }).toEqual({
        address,
        to,
        status: 200,
        id: page.id,
      });
    } else {
      expect([301, 404, 410]).toContain(answer.status);
    }
  }
}

describe('after any history of slugs, sites, prefixes and taking down', () => {
  it('every address that ever was a page leads to whoever stood there last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepOf, { minLength: 3, maxLength: 14 }), async (steps) => {
        const model = await begin();
        for (const step of steps) {
          await take(model, step);
          model.note();
        }
        await check(model);
        for (const { id } of model.pages) {
          await house.payload.delete({ collection: 'articles', id, depth: 0, overrideAccess: true });
        }
      }),
      { numRuns: Number(process.env.FUZZ) || 12, seed: process.env.FUZZ ? undefined : 5, endOnFailure: true },
    );
  }, 600_000);
});
