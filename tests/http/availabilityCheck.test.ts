/** Asking over HTTP whether something is offered at a place: by ZIP code, county and state, on the demo content and beside it. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { asking } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';
import { type Offering, offering } from '../helpers/offering.js';

jest.setTimeout(180_000);

let house: House;
let offer: Offering;

beforeAll(async () => {
  house = await openHouse();
  offer = offering(house);
});
afterAll(() => house.close());

const get = (search: string) => house.stranger.get(`/api/availability/check?${search}`);
const check = async (search: string) => (await get(search).expect(200)).body;
const program = 'service=ketamine-assisted-therapy-program';

interface County {
  fips: string;
  share: number;
  status: string;
  available: boolean;
}
const fipsOf = (counties: County[]) => counties.map(({ fips }) => fips);
const shareOf = (counties: County[]) => counties.reduce((sum, { share }) => sum + share, 0);

describe('a ZIP code', () => {
  it('is answered with everything that there is to say', async () => {
    const answer = await check('site=harbor-therapy&service=consultation&zip=94110');
    expect(answer).toEqual({
      ...{ site: 'harbor-therapy', service: 'consultation', place: { zip: '94110', states: ['CA'] } },
      ...{ available: 'yes', status: 'available', reasonCode: 'available' },
      reason: 'Available in all of ZIP code 94110.',
      services: [
        {
          ...{ id: await house.idOf('services', 'consultation'), slug: 'consultation', name: 'Consultation' },
          ...{ site: 'harbor-therapy', available: 'yes', status: 'available', reasonCode: 'available' },
          reason: 'Available in all of ZIP code 94110.',
          ...{ effectiveFrom: '2024-01-01T08:00:00.000Z', nextChangeAt: '2030-06-01T07:00:00.000Z' },
          publicNote: 'Sessions by video from anywhere in the state.',
          counties: [{ fips: '06075', status: 'available' }],
        },
      ],
      counties: [
        {
          ...{ fips: '06075', name: 'San Francisco County', state: 'CA' },
          ...{ share: 1, available: true, status: 'available' },
        },
      ],
      ...{ effectiveFrom: '2024-01-01T08:00:00.000Z', nextChangeAt: '2030-06-01T07:00:00.000Z' },
      // see “what goes with an offer”
      ...{ disclaimers: expect.any(Array), callsToAction: expect.any(Array) },
    });
  });

  it('with four more digits is that of its first five', async () => {
    const [five, nine, written] = await Promise.all(
      ['94110', '94110-1234', '941101234'].map((zip) => check(`service=consultation&zip=${zip}`)),
    );
    expect(nine).toEqual(five);
    expect(written).toEqual(five);
  });

  it('on a border of counties is partly served where one of them is', async () => {
    const answer = await check(`${program}&zip=31302`);
    expect(answer).toMatchObject({
      available: 'partly',
      reasonCode: 'partly-available',
      status: 'available',
    });
    expect(answer.reason).toContain('Effingham County');
    expect(answer.counties).toMatchObject([
      { fips: '13051', name: 'Chatham County', available: false, status: 'unavailable' },
      { fips: '13103', name: 'Effingham County', available: true, status: 'available' },
    ]);
    expect(answer.counties[0].share).toBeCloseTo(63_781_576 / (63_781_576 + 44_799_306), 12);
    expect(shareOf(answer.counties)).toBeCloseTo(1, 12);
  });

  it('in six counties names each of them once', async () => {
    const { id, slug } = await offer.service('brightpath');
    await offer.entry(id, 'MS', { counties: { mode: 'only', list: ['28131', '28109'] } });
    const answer = await check(`service=${slug}&zip=39573`);
    expect(answer.available).toBe('partly');
    expect(fipsOf(answer.counties)).toEqual(['28131', '28039', '28045', '28059', '28109', '28047']);
    expect(
      answer.counties.filter(({ available }: County) => available).map(({ fips }: County) => fips),
    ).toEqual(['28131', '28109']);
    expect(shareOf(answer.counties)).toBeCloseTo(1, 12);
  });

  it('in two states is answered by what holds in each', async () => {
    const { id, slug } = await offer.service('brightpath');
    await offer.entry(id, 'GA', { status: 'waitlist' });
    await offer.entry(id, 'AL', { effectiveFrom: '2026-03-01T00:00:00.000Z' });
    const answer = await check(`service=${slug}&zip=30165`);
    expect(answer).toMatchObject({
      available: 'partly',
      status: 'available',
      place: { states: ['GA', 'AL'] },
    });
    expect(answer.effectiveFrom).toBe('2026-03-01T00:00:00.000Z');
    expect(answer.counties.map(({ fips, status }: County) => [fips, status])).toEqual([
      ['13115', 'waitlist'],
      ['01019', 'available'],
      ['13055', 'waitlist'],
    ]);
  });

  const withoutArea: [where: string, entry: Record<string, unknown> | null, answer: object][] = [
    ['a state that is served whole', {}, { available: 'yes', status: 'available' }],
    [
      'a state that is served in part',
      { counties: { mode: 'except', list: ['13051'] } },
      { available: 'unknown', status: null, reasonCode: 'zip-without-area' },
    ],
    [
      'a state that is not served',
      null,
      { available: 'no', status: 'unavailable', reasonCode: 'not-offered' },
    ],
    ['a state with a waiting list', { status: 'waitlist' }, { available: 'no', status: 'waitlist' }],
  ];
  it.each(withoutArea)('of post office boxes is answered by %s', async (_where, entry, expected) => {
    const { id, slug } = await offer.service('brightpath');
    if (entry) await offer.entry(id, 'GA', entry);
    const answer = await check(`service=${slug}&zip=30003`);
    expect(answer).toMatchObject({ ...expected, counties: [], place: { zip: '30003', states: ['GA'] } });
  });
});

describe('a county', () => {
  it('is the whole place', async () => {
    const answer = await check(`${program}&county=13103`);
    expect(answer).toMatchObject({
      ...{ available: 'yes', place: { county: '13103', name: 'Effingham County', states: ['GA'] } },
      counties: [{ fips: '13103', share: 1, available: true }],
    });
  });

  it('that is left out is not served', async () => {
    const answer = await check(`${program}&county=13051`);
    expect(answer).toMatchObject({ available: 'no', status: 'unavailable', effectiveFrom: null });
  });
});

describe('a state', () => {
  it('that is served whole lists no counties', async () => {
    const answer = await check('service=at-home-program&state=FL');
    expect(answer).toMatchObject({ available: 'yes', counties: [], place: { state: 'FL', name: 'Florida' } });
  });

  it('of which every county is listed is served whole', async () => {
    const answer = await check('service=at-home-program&state=nj');
    expect(answer).toMatchObject({ available: 'yes', counties: [], place: { state: 'NJ' } });
  });

  it('that is served in part lists all of its counties', async () => {
    const answer = await check(`${program}&state=GA`);
    expect(answer.available).toBe('partly');
    expect(answer.counties).toHaveLength(159);
    expect(answer.counties.every(({ share }: { share: null }) => share === null)).toBe(true);
    const left = answer.counties.filter(({ available }: County) => !available);
    expect(fipsOf(left)).toEqual(['13051', '13127']);
  });

  it('with another status is no, and says which', async () => {
    expect(await check(`${program}&state=NY`)).toMatchObject({
      ...{ available: 'no', status: 'coming-soon', reasonCode: 'coming-soon' },
    });
    expect(await check('service=follow-up-visit&state=NJ')).toMatchObject({
      available: 'no',
      status: 'paused',
    });
  });

  it('without an entry is no', async () => {
    expect(await check(`${program}&state=WY`)).toMatchObject({ available: 'no', nextChangeAt: null });
  });
});

describe('a site alone', () => {
  it('stands for all of its services, with the best of them at the top', async () => {
    const answer = await check('site=harbor-therapy&state=GA');
    expect(answer).toMatchObject({ site: 'harbor-therapy', service: null, available: 'yes' });
    const each = answer.services.map(({ available, slug }: Record<string, string>) => [slug, available]);
    expect(each).toEqual([
      ['consultation', 'yes'],
      ['ketamine-assisted-therapy-program', 'partly'],
    ]);
  });

  it('changes when the first of its services does', async () => {
    const answer = await check('site=harbor-therapy&state=GA');
    const changes = answer.services.map(({ nextChangeAt }: { nextChangeAt: string }) => nextChangeAt);
    expect(answer.nextChangeAt).toBe([...changes].sort()[0]);
  });

  it('may be told apart from a service by nothing but its name', async () => {
    const [alone, both] = await Promise.all([
      check('service=at-home-program&state=FL'),
      check('site=brightpath&service=at-home-program&state=FL'),
    ]);
    expect(alone).toEqual(both);
    expect(alone.site).toBe('brightpath');
  });

  it('takes a service by its id too', async () => {
    const id = await house.idOf('services', 'at-home-program');
    expect(await check(`service=${id}&state=FL`)).toEqual(await check('service=at-home-program&state=FL'));
  });
});

describe('in Spanish', () => {
  it('names, notes and reasons are Spanish', async () => {
    const answer = await check(`${program}&state=GA&locale=es`);
    expect(answer.services[0]).toMatchObject({
      name: 'Terapia asistida con ketamina',
      publicNote: 'Las sesiones con medicamento tienen lugar en Atlanta y Macon.',
    });
    expect(answer.reason).toMatch(/^Disponible en parte de Georgia/);
    expect((await check(`${program}&state=NY&locale=es`)).place.name).toBe('Nueva York');
  });

  it('a service without a Spanish name is not there, and a note that is not translated is left out', async () => {
    const { id, slug } = await offer.service('brightpath');
    await offer.entry(id, 'FL', { publicNote: 'A note.' });
    await get(`service=${slug}&state=FL&locale=es`).expect(404);
    await offer.change('services', id, { name: 'Un servicio', _status: 'published' }, 'es');
    const answer = await check(`service=${slug}&state=FL&locale=es`);
    expect(answer.services[0]).toMatchObject({ name: 'Un servicio', available: 'yes', publicNote: null });
  });
});

describe('what is not public', () => {
  it('is no answer: drafts of entries and services', async () => {
    const { id, slug } = await offer.service('brightpath');
    const entry = await offer.entry(id, 'FL', { status: 'waitlist' });
    await house.payload.update({
      ...{ collection: 'availability', data: { status: 'paused' }, depth: 0, draft: true, id: entry },
      overrideAccess: true,
    });
    await offer.entry(id, 'GA', { _status: 'draft' });
    expect((await check(`service=${slug}&state=FL`)).status).toBe('waitlist');
    expect((await check(`service=${slug}&state=GA`)).status).toBe('unavailable');
    const draft = await offer.service('brightpath', { _status: 'draft' });
    await get(`service=${draft.slug}&state=FL`).expect(404);
    const { services } = await check('site=brightpath&state=FL');
    expect(services.map((each: { slug: string }) => each.slug)).not.toContain(draft.slug);
  });
});

describe('a question', () => {
  const wrong: [search: string, path: string, words: string][] = [
    ['zip=33040', 'site', 'slugs'],
    ['site=&zip=33040', 'site', 'slug'],
    ['service=&zip=33040', 'service', 'slug'],
    ['site=brightpath', 'zip', 'county'],
    ['site=brightpath&zip=33040&state=FL', 'state', 'one place'],
    ['site=brightpath&county=12087&zip=33040', 'county', 'one place'],
    ['site=brightpath&zip=3304', 'zip', 'five digits'],
    ['site=brightpath&zip=33040-12', 'zip', 'five digits'],
    ['site=brightpath&zip=33O40', 'zip', 'five digits'],
    ['site=brightpath&zip=', 'zip', 'five digits'],
    ['site=brightpath&zip=%2033040', 'zip', 'five digits'],
    ['site=brightpath&zip=33040&zip=33041', 'zip', 'once'],
    ['site=brightpath&zip[]=33040', 'zip[]', 'not a parameter'],
    ['site=brightpath&county=Monroe', 'county', 'FIPS'],
    ['site=brightpath&county=2087', 'county', 'FIPS'],
    ['site=brightpath&state=ZZ', 'state', 'postal'],
    ['site=brightpath&state=Florida', 'state', 'postal'],
    ['site=brightpath&zip=33040&locale=de', 'locale', 'en, es'],
    ['site=brightpath&zip=33040&at=tomorrow', 'at', 'ISO 8601'],
    ['site=brightpath&zip=33040&at=2199-02-30T00:00:00Z', 'at', 'ISO 8601'],
    ['site=brightpath&zip=33040&position=last', 'position', 'whole number'],
    ['site=brightpath&zip=33040&address=1', 'address', 'not a parameter'],
    ['site=brightpath&zip=33040&format=short', 'format', 'not a parameter'],
    ['site=brightpath&zip=33040&__proto__=1', '__proto__', 'not a parameter'],
  ];
  it.each(wrong)('%s is refused: %s', async (search, path, words) => {
    const { body } = await get(search).expect(400);
    expect(body.errors).toEqual([
      { code: 'invalid_parameter', message: expect.stringContaining(words), path },
    ]);
  });

  const absent: [search: string, path: string, words: string][] = [
    ['site=brightpath&zip=00000', 'zip', '00000'],
    ['site=brightpath&county=12999', 'county', '12999'],
    ['site=nobody&zip=33040', 'site', 'nobody'],
    ['service=nothing&zip=33040', 'service', 'nothing'],
    ['site=brightpath&service=consultation&zip=33040', 'service', 'brightpath'],
    ['site=constructor&zip=33040', 'site', 'constructor'],
  ];
  it.each(absent)('%s finds nothing: %s', async (search, path, words) => {
    const answer = await get(search).expect(404);
    expect(answer.body.errors).toEqual([
      { code: 'not_found', message: expect.stringContaining(words), path },
    ]);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(Number(answer.headers['ledger-position'])).toBeGreaterThan(100);
  });
});

describe('what goes with an offer', () => {
  const slugsOf = (documents: { slug: string }[]) => documents.map(({ slug }) => slug);
  const ask = async (search: string) => {
    const { body } = await get(search).expect(200);
    return {
      ...{ callsToAction: slugsOf(body.callsToAction), disclaimers: slugsOf(body.disclaimers) },
      rules: body.disclaimers.flatMap(({ because }: { because: { rule: string }[] }) =>
        because.map(({ rule }) => rule),
      ),
    };
  };

  it('are the calls to action of the service, and the disclaimers that rules ask for in that state', async () => {
    const florida = await ask('service=at-home-program&zip=33040');
    const newJersey = await ask('service=at-home-program&zip=07030');
    expect(florida.callsToAction).toEqual(['brightpath-assessment', 'brightpath-program']);
    expect(newJersey.callsToAction).toEqual(florida.callsToAction);
    expect(florida.rules).toContain('florida-free-offer-notice');
    expect(newJersey.rules).not.toContain('florida-free-offer-notice');
    expect(newJersey.rules).toContain('home-use-needs-its-risk');
  });

  it('is nothing where the service is not offered', async () => {
    expect(await ask('service=at-home-program&zip=75001')).toEqual({
      ...{ callsToAction: [], disclaimers: [], rules: [] },
    });
  });

  it('is in the language asked for, with English disclaimers where there are no others', async () => {
    const { body } = await get('service=at-home-program&zip=33040&locale=es').expect(200);
    expect(body.callsToAction.length).toBeGreaterThan(0);
    for (const { locale } of body.disclaimers) expect(['en', 'es']).toContain(locale);
    expect(JSON.stringify(body.callsToAction)).not.toBe(
      JSON.stringify((await check('service=at-home-program&zip=33040')).callsToAction),
    );
  });

  it('follows a rule, a disclaimer and a call to action at once', async () => {
    const compliance = asking(house, await house.person('compliance'));
    const slug = 'home-use-needs-its-risk';
    const rule = await house.idOf('rules', slug);
    await compliance.patch(`/api/rules/${rule}`, { _status: 'draft' }).expect(200);
    expect((await ask('service=at-home-program&zip=33040')).rules).not.toContain(slug);
    await compliance.patch(`/api/rules/${rule}`, { _status: 'published' }).expect(200);
    expect((await ask('service=at-home-program&zip=33040')).rules).toContain(slug);
    const call = await house.idOf('calls-to-action', 'brightpath-assessment');
    await compliance.patch(`/api/calls-to-action/${call}`, { label: 'Begin here' }).expect(200);
    const { callsToAction } = await check('service=at-home-program&zip=33040');
    expect(callsToAction[0].label).toBe('Begin here');
  });
});
