/** Text that not every database and format can keep, addresses that lead astray, texts beyond measure: refused in words. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';

jest.setTimeout(180_000);

let house: House;
let administrator: Asking;
beforeAll(async () => {
  house = await openHouse();
  administrator = asking(house, await house.person('administrator'));
});
afterAll(() => house.close());

const get = (address: string) => house.stranger.get(address).expect(200);

describe('text that not every database and format can keep', () => {
  const wrong: [name: string, text: string, code: string][] = [
    ['U+0000', 'a\0b', 'U+0000'],
    ['an escape of a terminal', 'a\x1b[31mb', 'U+001B'],
    ['half a character', 'a\ud800b', 'U+D800'],
    ['a turned direction', 'a\u202eb', 'U+202E'],
    ['no character', 'a\uffffb', 'U+FFFF'],
  ];

  it.each(wrong)('is refused in words in any field: %s', async (_name, text, code) => {
    const fields = {
      title: `T ${text}`,
      summary: text,
      seo: { title: text },
      body: paragraph(`First words, then ${text}`),
    };
    const { body } = await administrator.post('/api/articles?draft=true', fields).expect(400);
    expect(body.errors[0]).toMatchObject({ code: 'validation_failed' });
    const { errors } = body.errors[0].data as { errors: { path: string; message: string }[] };
    expect(errors.map(({ path }) => path).sort()).toEqual(['body', 'seo.title', 'summary', 'title']);
    for (const { message } of errors) expect(message).toContain(code);
    expect(errors.find(({ path }) => path === 'body')?.message).toContain('“First words, then a”');
  });

  it('is refused over GraphQL, too', async () => {
    const query = 'mutation ($name: String!) { createPerson(data: { name: $name }) { id } }';
    const { body } = await administrator.graphql(query, { name: 'a\0b' });
    expect(JSON.stringify(body.errors)).toContain('U+0000');
  });
});

describe('addresses that lead astray', () => {
  const wrong = [
    ...[
      'javascript:alert(1)',
      'JaVaScRiPt:x',
      ' javascript:x',
      'java\tscript:x',
      'java\nscript:x',
      'javascript&colon;x',
    ],
    ...[
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      'blob:x',
      'view-source:x',
      'intent://x',
      '\\\\evil',
      '/\\evil',
    ],
    ...['https://a\u200b.example', 'https://a b', 'https://x\u202e.example', '\u0001javascript:x', '//'],
  ];

  it.each(wrong)('are refused wherever a link can stand: %j', async (url) => {
    const link = { type: 'link', version: 3, fields: { linkType: 'custom', url }, children: [] };
    const body = paragraph('x');
    Object.assign(body.root.children[0] ?? {}, {
      children: [{ ...link, children: paragraph('x').root.children[0]?.children }],
    });
    const doc = { title: `Links ${Math.random()}`, body, _status: 'published' };
    const inText = await administrator.post('/api/articles', doc);
    const inField = await administrator.post('/api/people', { name: 'P', links: [{ url }] });
    const ofCall = await administrator.post('/api/calls-to-action', {
      label: 'C',
      kind: 'link',
      target: { url },
    });
    const answers = [inField, ofCall, ...(url === '//' || url === 'javascript&colon;x' ? [] : [inText])];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400));
  });

  it.each([
    '/x',
    'mailto:a@b.example',
    'https://',
    'https:///x',
    'https://a:b@c.example',
    'https://a.example?b',
  ])('are no home of a site: %j', async (url) => {
    const { body } = await administrator.post('/api/sites', { name: 'S', url, timeZone: 'UTC' }).expect(400);
    expect(body.errors[0]).toMatchObject({ code: 'validation_failed', path: 'url' });
  });
});

describe('texts beyond measure', () => {
  const publish = (body: object) =>
    administrator.post('/api/articles', { title: `Large ${Math.random()}`, body, _status: 'published' });

  it('are refused in words: a million characters, a hundred thousand marks, lists of 200 levels', async () => {
    const long = await publish(paragraph('a'.repeat(1_000_001))).expect(400);
    expect(long.body.errors[0].data.errors).toEqual([
      { path: 'body', message: 'This is longer than 1000000 characters.' },
    ]);
    const field = await administrator
      .post('/api/people', { name: 'P', bio: 'b'.repeat(1_000_001) })
      .expect(400);
    expect(field.body.errors[0]).toMatchObject({ path: 'bio' });
    const marks = await publish(paragraph('[*'.repeat(60_000))).expect(400);
    expect(JSON.stringify(marks.body.errors)).toContain('more than 100000 marks');
    let list: object = { type: 'text', version: 1, text: 'deep', format: 0 };
    for (let level = 0; level < 200; level += 1) {
      const item = { type: 'listitem', version: 1, value: 1, indent: 0, children: [list] };
      list = {
        type: 'list',
        version: 1,
        listType: 'bullet',
        tag: 'ul',
        start: 1,
        indent: 0,
        children: [item],
      };
    }
    const deep = await publish({ root: { ...paragraph('').root, children: [list] } }).expect(400);
    expect(JSON.stringify(deep.body.errors)).toContain('nested up to 50 levels');
  });

  it.each([
    ['words', 'word '.repeat(198_000)],
    ['marks', `${'[*_<`~!|'.repeat(4_000)}${' word'.repeat(150_000)}`],
    ['one word', 'a'.repeat(990_000)],
  ])(
    'are told whole in every format when they are just not too large: a paragraph of %s',
    async (_name, words) => {
      const text = words.trim();
      const { slug } = (await publish(paragraph(text)).expect(201)).body.doc;
      for (const format of ['html', 'markdown', 'text'] as const) {
        const answer = await get(`/api/pages/brightpath/resources/${slug}?format=${format}`);
        if (format === 'text') expect(answer.text).toContain(text);
      }
    },
  );
});
