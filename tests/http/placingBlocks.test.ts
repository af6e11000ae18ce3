/** Articles with every block, from Markdown to the page: what they place follows its own document, and nothing hidden is shown. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, openHouse } from '../helpers/house.js';
import { type Desk, deskOf } from '../helpers/importing.js';

let house: House;
let desk: Desk;
let administrator: string;
beforeAll(async () => {
  house = await openHouse();
  desk = deskOf(house);
  administrator = await house.person('administrator');
});
afterAll(() => house.close());

const front = (slug: string, more = '') =>
  `---\ntitle: Page ${slug}\nslug: ${slug}\nsummary: Words.\ncategory: how-treatment-works\nauthors: [priya-raman]\nsite: brightpath\n${more}---\n\n`;

async function publish(slug: string, body: string) {
  desk.put(`${slug}.md`, front(slug) + body);
  return desk.import(`${slug}.md`, '--publish');
}

async function page(slug: string, query = '?body=html,text,markdown') {
  const { body } = await house.stranger.get(`/api/pages/brightpath/resources/${slug}${query}`).expect(200);
  return body as {
    revision: string;
    disclaimers: { slug: string }[];
    page: { body: Record<'html' | 'text' | 'markdown', string> };
  };
}

async function patch(collection: string, slug: string, data: object) {
  const id = await house.idOf(collection, slug);
  return house.stranger.patch(`/api/${collection}/${id}`).set('Authorization', administrator).send(data);
}

const placing = [
  '::faqs{slugs="who-has-to-be-with-me does-a-session-hurt"}',
  '::definition{term=sublingual}',
  '::sources[Where this comes from]{slugs="drozdz-2022 mathai-2022"}',
].join('\n\n');

describe('an article that places other documents', () => {
  it('shows them, but for those of other sites', async () => {
    const { code, output } = await publish('placing', placing);
    expect([code, output]).toEqual([0, expect.stringContaining('1 created')]);
    const { body } = (await page('placing')).page;
    expect(body.html).toContain('<h2 class="fr-faq-question">');
    expect(body.html.match(/fr-faq-question/g)).toHaveLength(1);
    expect(body.html).toContain('<dfn>Sublingual</dfn>');
    expect(body.html.match(/<li class="fr-source">/g)).toHaveLength(2);
    // does-a-session-hurt is Harbor's
    expect(body.markdown).toContain('::faqs{slugs=who-has-to-be-with-me}');
    expect(body.text).toContain('Sublingual');
  });

  it('follows them: words and revision change, and nothing else moves it', async () => {
    const before = await page('placing');
    await patch('glossary-terms', 'sublingual', { definition: 'Under the tongue, newly said.' });
    const after = await page('placing');
    expect(after.page.body.text).toContain('Under the tongue, newly said.');
    expect(after.revision).not.toBe(before.revision);
    await patch('faqs', 'who-has-to-be-with-me', { group: 'Elsewhere', _status: 'published' });
    expect((await page('placing')).revision).toBe(after.revision);
    await patch('faqs', 'who-has-to-be-with-me', {
      question: 'Who stays with me?',
      _status: 'published',
    });
    const last = await page('placing');
    expect(last.page.body.text).toContain('Who stays with me?');
    expect(last.revision).not.toBe(after.revision);
  });

  it('keeps them from being deleted', async () => {
    const id = await house.idOf('faqs', 'who-has-to-be-with-me');
    const { body } = await house.stranger
      .delete(`/api/faqs/${id}`)
      .set('Authorization', administrator)
      .expect(409);
    expect(body.errors[0].message).toContain('Page placing');
  });

  it('shows nothing of what is no longer public', async () => {
    await patch('faqs', 'who-has-to-be-with-me', { _status: 'draft' });
    const { html, markdown } = (await page('placing')).page.body;
    expect(html).not.toContain('fr-faq');
    expect(markdown).not.toContain('::faqs');
  });

  it('needs the disclaimers that the words of a placed FAQ ask for, on the page and in lists', async () => {
    const faq = await house.idOf('faqs', 'what-does-compounded-mean');
    await publish('bare', 'Words of no weight.');
    await publish('asking', '::faqs{slugs=what-does-compounded-mean}');
    const phrase = { property: 'phrase', operator: 'includes', value: 'zebra crossing' };
    const { body: created } = await house.stranger
      .post('/api/rules')
      .set('Authorization', administrator)
      .send({
        ...{ title: 'Zebras', slug: 'zebras', match: 'all', conditions: [phrase], severity: 'warn' },
        effect: {
          kind: 'attachDisclaimer',
          disclaimer: await house.idOf('disclaimers', 'results-vary'),
        },
        ...{ source: { title: 'A test' }, _status: 'published' },
      })
      .expect(201);
    expect(created.doc.slug).toBe('zebras');
    const { body: stored } = await house.stranger.get(`/api/faqs/${faq}`).set('Authorization', administrator);
    const answer = structuredClone(stored.answer);
    answer.root.children[0].children[0].text = 'Like a zebra crossing.';
    await house.stranger
      .patch(`/api/faqs/${faq}`)
      .set('Authorization', administrator)
      .send({ answer, _status: 'published' })
      .expect(200);
    const because = (answered: { disclaimers: unknown[] }) => JSON.stringify(answered.disclaimers);
    expect(because(await page('asking'))).toContain('zebras');
    expect(because(await page('bare'))).not.toContain('zebras');
    const list = await house.stranger
      .get('/api/articles?where[slug][equals]=asking&select[body]=true&select[slug]=true&site=brightpath')
      .expect(200);
    expect(because(list.body.docs[0])).toContain('zebras');
  });

  it('shows a disclaimer only while it is in effect, and says when that changes', async () => {
    await publish('saying', '::disclaimer{slug=results-vary}');
    const { html } = (await page('saying')).page.body;
    expect(html).toContain(
      '<aside class="fr-disclaimer fr-disclaimer-in-text" data-disclaimer="results-vary"',
    );
    const end = new Date(Date.now() + 3_600_000).toISOString();
    await patch('disclaimers', 'results-vary', { effectiveTo: end, _status: 'published' });
    const { body } = await house.stranger.get('/api/pages/brightpath/resources/saying').expect(200);
    expect(body.nextChangeAt).toBe(end);
  });
});

describe('a body that cannot be published', () => {
  const cell = (...children: object[]) => ({
    root: { ...{ type: 'root', direction: null, format: '', indent: 0, version: 1 }, children },
  });
  const words = (text: string) => ({
    ...{
      type: 'paragraph',
      direction: null,
      format: '',
      indent: 0,
      version: 1,
      textFormat: 0,
      textStyle: '',
    },
    children: [{ type: 'text', text, format: 0, detail: 0, mode: 'normal', style: '', version: 1 }],
  });
  const heading = (text: string) => ({ ...words(text), type: 'heading', tag: 'h2' });
  const table = (fields: object) => ({
    ...{ type: 'block', version: 2, format: '' },
    fields: { id: 'a', blockName: '', blockType: 'table', ...fields },
  });

  it.each([
    [
      'a table whose row is longer than its heads',
      [
        table({
          columns: [{ body: cell(words('One')) }],
          rows: [{ cells: [{ body: cell(words('1')) }, { body: cell(words('2')) }] }],
        }),
      ],
      'Row 1 has more cells than there are columns.',
    ],
    [
      'a cell with a heading',
      [
        table({
          columns: [{ body: cell(words('One')) }],
          rows: [{ cells: [{ body: cell(heading('1')) }] }],
        }),
      ],
      'A cell holds words and links',
    ],
    [
      'a promise that is not kept',
      [
        heading('Who it is (and is not) for'),
        {
          ...{ type: 'block', version: 2, format: '' },
          fields: { id: 'b', blockName: '', blockType: 'eligibility', mayHelpIf: cell(words('You wait.')) },
        },
      ],
      'nothing says whom it is not for',
    ],
  ])('holds %s', async (_name, children, message) => {
    const answer = await house.stranger
      .post('/api/articles')
      .set('Authorization', administrator)
      .send({ ...{ title: 'Refused', summary: 'Words.', _status: 'published' }, body: cell(...children) })
      .expect(400);
    expect(JSON.stringify(answer.body)).toContain(message);
  });
});
