/** Sentences, tables, maps and names of counties over HTTP, the same over GraphQL, and how all of it is sent. */
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import request from 'supertest';
import { latestPosition } from '../../src/publishing/ledger/positions.js';
import { asking } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';
import { type Offering, offering } from '../helpers/offering.js';

jest.setTimeout(180_000);

let house: House;
let offer: Offering;
let nearly: string;

beforeAll(async () => {
  house = await openHouse();
  offer = offering(house);
  const { id, slug } = await offer.service('brightpath');
  await offer.change('services', id, { name: 'Un servicio', _status: 'published' }, 'es');
  await offer.entry(id, 'FL', { counties: { mode: 'except', list: ['12087'] } });
  await offer.entry(id, 'NJ');
  nearly = slug;
});
afterAll(() => house.close());

const base = '/api/availability';
const get = (address: string) => house.stranger.get(`${base}/${address}`);
const text = async (search: string) =>
  (await get(`summary?${search}`).set('Accept', 'text/plain').expect(200)).text;

describe('a summary', () => {
  it('is a sentence with what it rests on', async () => {
    const { body } = await get(`summary?service=${nearly}&format=counties`).expect(200);
    expect(body).toEqual({
      ...{
        text: 'Florida (66 of 67 counties) and New Jersey (all 21 counties)',
        format: 'counties',
        locale: 'en',
      },
      states: [
        {
          ...{ state: 'FL', name: 'Florida', text: 'Florida (66 of 67 counties)' },
          counties: {
            covered: 66,
            total: 67,
            mode: 'except',
            list: [{ fips: '12087', name: 'Monroe County' }],
          },
        },
        {
          ...{ state: 'NJ', name: 'New Jersey', text: 'New Jersey (all 21 counties)' },
          counties: { covered: 21, total: 21, mode: 'all', list: [] },
        },
      ],
      nextChangeAt: null,
    });
  });

  const formats: [search: string, words: string][] = [
    ['', 'Florida (all counties but Monroe County) and New Jersey'],
    ['&format=oxford&locale=es', 'Florida (todos los condados menos el condado de Monroe) y Nueva Jersey'],
    ['&format=ampersand', 'Florida (all counties but Monroe County) & New Jersey'],
    ['&format=short', 'FL (66 of 67), NJ'],
    ['&format=list', 'Florida (all counties but Monroe County)\nNew Jersey'],
    ['&format=counties&locale=es', 'Florida (66 de los 67 condados) y Nueva Jersey (los 21 condados)'],
  ];
  it.each(formats)('with %s says “%s”', async (search, words) => {
    expect(await text(`service=${nearly}${search}`)).toBe(words);
    expect((await get(`summary?service=${nearly}${search}`).expect(200)).body.text).toBe(words);
  });

  it('of a site is of all its services together', async () => {
    expect(await text('site=brightpath&format=short')).toBe('FL, NJ');
    const [whole, part, both] = await Promise.all(
      ['service=consultation', 'service=ketamine-assisted-therapy-program', 'site=harbor-therapy'].map(
        async (search) => (await get(`summary?${search}`).expect(200)).body.states,
      ),
    );
    const georgia = (states: { state: string }[]) => states.find(({ state }) => state === 'GA');
    expect(georgia(part)).toMatchObject({ counties: { covered: 157, total: 159, mode: 'except' } });
    expect(georgia(whole)).toMatchObject({ counties: { covered: 159, mode: 'all' } });
    expect(georgia(both)).toEqual(georgia(whole));
  });

  it('names the states in the order of the site', async () => {
    const site = await house.idOf('sites', 'brightpath');
    await offer.change('sites', site, { stateOrder: ['NJ'] });
    expect(await text('service=at-home-program')).toBe('New Jersey and Florida');
    await offer.change('sites', site, { stateOrder: [] });
    expect(await text('service=at-home-program')).toBe('Florida and New Jersey');
  });

  it('of nothing says so', async () => {
    const { slug } = await offer.service('brightpath');
    const { body } = await get(`summary?service=${slug}`).expect(200);
    expect(body).toMatchObject({ states: [], nextChangeAt: null });
    expect(body.text).toMatch(/^no state/i);
  });

  const accepts: [accept: string | null, type: RegExp][] = [
    [null, /^application\/json/],
    ['*/*', /^application\/json/],
    ['application/json', /^application\/json/],
    ['text/plain', /^text\/plain; charset=utf-8$/],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', /^text\/html; charset=utf-8$/],
    ['text/html;q=0.2, text/plain', /^text\/plain/],
    ['text/html;q=0', /^application\/json/],
    ['image/png', /^application\/json/],
  ];
  it.each(accepts)('for Accept: %s is %s', async (accept, type) => {
    const asked = get('summary?site=brightpath&format=table');
    const answer = await (accept === null ? asked.unset('Accept') : asked.set('Accept', accept)).expect(200);
    expect(answer.headers['content-type']).toMatch(type);
    expect(answer.headers.vary).toMatch(/\bAccept\b/);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('as HTML is a table with headings, in the language asked for', async () => {
    const answer = await get(`summary?service=${nearly}&format=table&locale=es`).set('Accept', 'text/html');
    expect(answer.headers['content-language']).toBe('es');
    expect(answer.text).toContain('<th scope="row">Nueva Jersey</th><td>los 21 condados</td>');
    const list = await get(`summary?service=${nearly}&format=list`).set('Accept', 'text/html');
    expect(list.text).toContain('<li>New Jersey</li>');
  });

  it.each(['format=sentence', 'zip=33040', 'state=FL', 'limit=1'])('refuses %s by name', async (search) => {
    const { body } = await get(`summary?site=brightpath&${search}`).expect(400);
    expect(body.errors[0]).toMatchObject({ code: 'invalid_parameter', path: search.split('=')[0] });
  });
});

describe('a map', () => {
  it('is a picture that may carry its own style and nothing else', async () => {
    const answer = await get(`map.svg?service=${nearly}`).expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-security-policy':
        "default-src 'none';style-src 'unsafe-inline';frame-ancestors 'none';sandbox",
    });
    const svg = String(answer.body);
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain('Florida (all counties but Monroe County)');
    expect(svg).not.toMatch(/<script|\son\w+=|href="http/);
  });

  it('is titled with the service or the site, in the language asked for', async () => {
    const title = async (search: string) =>
      /<title[^>]*>(.*?)<\/title>/.exec(String((await get(`map.svg?${search}`).expect(200)).body))?.[1];
    expect(await title('service=at-home-program&locale=es')).toContain('Programa en casa');
    expect(await title('site=brightpath')).toContain('Brightpath');
  });

  it('refuses what is no parameter of it', async () => {
    await get('map.svg?site=brightpath&format=short').expect(400);
    await get('map.svg').expect(400);
    await get('map.svg?site=nobody').expect(404);
  });
});

describe('counties', () => {
  it('have names for their codes', async () => {
    const { body } = await get('counties?state=fl').expect(200);
    expect(body.docs).toHaveLength(67);
    expect(body.docs).toContainEqual({ fips: '12087', name: 'Monroe County', state: 'FL' });
    for (const search of ['', '?state=', '?state=ZZ', '?state=FL&county=1'])
      await get(`counties${search}`).expect(400);
  });
});

describe('every answer', () => {
  const addresses = [
    'check?site=brightpath&zip=33040',
    'summary?site=brightpath',
    'map.svg?site=brightpath',
    'counties?state=FL',
  ];
  it.each(addresses)('at %s is asked again before each use, and costs little then', async (address) => {
    const answer = await get(address).expect(200);
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=0, must-revalidate',
      'access-control-allow-origin': '*',
      'ledger-position': String(await latestPosition(house.payload)),
    });
    const { etag = '' } = answer.headers;
    expect(etag).toMatch(/^"[\w-]{20,}"$/);
    const again = await get(address).set('If-None-Match', `"other", ${etag}`).expect(304);
    expect(again.text || String(again.body) || '').not.toContain('FL');
    expect(again.headers).toMatchObject({ etag, 'cache-control': 'public, max-age=0, must-revalidate' });
    await get(address).set('If-None-Match', '"other"').expect(200);
  });

  it.each(addresses)('at %s answers HEAD as GET, without a body', async (address) => {
    const whole = await get(address).expect(200);
    const head = await house.stranger.head(`${base}/${address}`).expect(200);
    for (const name of ['content-type', 'content-length', 'etag', 'ledger-position', 'vary']) {
      expect([name, head.headers[name]]).toEqual([name, whole.headers[name]]);
    }
    expect(head.text ?? '').toBe('');
  });

  it('has another tag in another form, and for another answer', async () => {
    const tags = await Promise.all(
      ['application/json', 'text/plain', 'text/html'].map(
        async (accept) => (await get('summary?site=brightpath').set('Accept', accept)).headers.etag,
      ),
    );
    expect(new Set(tags).size).toBe(3);
    const [one, other] = await Promise.all([
      get('check?site=brightpath&zip=33040'),
      get('check?site=brightpath&zip=33041'),
    ]);
    expect(one.headers.etag).not.toBe(other.headers.etag);
  });

  it('is a reading: writing there is nothing for strangers, and the names are no ids', async () => {
    for (const address of addresses) await house.stranger.post(`${base}/${address}`).send({}).expect(401);
    await get('nothing-here').expect(404);
    await house.stranger.get(base).expect(200);
  });
});

const fields = {
  check: `site service place { zip county state name states } available status reason reasonCode effectiveFrom nextChangeAt
    services { id slug name site available status reason reasonCode effectiveFrom nextChangeAt publicNote counties { fips status } }
    counties { fips state name share available status }
    disclaimers { id slug title version placement locale html text clauses { key text }
      because { rule source { title url } properties { property operator value } } }
    callsToAction { id slug kind label eyebrow heading text facts target { url } offer { free minutes }
      service { id slug name price { amount currency period qualifier note text } } }`,
  summary:
    'text format locale states { state name text counties { covered total mode list { fips name } } } nextChangeAt',
};

/** GraphQL answers null where REST leaves out. */
const withoutNulls = (place: object) =>
  Object.fromEntries(Object.entries(place).filter(([, value]) => value !== null));

describe('over GraphQL', () => {
  const ask = async (query: string) =>
    (
      await house.stranger
        .post('/api/graphql')
        .send({ query: `{ ${query} }` })
        .expect(200)
    ).body;

  const questions: [args: string, search: string][] = [
    ['site: "harbor-therapy", zip: "31302"', 'site=harbor-therapy&zip=31302'],
    ['service: "consultation", zip: "30003", locale: es', 'service=consultation&zip=30003&locale=es'],
    [
      'service: "ketamine-assisted-therapy-program", zip: "30003"',
      'service=ketamine-assisted-therapy-program&zip=30003',
    ],
    ['service: "at-home-program", county: "12087"', 'service=at-home-program&county=12087'],
    [
      'site: "harbor-therapy", state: "GA", at: "2199-01-01T00:00:00Z"',
      'site=harbor-therapy&state=GA&at=2199-01-01T00:00:00Z',
    ],
  ];
  it.each(questions)('a check with %s is that of REST', async (args, search) => {
    const { data } = await ask(`availabilityCheck(${args}) { ${fields.check} }`);
    const { body: answer } = await get(`check?${search}`);
    expect({ ...data.availabilityCheck, place: withoutNulls(data.availabilityCheck.place) }).toEqual(answer);
  });

  it.each(['list', 'oxford', 'ampersand', 'counties', 'short', 'table'])(
    'a summary as %s is that of REST',
    async (format) => {
      const args = `service: "${nearly}", format: "${format}", locale: es`;
      const { data } = await ask(`availabilitySummary(${args}) { ${fields.summary} }`);
      const answer = await get(`summary?service=${nearly}&format=${format}&locale=es`);
      expect(data.availabilitySummary).toEqual(answer.body);
    },
  );

  const wrong: [question: string, code: string][] = [
    ['availabilityCheck(site: "brightpath", zip: "1") { available }', 'invalid_parameter'],
    ['availabilityCheck(site: "brightpath") { available }', 'invalid_parameter'],
    ['availabilityCheck(site: "brightpath", zip: "33040", state: "FL") { available }', 'invalid_parameter'],
    ['availabilitySummary(site: "brightpath", format: "long") { text }', 'invalid_parameter'],
    ['availabilityCheck(site: "brightpath", zip: "00000") { available }', 'not_found'],
    ['availabilitySummary(site: "nobody") { text }', 'not_found'],
    ['availabilitySummary(site: "brightpath", at: "2026-01-01T00:00:00Z") { text }', 'unauthenticated'],
  ];
  it.each(wrong)('%s is an error: %s', async (question, code) => {
    const { errors } = await ask(question);
    expect(errors).toHaveLength(1);
    expect(errors[0].extensions.code).toBe(code);
  });

  it('two questions in one request keep their languages apart', async () => {
    const { data } = await ask(
      'en: availabilitySummary(site: "brightpath") { text } es: availabilitySummary(site: "brightpath", locale: es) { text }',
    );
    expect(data).toEqual({ en: { text: 'Florida and New Jersey' }, es: { text: 'Florida y Nueva Jersey' } });
  });

  it('signed-in people are answered the same, and the past too', async () => {
    const compliance = asking(house, await house.person('compliance'));
    const at = new Date().toISOString();
    const question = (more: string) =>
      `{ availabilityCheck(site: "brightpath", zip: "33040"${more}) { ${fields.check} } }`;
    const now = (await compliance.graphql(question(''))).body.data;
    expect(now).toEqual((await ask(question('').slice(1, -1))).data);
    expect((await compliance.graphql(question(`, at: "${at}"`))).body.data).toEqual(now);
  });
});

/** Numbers that may happen to look like a ZIP code. */
const withoutChance = (key: string, value: unknown) =>
  ['time', 'responseTime', 'id', 'pid'].includes(key) ? undefined : value;

describe('nothing about the visitor', () => {
  it('is logged, stored or sent back as a cookie', async () => {
    const { createApp } = await import('../../src/app.js');
    const { createPublicApi } = await import('../../src/public-api/index.js');
    const { createGraphqlDoor } = await import('../../src/http/graphqlDoor.js');
    const lines: string[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const logger = pino({ level: 'trace' }, stream);
    const { payload, settings } = house;
    const kept = payload.logger;
    payload.logger = logger;
    const parts = {
      payload,
      publicApi: createPublicApi({ payload }),
      graphql: createGraphqlDoor({ payload, settings }),
    };
    const visitor = request(createApp({ settings: { ...settings, trustProxy: 1 }, logger, house: parts }));
    const before = await latestPosition(payload);
    const told = {
      'X-Forwarded-For': '203.0.113.77',
      'User-Agent': 'a-visitor/1.0',
      Referer: 'https://from.example/page',
    };
    const places = [
      'zip=33040',
      'zip=33040-1234',
      'zip=3304',
      'zip=00000',
      'county=12087',
      'zip=33040&at=2026-01-01T00:00:00Z',
    ];
    try {
      for (const place of places) {
        const answer = await visitor.get(`${base}/check?site=brightpath&${place}`).set(told);
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
      const query =
        '{ a: availabilityCheck(site: "brightpath", zip: "33040") { reason } b: availabilityCheck(site: "brightpath", zip: "3304") { reason } }';
      await visitor.post('/api/graphql').set(told).send({ query });
      await visitor.get(`/api/graphql?query=${encodeURIComponent(query)}`).set(told);
    } finally {
      payload.logger = kept;
    }
    const logged = lines.map((line) => JSON.stringify(JSON.parse(line), withoutChance)).join('\n');
    expect(logged).toContain('/api/availability/check');
    expect(logged).not.toMatch(/3304|12087|203\.0\.113|127\.0\.0\.1|::1|a-visitor|from\.example/);
    expect(await latestPosition(payload)).toBe(before);
    const { totalDocs } = await payload.find({
      collection: 'audit-log',
      overrideAccess: true,
      where: { createdAt: { greater_than: new Date(Date.now() - 500).toISOString() } },
    });
    expect(totalDocs).toBe(0);
  });
});
