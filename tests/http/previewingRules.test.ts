/** Compliance staff see which pages a rule or a disclaimer would change, on which sites and how, before they publish it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  ChangedPage,
  MatchesAnswer,
  PreviewAnswer,
  PreviewBody,
} from '../../src/compliance-desk/answers.js';
import { type Asking, asking } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
let compliance: Asking;
beforeAll(async () => {
  house = await openHouse();
  compliance = asking(house, await house.person('compliance'));
});
afterAll(async () => {
  await house.close();
});

const base = '/api/compliance-desk';
type Any = Record<string, unknown>;

const preview = async (body: PreviewBody): Promise<PreviewAnswer> =>
  (await compliance.post(`${base}/preview`, body).expect(200)).body;
const matches = async (body: object): Promise<MatchesAnswer> =>
  (await compliance.post(`${base}/matches`, body).expect(200)).body;
const nameOf = ({ locale, path, site }: { locale: string; path: string; site: string }) =>
  `${site} ${locale} ${path}`;
const disclaimerId = (slug: string) => house.idOf('disclaimers', slug);
const ruleId = (slug: string) => house.idOf('rules', slug);

/** What every page carries, by `site locale path`; the same as on the page itself. */
async function everyPage(state?: string): Promise<Map<string, Any[]>> {
  const { disclaimersForAll } = await import('../../src/pages/disclaimersForAll.js');
  const found = new Map<string, Any[]>();
  const { pages } = await matches({ match: 'all', conditions: [] });
  const shelves = new Map(
    pages.map(({ collection, locale, site }) => [`${site} ${locale} ${collection}`, 0]),
  );
  for (const shelf of shelves.keys()) {
    const [site, locale, collection] = shelf.split(' ') as [string, 'en' | 'es', 'articles'];
    const own = pages.filter(
      (page) => page.site === site && page.locale === locale && page.collection === collection,
    );
    const ids = own.map(({ id }) => id);
    const asked = { payload: house.payload, kind: collection, site, locale, state, ids };
    const carried = await disclaimersForAll(asked);
    for (const page of own) found.set(nameOf(page), (carried.get(page.id) ?? []) as never);
  }
  return found;
}

/** Those that rules attach; what editors place in the text is no part of everyPage(). */
const told = (disclaimers: Any[] | undefined) =>
  (disclaimers ?? [])
    .filter(({ placement }) => placement !== 'inText')
    .map(({ locale, placement, slug, text }) => ({ locale, placement, slug, text }));

/** Previews, publishes, and holds what was promised against what pages then carry. */
async function expectPromiseKept(
  body: PreviewBody,
  publish: () => Promise<unknown>,
  states: (string | undefined)[] = [undefined],
) {
  const before = new Map<string | undefined, Map<string, Any[]>>();
  for (const state of states) before.set(state, await everyPage(state));
  const promised = await preview(body);
  expect(promised).toMatchObject({ problems: [], unchecked: 0 });
  await publish();
  for (const state of states) {
    const now = await everyPage(state);
    const isOther = (name: string) =>
      JSON.stringify(before.get(state)?.get(name)) !== JSON.stringify(now.get(name));
    const isFor = ({ states: told }: ChangedPage) =>
      state === undefined || told === null || told.includes(state);
    const names = promised.pages.filter(isFor).map(nameOf).sort();
    expect(names).toEqual([...now.keys()].filter(isOther).sort());
    for (const page of promised.pages.filter((each) => (each.state ?? undefined) === state)) {
      expect(told(page.after as never)).toEqual(told(now.get(nameOf(page))));
      expect(told(page.before as never)).toEqual(told(before.get(state)?.get(nameOf(page))));
    }
  }
  return promised;
}

describe('the pages that match a rule', () => {
  it('are all pages of all sites where there are no conditions', async () => {
    const { checked, pages } = await matches({ match: 'all', conditions: [] });
    expect(pages).toHaveLength(checked);
    expect(new Set(pages.map(({ site }) => site))).toEqual(new Set(['brightpath', 'harbor-therapy']));
    expect(new Set(pages.map(({ locale }) => locale))).toEqual(new Set(['en', 'es']));
    expect(new Set(pages.map(({ kind }) => kind))).toEqual(new Set(['article', 'faq', 'misconception']));
  });

  it('are those that carry what the rule attaches', async () => {
    const { body: rule } = await compliance.get(`/api/rules/${await ruleId('florida-free-offer-notice')}`);
    const { pages } = await matches(rule);
    const carrying = [...(await everyPage())].filter(([, items]) =>
      items.some(({ slug }) => slug === 'florida-free-offer'),
    );
    expect(
      pages
        .filter(({ site }) => site === 'brightpath')
        .map(nameOf)
        .sort(),
    ).toEqual(carrying.map(([name]) => name).sort());
    expect(pages[0]?.conditions.map(({ property }) => property)).toEqual(['state', 'offersFree']);
  });

  it('say which value names nothing', async () => {
    const conditions = [
      { property: 'topic', operator: 'is', value: 'ptsd' },
      { property: 'topic', operator: 'is', value: 'ptds' },
      { property: 'state', operator: 'is', value: 'Florida' },
    ];
    const { problems } = await matches({ match: 'any', conditions });
    expect(problems).toEqual([
      { path: 'conditions.1.value', message: expect.stringContaining('no topic “ptds”') },
      { path: 'conditions.2.value', message: expect.stringContaining('no state “Florida”') },
    ]);
  });
});

describe('a preview', () => {
  it('shows what a changed text changes, and leaves the other language as it is', async () => {
    const id = await disclaimerId('results-vary');
    const { body: stored } = await compliance.get(`/api/disclaimers/${id}`).expect(200);
    const [first, ...others] = stored.clauses;
    const clauses = [{ ...first, text: 'Nobody can say how it will be for you.' }, ...others];
    const promised = await expectPromiseKept({ disclaimers: [{ id, clauses }] }, () =>
      compliance.patch(`/api/disclaimers/${id}`, { clauses, _status: 'published' }).expect(200),
    );
    expect(promised.pages.length).toBeGreaterThan(0);
    for (const page of promised.pages) {
      expect(page).toMatchObject({ locale: 'en', change: 'disclaimers', state: null, states: null });
      const [was, becomes] = [page.before, page.after].map((list) =>
        list.find(({ slug }) => slug === 'results-vary'),
      );
      expect(was?.text).toContain('People respond differently');
      expect(becomes?.text).toContain('Nobody can say');
    }
  });

  it('shows what a rule for one state changes, and for whom', async () => {
    const rule = {
      ...{ slug: 'new-jersey-notice', title: 'New Jersey', match: 'all' as const, severity: 'warn' as const },
      conditions: [
        { property: 'state' as const, operator: 'is' as const, value: 'NJ' },
        { property: 'service' as const, operator: 'includes' as const, value: 'at-home-program' },
      ],
      effect: {
        kind: 'attachDisclaimer' as const,
        disclaimer: await disclaimerId('results-vary'),
        placement: 'besideClaim' as const,
      },
      source: { title: 'A test' },
    };
    const promised = await expectPromiseKept(
      { rules: [rule] },
      () => compliance.post('/api/rules', { ...rule, _status: 'published' }).expect(201),
      [undefined, 'NJ', 'FL'],
    );
    expect(promised.pages.length).toBeGreaterThan(0);
    for (const { site, states } of promised.pages) {
      expect({ site, states }).toEqual({ site: 'brightpath', states: ['NJ'] });
    }
  });

  it('shows what taking a rule down changes', async () => {
    const id = await ruleId('education-notice');
    const promised = await expectPromiseKept({ rules: [{ id, remove: true }] }, () =>
      compliance.patch(`/api/rules/${id}`, { _status: 'draft' }).expect(200),
    );
    expect(promised.pages.map(({ kind }) => kind)).toContain('faq');
    await expectPromiseKept({ rules: [{ id }] }, () =>
      compliance.patch(`/api/rules/${id}`, { _status: 'published' }).expect(200),
    );
  });

  it('tells a change of reasons from a change of what is shown', async () => {
    const id = await ruleId('crisis-line-with-heavy-topics');
    const promised = await expectPromiseKept({ rules: [{ id, source: { title: 'Another source' } }] }, () =>
      compliance.patch(`/api/rules/${id}`, { source: { title: 'Another source' }, _status: 'published' }),
    );
    expect(new Set(promised.pages.map(({ change }) => change))).toEqual(new Set(['reasons']));
  });

  it('shows what a draft that has been saved would change', async () => {
    const id = await ruleId('price-is-explained');
    await compliance
      .patch(`/api/rules/${id}?draft=true`, { effect: { placement: 'footer' }, _status: 'draft' })
      .expect(200);
    const { pages } = await preview({ rules: [{ id }] });
    expect(pages.length).toBeGreaterThan(0);
    const places = (list: ChangedPage['after']) =>
      list
        .filter(({ placement, slug }) => slug === 'price-terms' && placement !== 'inText')
        .map(({ placement }) => placement);
    for (const page of pages) {
      expect([places(page.before), places(page.after)]).toEqual([['beforeCallToAction'], ['footer']]);
    }
    expect(await preview({ rules: [{ id, effect: { kind: 'forbidPhrase' } }] })).toMatchObject({
      problems: [],
    });
  });

  it('shows later what begins later', async () => {
    const effectiveFrom = new Date(Date.now() + 86_400_000).toISOString();
    const id = await ruleId('home-use-needs-its-risk');
    const { laterPages, pages } = await preview({ rules: [{ id, effectiveFrom }] });
    const home = (list: ChangedPage['after']) => list.some(({ slug }) => slug === 'home-use-risk');
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.every(({ after, before }) => home(before) && !home(after))).toBe(true);
    expect(laterPages).toEqual([]);
  });

  it('shows a disclaimer that an editor has placed in a text', async () => {
    const id = await disclaimerId('therapist-role');
    const article = await house.payload.create({
      ...{ collection: 'articles', depth: 0, overrideAccess: true },
      data: {
        ...{ title: 'Placed by hand', slug: 'placed-by-hand', _status: 'published' },
        sites: [await house.idOf('sites', 'harbor-therapy')],
        body: {
          root: {
            ...{ type: 'root', version: 1, direction: null, format: '', indent: 0 },
            children: [
              {
                ...{ type: 'block', version: 2, format: '' },
                fields: { id: 'b1', blockType: 'disclaimer', blockName: '', disclaimer: id },
              },
            ],
          },
        } as never,
      },
    });
    const { pages } = await preview({ disclaimers: [{ id, remove: true }] });
    const page = pages.find((each) => each.id === article.id);
    expect(page?.before.map(({ placement }) => placement)).toContain('inText');
    expect(page?.after.map(({ slug }) => slug)).not.toContain('therapist-role');
    await house.payload.delete({ collection: 'articles', id: article.id, overrideAccess: true });
  });

  it('says what publishing would refuse', async () => {
    const rule = {
      conditions: [{ property: 'service', operator: 'is', value: 'acupuncture' }],
      effect: { kind: 'attachDisclaimer' },
    };
    const { pages, problems } = await preview({ rules: [rule] });
    expect(pages).toEqual([]);
    expect(problems.map(({ path }) => path)).toEqual([
      'rules.0.conditions.0.value',
      'rules.0.effect.disclaimer',
    ]);
  });

  it.each<[body: object, path: string]>([
    [{}, 'rules'],
    [{ rules: {} }, 'rules'],
    [{ rules: [1] }, 'rules.0'],
    [{ rules: [{ match: 'most' }] }, 'rules.0.match'],
    [{ rules: [{ conditions: [{ property: 'weather' }] }] }, 'rules.0.conditions.0.property'],
    [{ rules: [{ effect: { kind: 'dance' } }] }, 'rules.0.effect.kind'],
    [{ rules: [{ id: 'nobody' }] }, 'rules.0.id'],
    [{ disclaimers: [{ clauses: [{ text: 4 }] }] }, 'disclaimers.0.clauses.0.text'],
    [{ disclaimers: [{ effectiveFrom: 'soon' }] }, 'disclaimers.0.effectiveFrom'],
    [{ locale: 'fr', rules: [{}] }, 'locale'],
  ])('refuses %j', async (body, path) => {
    const answer = await compliance.post(`${base}/preview`, body).expect(400);
    expect(answer.body.errors[0]).toMatchObject({ code: 'validation_failed', path });
  });

  it('is for those who may read drafts of rules', async () => {
    const body = { rules: [{ id: await ruleId('education-notice') }] };
    await house.stranger.post(`${base}/preview`).send(body).expect(401);
    const reader = asking(house, await house.client(['read']));
    await reader.post(`${base}/preview`, body).expect(403);
    await asking(house, await house.person('editor'))
      .post(`${base}/preview`, body)
      .expect(200);
  });
});

describe('a rule is published', () => {
  const rule = (change: Any) => ({
    ...{ title: 'A rule', match: 'all', severity: 'warn', source: { title: 'S' }, _status: 'published' },
    effect: { kind: 'forbidPhrase', phrase: 'never' },
    ...change,
  });

  it.each<[name: string, change: Any, path: string, words: string]>([
    [
      'a topic that is not there',
      { conditions: [{ property: 'topic', operator: 'is', value: 'ptds' }] },
      'conditions.0.value',
      'There is no topic “ptds”',
    ],
    [
      'a state written out',
      { conditions: [{ property: 'state', operator: 'is', value: 'Florida' }] },
      'conditions.0.value',
      'There is no state “Florida”',
    ],
    ['no disclaimer', { effect: { kind: 'attachDisclaimer' } }, 'effect.disclaimer', 'Choose the disclaimer'],
    ['no phrase', { effect: { kind: 'forbidPhrase', phrase: ' ' } }, 'effect.phrase', 'Write the phrase'],
    ['no field', { effect: { kind: 'requireField' } }, 'effect.field', 'Choose'],
  ])('not with %s', async (_name, change, path, words) => {
    const { body } = await compliance.post('/api/rules', rule(change)).expect(400);
    expect(body.errors[0].data.errors).toMatchObject([{ path, message: expect.stringContaining(words) }]);
    await compliance.post('/api/rules?draft=true', { ...rule(change), _status: 'draft' }).expect(201);
  });

  it('never with a block that is none of ours, as a draft neither', async () => {
    const change = rule({ effect: { kind: 'requireBlock', block: 'tent' } });
    for (const address of ['/api/rules', '/api/rules?draft=true']) {
      const _status = address.includes('draft') ? 'draft' : 'published';
      const { body } = await compliance.post(address, { ...change, _status }).expect(400);
      expect(body.errors[0].data.errors).toMatchObject([
        { path: 'effect.block', message: expect.stringContaining('no “tent”') },
      ]);
    }
  });

  it('with values as people write them', async () => {
    const conditions = [
      { property: 'state', operator: 'is', value: ' fl ' },
      { property: 'topic', operator: 'is', value: 'PTSD' },
      { property: 'phrase', operator: 'includes', value: 'anything at all' },
    ];
    await compliance.post('/api/rules', rule({ conditions })).expect(201);
  });
});

describe('what a public rule names', () => {
  it('keeps its slug and is not deleted, so that the rule goes on holding', async () => {
    const topic = await house.payload.create({
      ...{ collection: 'topics', depth: 0, overrideAccess: true },
      data: { title: 'A named topic', slug: 'a-named-topic', kind: 'condition' },
    });
    const editor = asking(house, await house.person('editor'));
    const rule = await house.payload.create({
      ...{ collection: 'rules', depth: 0, overrideAccess: true },
      data: {
        ...{
          title: 'It names the topic',
          slug: 'names-the-topic',
          match: 'all',
          severity: 'warn',
          source: { title: 'S' },
        },
        ...{ _status: 'published', effect: { kind: 'forbidPhrase', phrase: 'never' } },
        conditions: [{ property: 'topic', operator: 'is', value: 'a-named-topic' }],
      },
    });
    const path = `/api/topics/${topic.id}`;
    const { body } = await editor.patch(path, { slug: 'another-name' }).expect(409);
    expect(body.errors[0].message).toContain('the rule “It names the topic” compares with “a-named-topic”');
    await editor.delete(path).expect(409);
    await editor.patch(path, { title: 'Another title' }).expect(200);
    await compliance.patch(`/api/rules/${rule.id}`, { _status: 'draft' }).expect(200);
    await editor.patch(path, { slug: 'another-name' }).expect(200);
    await editor.delete(path).expect(200);
  });
});

describe('the form', () => {
  it('offers what there is for each property', async () => {
    const { body } = await compliance.get(`${base}/choices`).expect(200);
    expect(body.site).toContainEqual({ value: 'brightpath', label: 'Brightpath' });
    expect(body.service.map(({ value }: Any) => value)).toEqual(
      expect.arrayContaining(['at-home-program', 'consultation']),
    );
    expect(body.topic.map(({ value }: Any) => value)).toContain('ptsd');
    expect(body.state).toContainEqual({ value: 'FL', label: 'Florida (FL)' });
    expect(body.offersFree).toEqual([
      { value: 'true', label: 'Yes' },
      { value: 'false', label: 'No' },
    ]);
    expect(body.phrase).toBeNull();
  });
});
