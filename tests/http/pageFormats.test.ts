/** A page in every format, as callers ask for it by name or by Accept, and kept by caches. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { fromHtml } from 'hast-util-from-html';
import { type House, openHouse } from '../helpers/house.js';

jest.setTimeout(180_000);

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const program = '/api/pages/brightpath/resources/the-at-home-program-step-by-step';
const risks = '/api/pages/brightpath/resources/ketamine-risks-and-side-effects';
const harbor = '/api/pages/harbor-therapy/resources/inside-a-course-of-ketamine-assisted-therapy';
const get = (address: string) => house.stranger.get(address);
const liking = (type: string) => get(program).set('Accept', type);

const formats = ['json', 'html', 'markdown', 'text', 'jsonld'] as const;
const types: Record<(typeof formats)[number], string> = {
  json: 'application/json; charset=utf-8',
  html: 'text/html; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8',
  text: 'text/plain; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
};

/** Letters and digits alone: what a reader reads, whatever marks a format puts around it. */
const lettersOf = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');
const withoutMarkup = (html: string) =>
  html
    .replace(/<script.*?<\/script>|<[^>]*>/gs, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The places of these words in a text, in the order asked for; -1 for what is not there. */
function placesOf(words: readonly string[], text: string): number[] {
  const letters = lettersOf(text);
  let from = 0;
  return words.map((each) => {
    const place = letters.indexOf(lettersOf(each), from);
    from = Math.max(from, place);
    return place;
  });
}

describe('the format of a page', () => {
  it.each(formats)('%s is asked for by name', async (format) => {
    const answer = await get(`${program}?format=${format}`).expect(200);
    expect(answer.headers['content-type']).toBe(types[format]);
    expect(answer.headers.vary ?? '').not.toContain('Accept');
  });

  const liked: [accept: string, format: (typeof formats)[number]][] = [
    ['text/html', 'html'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'html'],
    ['text/markdown, text/html;q=0.5', 'markdown'],
    ['text/plain', 'text'],
    ['application/ld+json', 'jsonld'],
    ['*/*', 'json'],
    ['image/png', 'json'],
    ['', 'json'],
  ];
  it.each(liked)('is chosen by Accept: %s', async (accept, format) => {
    const answer = await liking(accept).expect(200);
    expect(answer.headers['content-type']).toBe(types[format]);
    expect(answer.headers.vary).toContain('Accept');
  });

  it('is JSON for a browser, too, when forms of the body are asked for', async () => {
    const answer = await get(`${program}?body=text`).set('Accept', 'text/html').expect(200);
    expect(answer.body.page.body).toEqual({ text: expect.any(String) });
  });

  it.each([
    ['format=html&body=text', 'body'],
    ['format=text&modules=true', 'modules'],
    ['modules=yes', 'modules'],
    ['format=JSON', 'format'],
    ['format=html&format=text', 'format'],
  ])('is refused by name where it makes no sense: %s', async (search, path) => {
    const { body } = await get(`${program}?${search}`).expect(400);
    expect(body.errors[0]).toMatchObject({ code: 'invalid_parameter', path });
  });

  it('keeps errors in their one shape', async () => {
    const { body } = await get('/api/pages/brightpath/resources/nothing?format=html').expect(404);
    expect(body.errors[0].code).toBe('not_found');
  });

  it('goes along to where a page has moved', async () => {
    await get('/api/pages/harbor-therapy/blog/ketamine-therapy-steps?format=text&locale=en')
      .expect(301)
      .expect('Location', `${harbor}?format=text`);
  });
});

describe('the ETag of a page', () => {
  const views = [
    ...formats.map((format) => `format=${format}`),
    'body=text',
    'body=text,html',
    'modules=true',
  ];

  it('is strong, and another one for every format', async () => {
    const tags = new Set<string>();
    for (const view of views) tags.add((await get(`${program}?${view}`).expect(200)).headers.etag as string);
    expect(tags.size).toBe(views.length);
    for (const tag of tags) expect(tag).toMatch(/^"[\w.-]+"$/);
  });

  it.each(views)('answers 304 to whoever has %s already', async (view) => {
    const first = await get(`${program}?${view}`).expect(200);
    const again = await get(`${program}?${view}`)
      .set('If-None-Match', String(first.headers.etag))
      .expect(304);
    expect(again.text ?? '').toBe('');
    expect(again.headers.etag).toBe(first.headers.etag);
    expect(again.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    await get(`${program}?${view}`).set('If-None-Match', '"another"').expect(200);
  });

  it.each(views)('answers HEAD of %s with the headers of GET', async (view) => {
    const whole = await get(`${program}?${view}`).expect(200);
    const head = await house.stranger.head(`${program}?${view}`).expect(200);
    expect(head.text ?? '').toBe('');
    for (const name of ['etag', 'content-type', 'content-length', 'cache-control', 'content-language']) {
      expect([name, head.headers[name]]).toEqual([name, whole.headers[name]]);
    }
  });

  it('moves with the page, and comes back with it', async () => {
    const id = await house.idOf('people', 'maya-ellison').catch(() => null);
    const { body, headers } = await get(program).expect(200);
    const person = id ?? body.page.authors[0].id;
    const { name } = await house.payload.findByID({ collection: 'people', id: person, depth: 0 });
    const rename = (to: string) =>
      house.payload.update({ collection: 'people', id: person, data: { name: to }, depth: 0 });
    await rename('Somebody Else');
    const changed = await get(program).set('If-None-Match', String(headers.etag)).expect(200);
    expect(changed.headers.etag).not.toBe(headers.etag);
    await rename(name);
    await get(program).set('If-None-Match', String(headers.etag)).expect(304);
  });
});

describe('a whole page', () => {
  const whole = ['html', 'markdown', 'text'] as const;
  const readable = async (address: string, format: (typeof whole)[number]) => {
    const { text } = await get(`${address}${address.includes('?') ? '&' : '?'}format=${format}`).expect(200);
    // links of a whole page lead to the site itself
    return (format === 'html' ? withoutMarkup(text) : text).replace(
      /https:\/\/[\w-]+\.example(?=\/(resources|faqs|myths))/g,
      '',
    );
  };

  it.each(whole)('in %s says everything, in reading order', async (format) => {
    const { body } = await get(`${program}?body=text`).expect(200);
    const { page } = body;
    const end = body.callsToAction.find(({ placements }: { placements: { where: string }[] }) =>
      placements.some(({ where }) => where === 'end'),
    );
    const text = await readable(program, format);
    const words = [
      ...[page.title, page.authors[0].name, page.reviewedBy.name, page.summary],
      ...page.body.text.split('\n').filter(Boolean).slice(0, 1),
      ...[end.label, 'Where it is available', 'Florida'],
      ...['References', body.references[0].title],
      ...[body.notices[0].heading ?? body.notices[0].title],
    ];
    const places = placesOf(words, text);
    expect(words.filter((_, index) => places[index] === -1)).toEqual([]);
    expect([...places].sort((one, other) => one - other)).toEqual(places);
  });

  it.each(whole)(
    'in %s has every clause of every disclaimer where it must stand, and where an editor placed it',
    async (format) => {
      const { body } = await get(`${program}?body=text`).expect(200);
      const text = lettersOf(await readable(program, format));
      const placed = lettersOf(body.page.body.text);
      expect(body.disclaimers.length).toBeGreaterThan(1);
      for (const { clauses } of body.disclaimers) {
        for (const clause of clauses) {
          const letters = lettersOf(clause.text);
          const times = (words: string) => words.split(letters).length - 1;
          expect([clause.text, times(text)]).toEqual([clause.text, 1 + times(placed)]);
        }
      }
      const before = body.disclaimers.filter(
        ({ placement }: { placement: string }) => placement === 'beforeCallToAction',
      );
      expect(before.length).toBeGreaterThan(0);
      const [call] = body.callsToAction;
      for (const { clauses } of before) {
        expect(text.indexOf(lettersOf(clauses[0].text))).toBeLessThan(text.indexOf(lettersOf(call.label)));
      }
    },
  );

  it('stands for every page of both sites in every format', async () => {
    for (const collection of ['articles', 'faqs', 'misconceptions']) {
      const { body } = await get(`/api/${collection}?limit=100&select[slug]=true`).expect(200);
      for (const { href } of body.docs) {
        const page = await get(`${href}?body=text`).expect(200);
        const lines: string[] = page.body.page.body.text.split('\n').map(lettersOf).filter(Boolean);
        for (const format of whole) {
          const text = lettersOf(await readable(href, format));
          expect(text).toContain(lettersOf(page.body.page.title));
          if (format === 'text') expect(lines.filter((line) => !text.includes(line))).toEqual([]);
        }
      }
    }
  });

  it('says of a myth that it is one', async () => {
    const { body } = await get('/api/misconceptions?limit=1&select[slug]=true').expect(200);
    const { related } = (await get(body.docs[0].href).expect(200)).body;
    for (const format of whole) {
      const text = (await readable(body.docs[0].href, format)).replace(/\\(?=\W)/g, '');
      expect(text.trim()).toMatch(/^(# )?Myth: /);
      expect(text).toContain('Fact: ');
      for (const { kind, title } of related) {
        if (kind === 'misconception') expect(text).toContain(`Myth: ${title}`);
      }
    }
  });

  it('in Spanish is Spanish throughout', async () => {
    const answer = await get(`${risks}?locale=es&format=text`).expect(200);
    expect(answer.headers['content-language']).toBe('es');
    expect(answer.text).toContain('Referencias');
    expect(answer.text).not.toMatch(/Reviewed by|References|Where it is available/);
    const html = await get(`${risks}?locale=es&format=html`).expect(200);
    expect(html.text).toContain('<html lang="es">');
  });

  it('in HTML is sound: no error of any parser, one main heading, no id twice', async () => {
    for (const address of [program, risks, harbor]) {
      const { text } = await get(`${address}?format=html`).expect(200);
      const problems: string[] = [];
      fromHtml(text, { onerror: ({ message }) => void problems.push(message) });
      expect(problems).toEqual([]);
      expect(text.match(/<h1/g)).toHaveLength(1);
      const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('in Markdown needs no knowledge of the house: no names of documents, no marks of blocks and modules', async () => {
    for (const address of [program, risks]) {
      const { text } = await get(`${address}?format=markdown`).expect(200);
      expect(text).not.toMatch(/^\s*:{2,}[a-z]?|\]\((articles|faqs|misconceptions):/m);
    }
  });

  it('in HTML lets nothing run, and loads only pictures', async () => {
    const { headers, text } = await get(`${program}?format=html`).expect(200);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('sandbox');
    expect(policy).not.toContain('script');
    expect(text.match(/<script/g)).toHaveLength(1);
    const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
    const { body } = await get(`${program}?format=json`).expect(200);
    expect(JSON.parse(data ?? '')).toEqual(body.jsonLd);
  });

  it('as JSON-LD is what JSON holds of it', async () => {
    const { body } = await get(program).expect(200);
    const { text } = await get(`${program}?format=jsonld`).expect(200);
    expect(JSON.parse(text)).toEqual(body.jsonLd);
  });
});
