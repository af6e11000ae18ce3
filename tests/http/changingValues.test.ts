/** A price or a county is changed once, in its own record; every page, in every format and language, follows. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { markdownToLexical } from '../../src/import/markdown/markdownToLexical.js';
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

  it('takes its words with it when it goes dark, and nothing else', async () => {
    const own = await offer.service('brightpath', { price: { amount: 1 } });
    const { slug } = await publish('articles', {
      title: 'An article',
      body: JSON.parse(JSON.stringify(await read(sentence('en'))).replaceAll(service.id, own.id)),
    });
    await offer.change('services', own.id, { name: 'A HIDDEN service', _status: 'draft' });
    const { page: shown } = await page(`/api/pages/brightpath/resources/${slug}`);
    expect(shown.body.text).toBe('Pay  in , .');
    expect(JSON.stringify(shown.body)).not.toContain(own.id);
    expect((await get(`/api/articles/${slug}?depth=2`).expect(200)).text).not.toContain('HIDDEN');
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
