/** Slugs: made from titles, one for each document, and words where one cannot be had. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
let editor: Asking;

beforeAll(async () => {
  house = await openHouse();
  editor = asking(house, await house.person('editor'));
});
afterAll(() => house.close());

interface Doc {
  id: string;
  slug: string;
}

let count = 0;
const fresh = (words: string) => `${words} ${++count}`;

const post = (title: string, more: object = {}, draft = false) =>
  editor.post(`/api/articles${draft ? '?draft=true' : ''}`, {
    ...{ title, body: paragraph('T.'), _status: draft ? 'draft' : 'published' },
    ...more,
  });

const article = async (title: string, more: object = {}, draft = false): Promise<Doc> =>
  (await post(title, more, draft).expect(201)).body.doc;

async function refusal(title: string, more: object, draft = false): Promise<string> {
  const { body } = await post(title, more, draft).expect(400);
  expect(body.errors[0].data.errors[0].path).toBe('slug');
  return body.errors[0].data.errors[0].message;
}

describe('a slug that is made from the title', () => {
  it.each([
    ['¿Qué es el año de la niñez?', 'que-es-el-ano-de-la-ninez'],
    ['Über Straßen, Ærø & Łódź', 'uber-strassen-aero-lodz'],
    ['Dr. O’Brien’s “first” visit', 'dr-obriens-first-visit'],
  ])('of %j is %j', async (title, slug) => {
    expect((await article(title)).slug).toBe(slug);
  });

  it.each([true, false])('gets a number when it is taken (as a draft: %j)', async (draft) => {
    const title = fresh('One title for many');
    const slugs = [];
    for (let number = 0; number < 4; number += 1) slugs.push((await article(title, {}, draft)).slug);
    const [first] = slugs;
    expect(slugs).toEqual([first, `${first}-2`, `${first}-3`, `${first}-4`]);
  });

  it('of a very long title ends with a whole word, numbered or not', async () => {
    const title = fresh('incomprehensibilities '.repeat(10).trim()).slice(0, 300);
    const [one, other] = [await article(title), await article(title)];
    expect(one.slug).toBe(Array(5).fill('incomprehensibilities').join('-'));
    expect(other.slug).toBe(`${one.slug}-2`);
    const long = await article('a'.repeat(300));
    const longer = await article('a'.repeat(300));
    expect([long.slug, longer.slug]).toEqual(['a'.repeat(120), `${'a'.repeat(118)}-2`]);
  });

  it('cannot be made without Latin letters, and that is said; a draft may wait for one', async () => {
    const title = 'Что такое травма';
    expect(await refusal(title, {})).toContain('no Latin letters');
    const drafts = [await article(title, {}, true), await article(title, {}, true)];
    expect(drafts.map(({ slug }) => slug ?? null)).toEqual([null, null]);
    const address = `/api/articles/${drafts[0]?.id}`;
    const { body } = await editor.patch(address, { _status: 'published' }).expect(400);
    expect(body.errors[0].data.errors[0].message).toContain('no Latin letters');
    const slug = fresh('written by hand').replace(/ /g, '-');
    await editor.patch(address, { slug, _status: 'published' }).expect(200);
  });

  it('passes over what the trash holds', async () => {
    const title = fresh('Thrown away');
    const { id, slug } = await article(title);
    await editor.patch(`/api/articles/${id}`, { deletedAt: new Date().toISOString() }).expect(200);
    expect((await article(title)).slug).toBe(`${slug}-2`);
  });

  it('stays when the title changes', async () => {
    const { id, slug } = await article(fresh('First words'));
    const { body } = await editor.patch(`/api/articles/${id}`, { title: 'Second words' }).expect(200);
    expect(body.doc.slug).toBe(slug);
  });

  it('is had by each of many that are made at the same moment', async () => {
    const title = fresh('At the same moment');
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(title)));
    const made = answers.filter(({ status }) => status === 201).map(({ body }) => body.doc.slug);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(made).size).toBe(8);
  });
});

describe('a slug that is written by hand', () => {
  it.each([true, false])('and taken is refused with words (as a draft: %j)', async (draft) => {
    const { slug } = await article(fresh('Taken'));
    expect(await refusal('Another', { slug }, draft)).toBe(`The slug “${slug}” is taken. Choose another.`);
    const other = await article(fresh('Other'));
    const { body } = await editor
      .patch(`/api/articles/${other.id}${draft ? '?draft=true' : ''}`, { slug })
      .expect(400);
    expect(body.errors[0].data.errors[0]).toMatchObject({
      path: 'slug',
      message: expect.stringContaining('taken'),
    });
  });

  it('and held by the trash is refused, saying so', async () => {
    const { id, slug } = await article(fresh('Held'));
    await editor.patch(`/api/articles/${id}`, { deletedAt: new Date().toISOString() }).expect(200);
    expect(await refusal('Another', { slug })).toContain('by a document in the trash');
    await editor.delete(`/api/articles/${id}?trash=true`).expect(200);
    expect((await article('Another', { slug })).slug).toBe(slug);
  });

  it('by several at the same moment goes to one; the others are told', async () => {
    const slug = fresh('wanted').replace(/ /g, '-');
    const answers = await Promise.all(Array.from({ length: 6 }, () => post('Any', { slug })));
    const sorted = answers.map(({ status }) => status).sort();
    expect(sorted).toEqual([201, 400, 400, 400, 400, 400]);
    for (const { body, status } of answers) {
      if (status === 400) expect(body.errors[0].data.errors[0].path).toBe('slug');
    }
  });
});
