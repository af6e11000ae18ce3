/** Compliance staff keep availability: the grid, a preview that says what would change, and then that happens. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChangesBody, PlannedSentence, PreviewAnswer } from '../../src/availability-desk/answers.js';
import { type DeskCaller, deskOf, everyPage } from '../helpers/desk.js';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
let desk: DeskCaller;
let consultation: string;
let atHome: string;
beforeAll(async () => {
  house = await openHouse();
  desk = deskOf(house, await house.person('compliance'));
  consultation = await house.idOf('services', 'consultation');
  atHome = await house.idOf('services', 'at-home-program');
});
afterAll(async () => {
  await house.close();
});

const monroe = '12087';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

type Pages = Awaited<ReturnType<typeof everyPage>>;
/** As they were after the last change. */
let pages: Pages | undefined;

/** The pages whose revision is another than before, as `everyPage` names them. */
function changedPages(before: Pages, after: Pages): string[] {
  const isOther = (name: string) => before.get(name)?.revision !== after.get(name)?.revision;
  return [...after.keys()].filter(isOther).sort();
}

const namesOf = ({ pages }: PreviewAnswer) =>
  pages.map(({ locale, path, site }) => `${site} ${locale} ${path}`);

async function sentenceAt({ at, format, locale, service, site }: PlannedSentence, previewedAt: string) {
  const query = new URLSearchParams({ site, locale, format });
  if (service) query.set('service', service);
  if (at !== previewedAt) query.set('at', at);
  return (await house.stranger.get(`/api/availability/summary?${query}`).expect(200)).body.text;
}

/** Previews and applies, and holds what was promised against what then is. */
async function expectPromiseKept(body: ChangesBody | string): Promise<PreviewAnswer> {
  const before = pages ?? (await everyPage(house));
  const { applied, preview } = await desk.done(body);
  const now = await everyPage(house);
  pages = now;
  expect(namesOf(preview).sort()).toEqual(changedPages(before, now));
  for (const { locale, path, revision, site, title } of preview.pages) {
    const page = now.get(`${site} ${locale} ${path}`);
    expect({ revision: page?.revision, title: page?.title }).toEqual({ revision: revision.after, title });
  }
  for (const each of preview.sentences) {
    const text = await sentenceAt(each, preview.at);
    expect({ ...each, after: text }).toEqual(each);
  }
  const grid = await desk.grid();
  for (const { after } of applied.rows) {
    const cell = grid.cells.find(
      ({ service, state }) => service === after?.entry.service && state === after?.entry.state,
    );
    const entries = cell ? [cell.current, ...cell.upcoming] : [];
    const stored = entries.find((entry) => entry?.id === after?.entry.id);
    if (stored) expect(stored).toEqual(after?.entry);
  }
  expect(applied.rows.map(({ action, state }) => [action, state])).toEqual(
    preview.rows.map(({ action, state }) => [action, state]),
  );
  return preview;
}

describe('the grid', () => {
  it('shows what is in force, what comes, and what it rests on', async () => {
    const grid = await desk.grid();
    expect(grid.sites.map(({ slug }) => slug)).toEqual(['brightpath', 'harbor-therapy']);
    expect(grid.states).toHaveLength(56);
    expect(grid.states.find(({ usps }) => usps === 'FL')).toEqual({
      usps: 'FL',
      name: 'Florida',
      counties: 67,
    });
    expect(grid.services.find(({ id }) => id === consultation)).toEqual({
      ...{ id: consultation, slug: 'consultation', site: 'harbor-therapy', isPublished: true },
      name: expect.any(String),
    });
    const cell = grid.cells.find(({ service, state }) => service === atHome && state === 'FL');
    expect(cell).toMatchObject({
      ...{ shows: 'available', upcoming: [], past: 0, drafts: [], review: expect.stringMatching(/due/) },
      current: { service: atHome, state: 'FL', status: 'available', counties: { mode: 'all', list: [] } },
    });
    const [license] = cell?.current?.licenses ?? [];
    expect(grid.licenses.find(({ id }) => id === license)).toMatchObject({ state: 'FL', isInForce: true });
    expect(grid.cells.some(({ state }) => state === 'TX')).toBe(false);
  });

  it('shows one site when asked, and any moment', async () => {
    const grid = await desk.grid('?site=brightpath&at=2020-01-01');
    expect(new Set(grid.services.map(({ site }) => site))).toEqual(new Set(['brightpath']));
    const cell = grid.cells.find(({ service, state }) => service === atHome && state === 'FL');
    expect(cell).toMatchObject({ shows: 'none', current: null, upcoming: [{ state: 'FL' }] });
    await desk.get('grid?site=nowhere').expect(404);
    expect((await desk.get('grid?at=tomorrow').expect(400)).body.errors[0].path).toBe('at');
    expect((await desk.get('grid?when=now').expect(400)).body.errors[0].path).toBe('when');
  });

  it('says when licenses have expired', async () => {
    const cell = await desk.cell(atHome, 'FL', '?at=2040-01-01');
    expect(cell).toMatchObject({ shows: 'no-license', current: { status: 'available' }, review: 'overdue' });
  });
});

describe('a change of cells', () => {
  it('is previewed, and then is what readers see: a county left out', async () => {
    const body: ChangesBody = {
      cells: [
        {
          ...{ service: 'at-home-program', state: 'FL', status: 'available' },
          counties: { mode: 'except', list: ['Monroe'] },
        },
      ],
    };
    const preview = await expectPromiseKept(body);
    expect(preview.rows.map(({ action }) => action)).toEqual(['end', 'create']);
    expect(preview.rows[1]?.after?.entry).toMatchObject({ counties: { mode: 'except', list: [monroe] } });
    expect(preview.rows[1]?.after?.words).toContain('all counties of FL but Monroe County');
    expect(preview.pages.length).toBeGreaterThan(0);
    expect(preview.pages.every(({ change }) => change === 'content')).toBe(true);
    const sentence = preview.sentences.find(
      ({ format, locale, service }) =>
        service === 'at-home-program' && locale === 'en' && format === 'counties',
    );
    expect(sentence?.before).toContain('Florida (all 67 counties)');
    expect(sentence?.after).toContain('Florida (66 of 67 counties)');
  });

  it('goes from a moment on: what is now stays, pages say only when they change next', async () => {
    const from = inDays(30);
    const body: ChangesBody = { from, cells: [{ service: consultation, state: 'CA', status: 'paused' }] };
    const preview = await expectPromiseKept(body);
    expect(preview.rows.map(({ action, changed }) => [action, changed])).toEqual([
      ['end', ['effectiveTo']],
      ['create', []],
    ]);
    expect(new Set(preview.pages.map(({ change }) => change))).toEqual(new Set(['next-change']));
    expect(preview.laterPages.length).toBeGreaterThan(0);
    expect(new Set(preview.laterPages.map(({ at }) => at))).toEqual(new Set([from]));
    const later = preview.sentences.filter(({ at, isChanged }) => isChanged && at === from);
    expect(
      later.some(({ after, before }) => before.includes('California') && !after.includes('California')),
    ).toBe(true);
    const now = preview.sentences.filter(({ at, isChanged }) => isChanged && at === preview.at);
    expect(now).toEqual([]);
    expect(await desk.cell(consultation, 'CA')).toMatchObject({
      ...{ shows: 'available', nextChangeAt: from, upcoming: [{ status: 'paused', effectiveFrom: from }] },
    });
  });

  it('ends what is in force, and begins where nothing was', async () => {
    const license = (await desk.grid()).licenses.find(({ state }) => state === 'GA')?.number ?? '';
    const preview = await expectPromiseKept({
      cells: [
        { service: 'consultation', state: 'NY', status: null },
        {
          ...{ service: 'at-home-program', state: 'GA', status: 'available', licenses: [license] },
          counties: { mode: 'only', list: ['Fulton County', '13089'] },
          publicNote: { en: 'In two counties.', es: 'En dos condados.' },
          internalNote: '=asked for by mail',
        },
      ],
    });
    expect(preview.rows.map(({ action, state }) => [action, state])).toEqual([
      ['end', 'NY'],
      ['create', 'GA'],
    ]);
    expect(await desk.cell(consultation, 'NY')).toMatchObject({ shows: 'none', current: null, past: 1 });
    expect((await desk.cell(atHome, 'GA'))?.current).toMatchObject({
      ...{ status: 'available', internalNote: '=asked for by mail' },
      counties: { mode: 'only', list: ['13121', '13089'] },
      publicNote: { en: 'In two counties.', es: 'En dos condados.' },
    });
  });

  it('is taken back as if it had not been when it would end as it begins', async () => {
    const from = inDays(60);
    const cell = { service: consultation, state: 'NJ' };
    await expectPromiseKept({ from, cells: [{ ...cell, status: 'waitlist' }] });
    expect((await desk.cell(consultation, 'NJ'))?.upcoming).toHaveLength(1);
    const preview = await expectPromiseKept({ from, cells: [{ ...cell, status: null }] });
    expect(preview.rows).toMatchObject([
      { action: 'end', after: null, before: { entry: { status: 'waitlist' } } },
    ]);
    expect((await desk.cell(consultation, 'NJ'))?.upcoming).toEqual([]);
  });

  it('that only marks a review changes the entry where it stands', async () => {
    const reviewedAt = new Date().toISOString();
    const before = (await desk.cell(atHome, 'NJ'))?.current;
    const preview = await expectPromiseKept({
      cells: [{ service: atHome, state: 'NJ', status: 'available', reviewedAt, reviewDueAt: inDays(180) }],
    });
    expect(preview.rows).toMatchObject([{ action: 'change', changed: ['reviewedAt', 'reviewDueAt'] }]);
    expect((await desk.cell(atHome, 'NJ'))?.current).toMatchObject({ id: before?.id, reviewedAt });
  });

  it('that asks for what is already so writes nothing', async () => {
    const preview = await desk.previewed({
      cells: [{ service: atHome, state: 'NJ', status: 'available' }],
    });
    expect(preview).toMatchObject({ token: null, pages: [], sentences: [], problems: [] });
    expect(preview.rows.map(({ action }) => action)).toEqual(['unchanged']);
  });
});

describe('a correction', () => {
  it('changes an entry for its whole period, and says where it came from', async () => {
    const entry = (await desk.cell(await house.idOf('services', 'follow-up-visit'), 'FL'))?.current;
    const preview = await expectPromiseKept({
      entries: [{ id: entry?.id ?? '', status: 'waitlist', publicNote: { es: 'Pronto.' } }],
    });
    expect(preview.rows).toMatchObject([{ action: 'change', changed: ['status', 'publicNote'] }]);
    const { docs } = await house.payload.find({
      ...{ collection: 'publications', limit: 1, overrideAccess: true, sort: '-position' },
    });
    expect(docs[0]).toMatchObject({
      ...{ act: 'change', collectionSlug: 'availability', documentId: entry?.id },
      ...{ reason: 'Availability: changed in the grid.', actor: { kind: 'person' } },
    });
  });

  it('may let two periods change places', async () => {
    const [one, other] = [inDays(100), inDays(130)];
    const service = consultation;
    const base = { service, state: 'TX', status: 'coming-soon' as const, counties: { mode: 'all' as const } };
    await expectPromiseKept({
      entries: [
        { ...base, effectiveFrom: one, effectiveTo: other, internalNote: 'first' },
        { ...base, effectiveFrom: other, internalNote: 'second' },
      ],
    });
    const [first, second] = (await desk.cell(service, 'TX'))?.upcoming ?? [];
    await expectPromiseKept({
      entries: [
        { id: first?.id ?? '', effectiveFrom: other, effectiveTo: null },
        { id: second?.id ?? '', effectiveFrom: one, effectiveTo: other },
      ],
    });
    const after = (await desk.cell(service, 'TX'))?.upcoming ?? [];
    expect(after.map(({ internalNote }) => internalNote)).toEqual(['second', 'first']);
    expect(after.map(({ id }) => id)).toEqual([second?.id, first?.id]);
    expect((await desk.cell(service, 'TX'))?.drafts).toEqual([]);
    const { docs } = await house.payload.find({
      ...{ collection: 'publications', limit: 2, overrideAccess: true, sort: '-position' },
    });
    expect(docs.map(({ act }) => act)).toEqual(['change', 'change']);
    expect(new Set(docs.map(({ documentId }) => documentId))).toEqual(new Set([first?.id, second?.id]));
  });
});
