/** Reading whole pages and the disclaimers that documents carry, over HTTP, on the demo content. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { forgetEverything } from '../../src/freshness/moves.js';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const program = '/api/pages/brightpath/resources/the-at-home-program-step-by-step';
const get = (address: string) => house.stranger.get(address);
const slugsOf = (disclaimers: { slug: string; placement: string }[]) => disclaimers.map(({ slug }) => slug);

describe('a page', () => {
  it('is one complete answer', async () => {
    const { body } = await get(program)
      .expect(200)
      .expect('Cache-Control', 'public, max-age=0, must-revalidate');
    expect(Object.keys(body)).toEqual([
      ...[
        'revision',
        'renderer',
        'nextChangeAt',
        'refreshWithin',
        'site',
        'page',
        'callsToAction',
        'availability',
      ],
      ...[
        'disclaimers',
        'notices',
        'breadcrumb',
        'hub',
        'related',
        'references',
        'seo',
        'attribution',
        'jsonLd',
      ],
    ]);
    expect(body.revision).toMatch(/^[0-9a-f]{64}$/);
    expect(body.site).toMatchObject({ slug: 'brightpath', timeZone: 'America/New_York' });
    expect(body.page).toMatchObject({ kind: 'article', locale: 'en', href: program });
    expect(Object.keys(body.page.body)).toEqual(['html']);
    expect(body.page.heroImage.url).toContain('/api/media/file/');
    expect(body.availability[0].states.map(({ state }: { state: string }) => state)).toEqual(['FL', 'NJ']);
  });

  it('stands where every list says it does', async () => {
    for (const collection of ['articles', 'faqs', 'misconceptions']) {
      const { body } = await get(`/api/${collection}?limit=100&select[slug]=true`).expect(200);
      for (const { href, slug } of body.docs) {
        const page = await get(href).expect(200);
        expect(page.body.page).toMatchObject({ slug, href });
      }
    }
  });

  it('answers HEAD as GET, without a body', async () => {
    const answer = await house.stranger.head(program).expect(200);
    expect(answer.text ?? '').toBe('');
  });

  it('has its body in the forms asked for', async () => {
    const { body } = await get(`${program}?body=markdown,text,blocks`).expect(200);
    expect(body.page.body.markdown).toContain('## Five stages');
    expect(body.page.body.text).toContain('Five stages');
    expect(body.page.body.blocks.root.children.length).toBeGreaterThan(1);
    expect(body.page.body).not.toHaveProperty('html');
  });

  it('that is not published in a language is not there, unless another one is accepted', async () => {
    await get(`${program}?locale=es`).expect(404);
    const { body } = await get(`${program}?locale=es&fallbackLocale=en`).expect(200);
    expect(body.page.locale).toBe('en');
  });

  it('in Spanish is Spanish throughout', async () => {
    const { body } = await get(
      '/api/pages/brightpath/resources/ketamine-risks-and-side-effects?locale=es',
    ).expect(200);
    expect(body.page.locale).toBe('es');
    expect(body.disclaimers.length).toBeGreaterThan(0);
    expect(new Set(body.disclaimers.map(({ locale }: { locale: string }) => locale))).toEqual(
      new Set(['es']),
    );
  });

  it('that has moved leads to its new address', async () => {
    const moved = '/api/pages/harbor-therapy/resources/inside-a-course-of-ketamine-assisted-therapy';
    await get('/api/pages/harbor-therapy/blog/ketamine-therapy-steps').expect(301).expect('Location', moved);
    await get('/api/pages/harbor-therapy/blog/ketamine-therapy-steps?body=text')
      .expect(301)
      .expect('Location', `${moved}?body=text`);
    await get('/api/pages/brightpath/blog/ketamine-therapy-steps').expect(404);
  });

  const nowhere = [
    '/api/pages',
    '/api/pages/brightpath',
    '/api/pages/nobody/resources/x',
    '/api/pages/brightpath/resources',
    '/api/pages/brightpath/resources/nothing',
    '/api/pages/brightpath/resources/constructor',
    '/api/pages/brightpath/resources%2Fthe-at-home-program-step-by-step',
    '/api/pages/harbor-therapy/resources/the-at-home-program-step-by-step',
    '/api/pages/brightpath/faqs/the-at-home-program-step-by-step',
  ];
  it.each(nowhere)('does not stand at %s', async (address) => {
    const { body } = await get(address).expect(404);
    expect(body).toEqual({ errors: [{ code: 'not_found', message: expect.any(String) }] });
  });

  it.each(['format=pdf', 'body=pdf', 'locale=de', 'state=XX', 'site=brightpath'])(
    'refuses %s by name',
    async (search) => {
      const { body } = await get(`${program}?${search}`).expect(400);
      expect(body.errors[0]).toMatchObject({ code: 'invalid_parameter', path: search.split('=')[0] });
    },
  );

  it.each(['at=2026-01-01', 'position=1', 'draft=true'])(
    'asks strangers to sign in for %s',
    async (search) => {
      await get(`${program}?${search}`).expect(401);
    },
  );
});

describe('the disclaimers of a page', () => {
  it('are those of every state, for a visitor from anywhere', async () => {
    const { body } = await get(program).expect(200);
    expect(slugsOf(body.disclaimers)).toContain('florida-free-offer');
    const florida = await get(`${program}?state=FL`).expect(200);
    expect(florida.body.disclaimers).toEqual(body.disclaimers);
  });

  it('leave out what other states ask for', async () => {
    const { body } = await get(`${program}?state=NJ`).expect(200);
    expect(slugsOf(body.disclaimers)).not.toContain('florida-free-offer');
    expect(body.availability[0].states.map(({ state }: { state: string }) => state)).toEqual(['NJ']);
  });

  it('say which rule put them there, and why', async () => {
    const { body } = await get(`${program}?state=FL`).expect(200);
    const notice = body.disclaimers.find(({ slug }: { slug: string }) => slug === 'florida-free-offer');
    expect(notice.because).toEqual([
      {
        rule: 'florida-free-offer-notice',
        source: { title: expect.any(String), url: expect.any(String) },
        properties: [
          { property: 'state', operator: 'is', value: 'FL' },
          { property: 'offersFree', operator: 'is', value: 'true' },
        ],
      },
    ]);
  });

  it('are the same wherever the text is answered', async () => {
    const page = await get(program).expect(200);
    const document = await get('/api/articles/the-at-home-program-step-by-step').expect(200);
    expect(document.body.disclaimers).toEqual(page.body.disclaimers);
  });
});

describe('compliance staff', () => {
  const risks = '/api/pages/brightpath/resources/ketamine-risks-and-side-effects';
  const slug = 'education-notice';
  const change = async (data: Record<string, unknown>, isDraft = false) => {
    const id = await house.idOf('rules', slug);
    await house.payload.update({
      collection: 'rules',
      id,
      data,
      depth: 0,
      draft: isDraft,
      overrideAccess: true,
    });
  };
  const carries = async () =>
    slugsOf((await get(risks).expect(200)).body.disclaimers).includes('educational-information');

  it('change what pages carry by publishing a rule, not by drafting one', async () => {
    expect(await carries()).toBe(true);
    await change({ effectiveTo: '2026-02-01T00:00:00.000Z', _status: 'draft' }, true);
    expect(await carries()).toBe(true);
    await change({ _status: 'draft' });
    expect(await carries()).toBe(false);
  });

  it('let a rule begin at a moment that the page announces', async () => {
    const start = new Date(Date.now() + 86_400_000).toISOString();
    await change({ effectiveFrom: start, effectiveTo: null, _status: 'published' });
    const { body } = await get(risks).expect(200);
    expect(body.nextChangeAt).toBe(start);
    expect(await carries()).toBe(false);
    await change({ effectiveFrom: '2026-01-01T00:00:00.000Z', _status: 'published' });
    expect(await carries()).toBe(true);
  });
});

async function countQueries<T>(work: () => Promise<T>): Promise<{ queries: number; answer: T }> {
  const find = house.payload.find;
  let queries = 0;
  house.payload.find = ((options: Parameters<typeof find>[0]) => {
    queries += 1;
    return find(options);
  }) as typeof find;
  try {
    return { answer: await work(), queries };
  } finally {
    house.payload.find = find;
  }
}

describe('the number of queries', () => {
  it('of a page is at most 26, whatever it holds', async () => {
    forgetEverything(house.payload.db);
    const { queries } = await countQueries(async () => get(program).expect(200));
    expect(queries).toBeGreaterThan(5);
    expect(queries).toBeLessThanOrEqual(26);
  });

  it('for the disclaimers of many documents is at most 8, and they are those of each', async () => {
    const { disclaimersForAll } = await import('../../src/pages/disclaimersForAll.js');
    const asked = { payload: house.payload, kind: 'faqs', locale: 'es' } as const;
    const { body } = await get('/api/faqs?limit=100&locale=es').expect(200);
    const ids: string[] = body.docs.map(({ id }: { id: string }) => id);
    const { answer, queries } = await countQueries(() => disclaimersForAll({ ...asked, ids }));
    expect(queries).toBeLessThanOrEqual(8);
    expect(answer.size).toBe(ids.length);
    for (const id of ids) {
      const alone = await disclaimersForAll({ ...asked, ids: [id] });
      expect(answer.get(id)).toEqual(alone.get(id));
    }
  });
});
