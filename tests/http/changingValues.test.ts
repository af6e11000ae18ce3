/** A price or a county is changed once, in its own record; every page, in every format and language, follows. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { markdownToLexical } from '../../src/import/markdown/markdownToLexical.js';
import { asking } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';
import { deskOf } from '../helpers/importing.js';
import { type Offering, offering } from '../helpers/offering.js';

let house: House;
let offer: Offering;
let service: { id: string; slug: string };
let entry: string;
beforeAll(async () => {
  house = await openHouse();
  offer = offering(house);
  service = await offer.service('brightpath', { price: { amount: 250, currency: 'USD', period: 'month' } });
  entry = await offer.entry(service.id, 'FL');
  await offer.entry(service.id, 'NJ');
});
afterAll(() => house.close());

const sentence = (locale: 'en' | 'es') => {
  const words = { en: ['Pay', 'in', 'of', '.'], es: ['Pague', 'en', 'de', '.'] }[locale];
  const { slug } = service;
  return `${words[0]} :price{service=${slug} as=from} ${words[1]} :availability{service=${slug} as=counties}, :count{service=${slug} of=counties}${words[3]}`;
};
const read = (markdown: string, locale: 'en' | 'es' = 'en') =>
  markdownToLexical(markdown, {
    locale,
    findId: (_collection, slug) => (slug === service.slug ? service.id : house.idOf('articles', slug)),
  });

let made = 0;
async function publish(
  collection: string,
  data: Record<string, unknown>,
): Promise<{ id: string; slug: string }> {
  made += 1;
  const slug = `says-a-value-${made}`;
  const { id } = await house.payload.create({
    collection: collection as 'articles',
    data: { slug, ...data, sites: [await house.idOf('sites', 'brightpath')], _status: 'published' } as never,
    depth: 0,
    locale: 'en',
    overrideAccess: true,
  });
  return { id, slug };
}
const article = async (markdown: string) =>
  publish('articles', { title: 'An article', body: await read(markdown) });

/** Three kinds of content that say the same. */
async function threePages(): Promise<string[]> {
  const body = await read(sentence('en'));
  const pages = [
    ['resources', await publish('articles', { title: 'An article', body })],
    ['faqs', await publish('faqs', { question: 'A question?', answer: body })],
    ['myths', await publish('misconceptions', { myth: 'A myth', fact: 'A fact', explanation: body })],
  ] as const;
  return pages.map(([prefix, { slug }]) => `/api/pages/brightpath/${prefix}/${slug}`);
}

const get = (address: string) => house.stranger.get(address);
const forms = 'body=html,markdown,text,blocks';
const page = async (address: string) => (await get(`${address}?${forms}`).expect(200)).body;

/** What a page says of its body, by format, over REST and GraphQL. */
async function saidBy(address: string): Promise<Record<string, string>> {
  const { page: shown } = await page(address);
  const { blocks, ...texts } = shown.body;
  const whole = await Promise.all(
    ['html', 'markdown', 'text'].map(async (format) => {
      const answer = await get(`${address}?format=${format}`).expect(200);
      return [`the whole page as ${format}`, answer.text] as const;
    }),
  );
  const path = address.replace('/api/pages/brightpath', '');
  const query = `{ page(site: "brightpath", path: "${path}") { body { html markdown text blocks } } }`;
  const graphql = await house.stranger.post('/api/graphql').send({ query }).expect(200);
  const overGraphql = Object.entries(graphql.body.data.page.body).map(
    ([form, said]) => [`${form} over GraphQL`, JSON.stringify(said)] as const,
  );
  return {
    ...texts,
    blocks: JSON.stringify(blocks),
    ...Object.fromEntries([...whole, ...overGraphql]),
  };
}

describe('a value in pages', () => {
  it('is changed once and said everywhere', async () => {
    const addresses = await threePages();
    const revisions = await Promise.all(addresses.map(async (address) => (await page(address)).revision));
    for (const address of addresses) {
      for (const [format, said] of Object.entries(await saidBy(address))) {
        expect([format, said]).toEqual([format, expect.stringContaining('from $250/month')]);
        expect([format, said]).toEqual([format, expect.stringContaining('Florida (all 67 counties)')]);
        expect([format, said]).toEqual([format, expect.stringContaining('88 counties')]);
      }
    }
    await offer.change('services', service.id, { price: { amount: 275, currency: 'USD', period: 'month' } });
    await offer.change('availability', entry, { counties: { mode: 'except', list: ['12087'] } });
    for (const [index, address] of addresses.entries()) {
      expect((await page(address)).revision).not.toBe(revisions[index]);
      for (const [format, said] of Object.entries(await saidBy(address))) {
        expect([format, said]).toEqual([format, expect.stringContaining('from $275/month')]);
        expect([format, said]).toEqual([format, expect.stringContaining('Florida (66 of 67 counties)')]);
        expect([format, said]).toEqual([format, expect.stringContaining('87 counties')]);
        expect([format, said.includes('$250')]).toEqual([format, false]);
      }
      for (const format of ['json', 'jsonld']) {
        const answer = await get(`${address}?format=${format}`).expect(200);
        expect(answer.text).not.toContain('$250');
      }
    }
  });

  it('leaves its old amount nowhere', async () => {
    const own = await offer.service('brightpath', { price: { amount: 7351, period: 'month' } });
    const slug = own.slug;
    const call = {
      kind: 'booking',
      label: 'Book',
      service: own.id,
      slug: `book-${slug}`,
      target: { url: '/b' },
    };
    const { id: callId } = await house.payload.create({
      ...{ collection: 'calls-to-action', depth: 0, locale: 'en', overrideAccess: true },
      data: call as never,
    });
    const body = JSON.parse(JSON.stringify(await read(sentence('en'))).replaceAll(service.id, own.id));
    const text = await publish('articles', {
      title: 'Dear',
      body,
      callsToAction: [callId],
      summary: 'Words.',
    });
    const where = `site: "brightpath", path: "/resources/${text.slug}"`;
    const places = [
      ...['json', 'html', 'markdown', 'text', 'jsonld'].map(
        (format) => `/api/pages/brightpath/resources/${text.slug}?format=${format}`,
      ),
      `/api/pages/brightpath/resources/${text.slug}?${forms}&modules=true&state=FL`,
      ...[`/api/services?limit=100&where[slug][equals]=${slug}`, `/api/services/${slug}`],
      `/api/articles/${text.slug}?depth=2&site=brightpath`,
      `/api/articles?depth=2&select[body]=true&where[slug][equals]=${text.slug}`,
      ...['', '/manifest', '/sitemap.xml', '/feed.xml', '/feed.json'].map(
        (each) => `/api/sites/brightpath${each}`,
      ),
      `/api/disclaimers/resolve?site=brightpath&path=/resources/${text.slug}`,
      `/api/graphql?query=${encodeURIComponent(`{ page(${where}) { revision body { text } availability { service { price { amount text } } } callsToAction { service { price { text } } } } }`)}`,
      `/api/graphql?query=${encodeURIComponent(`{ Services(where: {slug: {equals: "${slug}"}}) { docs { price { amount } } } site(slug: "brightpath") { revision services { price { amount text } } } }`)}`,
    ];
    const texts = async () =>
      new Map(
        await Promise.all(places.map(async (place) => [place, (await get(place).expect(200)).text] as const)),
      );
    const before = await texts();
    const said = /7,?351/;
    const saying = places.filter((place) => said.test(before.get(place) ?? ''));
    expect(saying.length).toBeGreaterThan(9);
    await offer.change('services', own.id, { price: { amount: 8462, period: 'month' } });
    const after = await texts();
    for (const place of places) expect([place, said.test(after.get(place) ?? '')]).toEqual([place, false]);
    for (const place of saying)
      expect([place, after.get(place)]).toEqual([place, expect.stringMatching(/8,?462/)]);
    // whoever keeps pages learns of it
    expect(after.get('/api/sites/brightpath/manifest')).not.toBe(
      before.get('/api/sites/brightpath/manifest'),
    );
  });

  it('is said on cards as the service has it', async () => {
    await offer.change('services', service.id, {
      price: { amount: 300, period: 'month', qualifier: 'startingAt' },
    });
    const { slug } = await article(sentence('en'));
    const { availability } = await page(`/api/pages/brightpath/resources/${slug}`);
    expect(availability[0].service.price).toMatchObject({ amount: 300, text: 'Starting at $300/month' });
  });

  it('is Spanish on Spanish pages', async () => {
    await offer.change('services', service.id, { name: 'Un servicio' }, 'es');
    const { id, slug } = await article(sentence('en'));
    const spanish = { title: 'Un artículo', body: await read(sentence('es'), 'es'), _status: 'published' };
    await offer.change('articles', id, spanish, 'es');
    const { body } = await get(`/api/pages/brightpath/resources/${slug}?locale=es&body=text`).expect(200);
    expect(body.page.body.text).toMatch(
      /^Pague desde \$\d+ al mes en Florida \(.*\) y Nueva Jersey \(los 21 condados\)/,
    );
  });

  it('is as it was when a page of the past is asked for', async () => {
    const { slug } = await article(sentence('en'));
    const address = `/api/pages/brightpath/resources/${slug}?body=text`;
    const before = await get(address).expect(200);
    await offer.change('services', service.id, { price: { amount: 999, currency: 'USD', period: 'month' } });
    const position = before.headers['ledger-position'];
    const past = await get(`${address}&position=${position}`)
      .set('Authorization', await house.person('administrator'))
      .expect(200);
    expect(past.body.page.body.text).toBe(before.body.page.body.text);
    expect(past.body.revision).toBe(before.body.revision);
    expect((await get(address)).body.page.body.text).toContain('$999');
  });

  it('counts the services of its site', async () => {
    const { slug } = await article(`We have :count{service=${service.slug} of=services}.`);
    const address = `/api/pages/brightpath/resources/${slug}?body=text`;
    const before = (await get(address).expect(200)).body;
    const [, count] = /^We have (\d+) services\.$/.exec(before.page.body.text) ?? [];
    await offer.service('brightpath');
    const after = (await get(address).expect(200)).body;
    expect(after.page.body.text).toBe(`We have ${Number(count) + 1} services.`);
    expect(after.revision).not.toBe(before.revision);
  });
});

describe('a service that is spoken of in a text', () => {
  it('cannot be deleted, and the refusal names the text', async () => {
    const own = await offer.service('brightpath', { price: { amount: 1 } });
    const body = JSON.parse(JSON.stringify(await read(sentence('en'))).replaceAll(service.id, own.id));
    await publish('articles', { title: 'The only article about it', body });
    const refused = await house.stranger
      .delete(`/api/services/${own.id}`)
      .set('Authorization', await house.person('administrator'))
      .expect(409);
    expect(refused.body.errors[0].message).toContain('The only article about it');
  });

  /** A service, and an article that says each of its values in English and its price in Spanish. */
  async function spokenOf(words = sentence('en')) {
    const own = await offer.service('brightpath', { price: { amount: 1 } });
    await offer.change('services', own.id, { name: 'Propio', _status: 'published' }, 'es');
    const ofOwn = (body: unknown) => JSON.parse(JSON.stringify(body).replaceAll(service.id, own.id));
    const title = `Says a value of ${own.slug}`;
    const text = await publish('articles', { title, body: ofOwn(await read(words)) });
    const spanish = await read(`Por :price{service=${service.slug}}.`, 'es');
    const data = { title: `Dice ${own.slug}`, body: ofOwn(spanish), _status: 'published' };
    await offer.change('articles', text.id, data, 'es');
    return { own, text, title };
  }
  const patch = async (id: string, data: object, search = '') =>
    house.stranger
      .patch(`/api/services/${id}${search}`)
      .set('Authorization', await house.person('administrator'))
      .send(data);

  it('is not taken down, moved or left without a price while a text says a value of it', async () => {
    const { own, text, title } = await spokenOf();
    const site = await house.idOf('sites', 'harbor-therapy');
    const losses = [
      [{ _status: 'draft' }, ''],
      [{ _status: 'draft' }, '?publishSpecificLocale=es'],
      [{ price: { amount: null }, _status: 'published' }, ''],
      [{ site, _status: 'published' }, ''],
    ] as const;
    for (const [data, search] of losses) {
      const { body, status } = await patch(own.id, data, search);
      expect([search, data, status]).toEqual([search, data, 409]);
      expect(body.errors[0]).toMatchObject({ code: 'conflict', message: expect.stringContaining(title) });
      expect(body.errors[0].message).toContain('would have a hole');
    }
    // another price, and drafts, take nothing away
    expect((await patch(own.id, { price: { amount: 2 }, _status: 'published' })).status).toBe(200);
    expect((await patch(own.id, { price: { amount: null } }, '?draft=true')).status).toBe(200);
    await offer.change('articles', text.id, { title, body: await read('Nothing.'), _status: 'published' });
    const withoutPrice = await patch(own.id, { price: { amount: null }, _status: 'published' });
    expect(withoutPrice.body.errors[0].message).toContain('The price cannot be taken out');
    await offer.change('articles', text.id, { _status: 'draft' });
    expect((await patch(own.id, { _status: 'draft' })).status).toBe(200);
  });

  it('takes its words with it when it is taken down past the product, and nothing else', async () => {
    const { own, text } = await spokenOf();
    await house.payload.db.updateOne({ collection: 'services', id: own.id, data: { _status: 'draft' } });
    const { page: shown } = await page(`/api/pages/brightpath/resources/${text.slug}`);
    expect(shown.body.text).toBe('Pay  in , .');
    expect(JSON.stringify(shown.body)).not.toContain(own.id);
    expect((await get(`/api/articles/${text.slug}?depth=2`).expect(200)).text).not.toContain('Propio');
  });
});

describe('a value', () => {
  const line = (node: object) => ({
    root: {
      ...{ type: 'root', version: 1, direction: null, format: '', indent: 0 },
      children: [{ type: 'paragraph', version: 1, direction: null, format: '', indent: 0, children: [node] }],
    },
  });
  const save = async (collection: string, data: object) =>
    house.stranger
      .post(`/api/${collection}`)
      .set('Authorization', await house.person('administrator'))
      .send(data);

  it.each([
    [
      'words of its own',
      { text: '$1', fields: { blockType: 'price', wording: 'from' } },
      'holds no words of its own',
    ],
    ['an unknown kind', { fields: { blockType: 'weather' } }, 'weather'],
    ['no service', { fields: { blockType: 'price', wording: 'from', service: null } }, 'service'],
    ['an unknown wording', { fields: { blockType: 'price', wording: 'cheap' } }, 'wording'],
  ])('with %s is refused', async (_name, { fields, ...more }, words) => {
    const node = {
      ...{ type: 'inlineBlock', version: 1, ...more },
      fields: { id: 'a'.repeat(24), service: service.id, ...fields },
    };
    const refused = await save('faqs', { question: 'Q?', answer: line(node) });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body.errors)).toContain(words);
  });

  it('stands in no notice, because notices stand on every page', async () => {
    const fields = { id: 'a'.repeat(24), service: service.id, blockType: 'price', wording: 'from' };
    const text = line({ type: 'inlineBlock', version: 1, fields });
    const refused = await save('notices', { title: 'N', kind: 'newsletter', text });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body.errors)).toContain('may not hold');
  });

  it('comes in and goes out as Markdown, with the slug of its service', async () => {
    const desk = deskOf(house);
    const words = `From :price{service=${service.slug} as=amount}, **:price{service=${service.slug} as=from}**.`;
    desk.put('valued.md', `---\nkind: faq\ntitle: Valued?\nsite: brightpath\n---\n\n${words}\n`);
    expect(await desk.import('valued.md', '--publish')).toMatchObject({ code: 0 });
    const { files } = await desk.export('--collection', 'faqs', '--site', 'brightpath');
    expect([...files.values()].some((file) => file.includes(words))).toBe(true);
    const again = await desk.import('valued.md', '--publish');
    expect(again.output).toContain('unchanged');
    desk.put(
      'wrong.md',
      '---\nkind: faq\ntitle: Wrong?\nsite: brightpath\n---\n\nFrom :price{service=nothing}.\n',
    );
    const wrong = await desk.import('wrong.md');
    expect(wrong.output).toMatch(/line 7: .*“?"?nothing/);
  });
});

describe('whoever puts a value into a sentence', () => {
  const words = '/api/values-desk/words';
  const value = (fields: object) => ({ service: service.id, ...fields });

  it('is told beforehand what pages will say, in the language that is edited', async () => {
    const editor = asking(house, await house.person('editor'));
    const told = async (body: object) => (await editor.post(words, body).expect(200)).body.words;
    const price = value({ blockType: 'price', wording: 'from' });
    const count = value({ blockType: 'count', of: 'states', wording: 'number' });
    const where = value({ blockType: 'availabilityWording', wording: 'short' });
    const page = await publish('faqs', { question: 'Told?', answer: await read(sentence('en')) });
    const { body } = await house.stranger.get(`/api/pages/brightpath/faqs/${page.slug}?body=text`);
    expect(body.page.body.text).toContain(await told({ value: price }));
    expect(await told({ value: price, locale: 'es' })).toMatch(/^desde /);
    expect(Number(await told({ value: count }))).toBeGreaterThan(0);
    expect(await told({ value: where })).toContain('NJ');
    expect(await told({ value: { blockType: 'price', wording: 'from' } })).toBeNull();
    expect(await told({ value: { ...price, service: house.settings.secret } })).toBeNull();
    for (const wrong of [{}, { value: 'price' }, { value: price, locale: 'fr' }]) {
      expect((await editor.post(words, wrong).expect(400)).body.errors[0].path).toMatch(/^(value|locale)$/);
    }
    await house.stranger.post(words).send({ value: price }).expect(401);
  });
});
