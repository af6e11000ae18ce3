import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../../src/root.js';
import { type House, openHouse } from '../helpers/house.js';
import { type Desk, deskOf } from '../helpers/importing.js';
import { smallImage } from '../helpers/minimalDocuments.js';

let house: House;
let desk: Desk;

beforeAll(async () => {
  house = await openHouse();
  desk = deskOf(house);
});
afterAll(() => house.close());

const inProject = (name: string) => path.join(repositoryRoot, name);

/** How much is stored of everything that a write leaves traces in. */
async function traces() {
  const { payload } = house;
  const collections = [
    'articles',
    'people',
    'categories',
    'sites',
    'media',
    'publications',
    'audit-log',
  ] as const;
  const counts = await Promise.all(
    collections.map(
      async (collection) => (await payload.count({ collection, overrideAccess: true })).totalDocs,
    ),
  );
  const versions = await payload.countVersions({ collection: 'articles', overrideAccess: true });
  return {
    ...Object.fromEntries(collections.map((name, at) => [name, counts[at]])),
    versions: versions.totalDocs,
  };
}

async function article(slug: string, { draft = true, locale = 'en' as 'en' | 'es' } = {}) {
  const { docs } = await house.payload.find({
    collection: 'articles',
    ...{ depth: 0, draft, fallbackLocale: false as const, limit: 1, locale, overrideAccess: true },
    where: { slug: { equals: slug } },
  });
  return docs[0];
}

const lastPublication = async () => {
  const { docs } = await house.payload.find({
    ...{ collection: 'publications', depth: 0, limit: 1, overrideAccess: true, sort: '-position' },
  });
  return docs[0];
};

const page = (front: string, body = 'Some words.\n') => `---\n${front}\n---\n\n${body}`;

describe('importing a Markdown file', () => {
  const front = `title: "Of Lamps: a Guide"
slug: of-lamps
summary: "How to read by one."
category: Trauma and PTSD
author: Tomás Villareal
site: harbor-therapy
locale: en
topics: [ptsd, trauma]
lastReviewed: 2026-03-10
nextReview: 2027-03-10T09:30
seo:
  description: "Lamps."`;

  it('makes a draft of it, with everything that the front matter says', async () => {
    desk.put('of-lamps.md', page(front));
    const { code, output } = await desk.import('of-lamps.md');
    expect(output).toContain('created   articles/of-lamps (en, draft)');
    expect(output).toContain('1 file: 1 created, 0 updated, 0 unchanged, 0 failed');
    expect(code).toBe(0);
    const stored = await article('of-lamps');
    expect(stored).toMatchObject({
      ...{ _status: 'draft', title: 'Of Lamps: a Guide', summary: 'How to read by one.' },
      category: await house.idOf('categories', 'trauma'),
      authors: [await house.idOf('people', 'tomas-villareal')],
      sites: [await house.idOf('sites', 'harbor-therapy')],
      topics: [await house.idOf('topics', 'ptsd'), await house.idOf('topics', 'trauma')],
      // days and times without a zone are those of the site: Los Angeles or New York, summer time in March
      lastReviewed: await inZoneOfSite('harbor-therapy', '2026-03-10T00:00'),
      nextReview: await inZoneOfSite('harbor-therapy', '2027-03-10T09:30'),
      seo: { description: 'Lamps.' },
    });
    await house.stranger.get('/api/articles/of-lamps').expect(404);
  });

  it('changes nothing the second time: no version, no record, no row in the audit', async () => {
    const before = await traces();
    const { code, output } = await desk.import('of-lamps.md');
    expect(output).toContain('unchanged articles/of-lamps (en)');
    expect(code).toBe(0);
    expect(await traces()).toEqual(before);
  });

  it('publishes it when told to, once, and says so in the ledger', async () => {
    const { output } = await desk.import('of-lamps.md', '--publish');
    expect(output).toContain('published articles/of-lamps (en, published)');
    expect(await lastPublication()).toMatchObject({
      ...{ act: 'publish', collectionSlug: 'articles', reason: 'Imported from of-lamps.md' },
    });
    await house.stranger.get('/api/articles/of-lamps').expect(200);
    const before = await traces();
    expect((await desk.import('of-lamps.md', '--publish')).output).toContain(
      'unchanged articles/of-lamps (en)',
    );
    expect(await traces()).toEqual(before);
  });

  it('drafts a change beside what is public, and names what changed', async () => {
    desk.put(
      'of-lamps.md',
      page(front.replace('How to read by one.', 'How to sleep by one.'), 'Other words.\n'),
    );
    const { output } = await desk.import('of-lamps.md');
    expect(output).toContain('updated   articles/of-lamps (en, draft): summary, body');
    expect((await article('of-lamps'))?.summary).toBe('How to sleep by one.');
    expect((await article('of-lamps', { draft: false }))?.summary).toBe('How to read by one.');
    expect((await desk.import('of-lamps.md')).output).toContain('unchanged');
  });

  it('leaves alone what the file does not name, and empties what it names as empty', async () => {
    desk.put('some.md', page('slug: of-lamps\ntopics: []\nsummary:', ''));
    const { output } = await desk.import('some.md');
    expect(output).toContain('updated   articles/of-lamps (en, draft): summary, topics');
    const stored = await article('of-lamps');
    expect(stored).toMatchObject({ title: 'Of Lamps: a Guide', topics: [], seo: { description: 'Lamps.' } });
    expect(stored?.summary ?? '').toBe('');
    expect(JSON.stringify(stored?.body)).toContain('Other words.');
  });

  it('takes slug and title from the file when the front matter has none', async () => {
    desk.put('A Walk at Night.md', '# Walking at night\n\nGo slowly.\n');
    const { output } = await desk.import('A Walk at Night.md');
    expect(output).toContain('created   articles/a-walk-at-night (en, draft)');
    expect(output).toContain('line 1: the first heading is the title');
    expect(output).toContain('no site is named: it will be shown on all sites');
    const stored = await article('a-walk-at-night');
    expect(stored?.title).toBe('Walking at night');
    expect(JSON.stringify(stored?.body)).not.toContain('Walking');
    expect((await desk.import('A Walk at Night.md')).output).toContain('unchanged');
  });

  it('puts a file that names no site on the one of --site', async () => {
    desk.put('sited.md', page('title: Sited'));
    await desk.import('sited.md', '--site', 'brightpath');
    expect((await article('sited'))?.sites).toEqual([await house.idOf('sites', 'brightpath')]);
    expect((await desk.import('sited.md', '--site', 'brightpath')).output).toContain('unchanged');
  });

  it('takes FAQs and misconceptions with their own fields', async () => {
    desk.put(
      'q.md',
      page('kind: faq\ntitle: Does it snow?\ngroup: Weather\norder: 3\nsite: brightpath', 'It *may*.\n'),
    );
    desk.put(
      'm.md',
      page(
        'kind: misconception\nmyth: Snow is warm.\nfact: It is not.\nsources: [feder-2021]\nsite: brightpath',
      ),
    );
    const { code, output } = await desk.import('q.md', 'm.md', '--publish');
    expect([code, output]).toEqual([0, expect.stringContaining('2 files: 2 created')]);
    const faq = (await house.stranger.get('/api/faqs/q').expect(200)).body;
    expect(faq).toMatchObject({ question: 'Does it snow?', group: 'Weather', order: 3 });
    const myth = (await house.stranger.get('/api/misconceptions/m').expect(200)).body;
    expect(myth).toMatchObject({ myth: 'Snow is warm.', fact: 'It is not.' });
    expect((await desk.import('q.md', 'm.md', '--publish')).output).toContain('2 unchanged');
  });
});

async function inZoneOfSite(slug: string, local: string): Promise<string> {
  const site = await house.payload.findByID({
    ...{ collection: 'sites', depth: 0, id: await house.idOf('sites', slug), overrideAccess: true },
  });
  const asUtc = new Date(`${local}:00Z`);
  const there = new Date(
    asUtc.toLocaleString('en-US', { timeZone: site.timeZone, hour12: false }).replace(/, 24/, ', 00'),
  );
  const here = new Date(
    asUtc.toLocaleString('en-US', { timeZone: 'UTC', hour12: false }).replace(/, 24/, ', 00'),
  );
  return new Date(asUtc.getTime() + (here.getTime() - there.getTime())).toISOString();
}

describe('a file that cannot be imported', () => {
  it('is told with key and line, all of it at once, and the others are done', async () => {
    desk.put(
      'bad.md',
      page('title: 5\nslug: No Slug\nlastReviewed: soon\nkind: poem\nlocale: fr\nwhatever: 1', '# Text\n'),
    );
    desk.put('yaml.md', page('title: a: b'));
    desk.put('good.md', page('title: Good\nsite: brightpath\nwhatever: 1\nseo:\n  colour: red'));
    const { code, output } = await desk.import('bad.md', 'yaml.md', 'good.md', 'gone.md', 'x.docx');
    expect(code).toBe(1);
    for (const words of [
      'line 2: title: write it as text',
      'line 3: slug: A slug has small letters',
      'line 4: lastReviewed: write a day',
      'line 5: kind: “poem” is none of article, faq, misconception',
      'line 6: locale: “fr” is none of en, es',
      'created   articles/good (en, draft)',
      'line 4: “whatever” is no field of articles; left out',
      'line 6: “seo.colour” is no field of articles; left out',
      'there is no such file',
      'only .md, .markdown, .html and .htm files are taken',
      '5 files: 1 created, 0 updated, 0 unchanged, 4 failed',
    ]) {
      expect(output).toContain(words);
    }
    expect(output).toMatch(/yaml\.md\n {2}FAILED +line 2: /);
  });

  it('names every unknown site, category, author and topic at once, and writes nothing', async () => {
    const front =
      'title: Far\nslug: far\nsite: nowhere\ncategory: Noplace\nauthor: Dr. No One\nauthorRole: Guide\ntopics: [x-topic, ptsd]';
    desk.put('far.md', page(front, '::notice{slug=no-notice}\n\nSee [this](articles:no-article).\n'));
    const before = await traces();
    const { code, output } = await desk.import('far.md');
    expect(code).toBe(1);
    for (const words of [
      'line 4: there is no “nowhere” in sites',
      'line 5: there is no “Noplace” in categories',
      'line 6: there is no “Dr. No One” in people',
      'line 8: there is no “x-topic” in topics',
      'line 11: there is no “no-notice” in notices',
      'line 13: there is no “no-article” in articles',
      'can be created with --create-missing',
    ]) {
      expect(output).toContain(words);
    }
    expect(await traces()).toEqual(before);
  });

  it('leaves nothing behind of what --create-missing would have made', async () => {
    const before = await traces();
    const { code, output } = await desk.import('far.md', '--create-missing');
    expect(code).toBe(1);
    expect(output).toContain('there is no “no-notice” in notices');
    expect(output).not.toContain('nowhere');
    expect(await traces()).toEqual(before);
  });

  it('leaves nothing behind when the write itself is refused', async () => {
    desk.put('lamp.png', await smallImage());
    // the canonical site is not among the sites: said by the model alone, when it is published
    const front =
      'title: Half\nslug: half\nsite: brightpath\ncanonicalSite: harbor-therapy\nauthor: Half Written';
    desk.put('half.md', page(front, '![A lamp](lamp.png)\n'));
    const images = () => readdirSync(house.settings.mediaDir).sort();
    const before = { traces: await traces(), images: images() };
    const { code, output } = await desk.import('half.md', '--create-missing', '--publish');
    expect([code, output]).toEqual([1, expect.stringContaining('FAILED    ')]);
    expect({ traces: await traces(), images: images() }).toEqual(before);
  });

  it('names all that the text has no form for, with its lines', async () => {
    desk.put(
      'odd.md',
      page('title: Odd\nsite: brightpath', '<div>x</div>\n\nfine\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n'),
    );
    const { output } = await desk.import('odd.md');
    expect(output).toContain('line 6: raw HTML (<div>x</div>) is not taken');
    expect(output).toContain('line 12: this row of the table has more cells than the first');
  });

  it('is one of two that would be the same page', async () => {
    desk.put('one.md', page('title: Same\nslug: same'));
    desk.put('two.md', page('title: Same\nslug: same'));
    const { code, output } = await desk.import('one.md', 'two.md');
    expect(code).toBe(1);
    expect(output).toContain('it is the same page as one.md: articles/same (en)');
  });

  it('lies in the trash', async () => {
    desk.put('trashed.md', page('title: Trashed\nsite: brightpath'));
    await desk.import('trashed.md');
    const id = (await article('trashed'))?.id as string;
    await house.payload.update({
      collection: 'articles',
      ...{ id, data: { deletedAt: new Date().toISOString() }, depth: 0, overrideAccess: true },
    });
    expect((await desk.import('trashed.md')).output).toContain('the page lies in the trash');
  });
});

describe('--create-missing', () => {
  it('creates what is missing, not public, once for all files', async () => {
    const front = (title: string) =>
      `title: ${title}\nsite: far-shore\ncategory: Far Away\nauthor: Dr. Ida Lund\nauthorRole: Physician\nreviewedBy: Ann Rev\ntopics: [drifting]`;
    desk.put('shore/one.md', page(front('Shore One')));
    desk.put('shore/two.md', page(front('Shore Two')));
    const { code, output } = await desk.import('shore', '--create-missing', '--publish');
    expect(code).toBe(0);
    expect(output.match(/Dr\. Ida Lund in people \(not public before “live” is ticked\)/g)).toHaveLength(1);
    expect(output).toContain('far-shore in sites'.replace('far-shore', 'Far shore'));
    const find = async (collection: 'people' | 'categories' | 'sites' | 'topics', slug: string) =>
      (
        await house.payload.find({
          collection,
          depth: 0,
          overrideAccess: true,
          where: { slug: { equals: slug } },
        })
      ).docs;
    const made = {
      honorific: 'Dr.',
      name: 'Ida Lund',
      jobTitle: 'Physician',
      live: false,
      roles: ['author'],
    };
    expect(await find('people', 'ida-lund')).toMatchObject([made]);
    expect(await find('people', 'ann-rev')).toMatchObject([{ live: false, roles: ['reviewer'] }]);
    expect(await find('categories', 'far-away')).toMatchObject([{ title: 'Far Away', live: false }]);
    expect(await find('topics', 'drifting')).toMatchObject([{ title: 'Drifting', live: false }]);
    expect(await find('sites', 'far-shore')).toMatchObject([{ name: 'Far shore', live: false }]);
    await house.stranger.get('/api/people/ida-lund').expect(404);
    expect((await desk.import('shore', '--publish')).output).toContain('2 unchanged');
  });
});

describe('another language', () => {
  it('goes onto the same document, without touching the first', async () => {
    desk.put(
      'tongue.md',
      page('title: Tongue\nsite: brightpath\nsummary: English summary', 'English words.\n'),
    );
    desk.put('tongue.es.md', page('title: Lengua\nsummary: Resumen\nsite: harbor-therapy', 'Palabras.\n'));
    const { output } = await desk.import('tongue.es.md', 'tongue.md', '--publish');
    expect(output).toContain('created   articles/tongue (en, published)');
    expect(output).toContain('updated   articles/tongue (es, published)');
    expect(output).toContain(
      'left as they are, because all languages share them: sites; change them in the en file',
    );
    const id = (await article('tongue'))?.id;
    expect(await article('tongue')).toMatchObject({ title: 'Tongue', summary: 'English summary' });
    expect(await article('tongue', { locale: 'es' })).toMatchObject({
      id,
      title: 'Lengua',
      summary: 'Resumen',
    });
    expect((await desk.import('tongue.es.md', 'tongue.md', '--publish')).output).toContain('2 unchanged');
  });

  it('is drafted while the first stays public', async () => {
    desk.put('tongue.es.md', page('title: Idioma', 'Otras palabras.\n'));
    expect((await desk.import('tongue.es.md')).output).toContain(
      'updated   articles/tongue (es, draft): title, body',
    );
    expect((await article('tongue', { draft: false, locale: 'es' }))?.title).toBe('Lengua');
    desk.put('tongue.md', page('title: Tongues'));
    await desk.import('tongue.md', '--publish');
    expect((await article('tongue', { draft: false }))?.title).toBe('Tongues');
    expect((await article('tongue', { draft: false, locale: 'es' }))?.title).toBe('Lengua');
    expect((await article('tongue', { locale: 'es' }))?.title).toBe('Idioma');
    expect((await desk.import('tongue.es.md', 'tongue.md')).output).toContain('2 unchanged');
  });

  it('may come first', async () => {
    desk.put('sola.es.md', page('title: Sola\nsite: brightpath\ncategory: trauma', 'Palabras.\n'));
    expect((await desk.import('sola.es.md', '--publish')).output).toContain(
      'created   articles/sola (es, published)',
    );
    expect(await article('sola', { locale: 'es' })).toMatchObject({
      category: await house.idOf('categories', 'trauma'),
    });
    expect((await desk.import('sola.es.md', '--publish')).output).toContain('unchanged');
  });
});

describe('files that refer to each other', () => {
  const linksIn = async (slug: string) =>
    [...JSON.stringify((await article(slug))?.body).matchAll(/"(?:value|url)":"([^"]+)"/g)].map(
      ([, target]) => target,
    );

  it('are linked in any order, in a circle too, and the second import changes nothing', async () => {
    const front = (title: string, related: string) =>
      `title: ${title}\nsite: harbor-therapy\nrelated: [${related}]`;
    desk.put(
      'ring/ring-a.md',
      page(front('Ring a', 'ring-b'), 'To [b](articles:ring-b) and [b](ring-b.md).\n'),
    );
    desk.put('ring/ring-b.md', page(front('Ring b', 'ring-c'), 'To [c](/resources/ring-c).\n'));
    desk.put('ring/ring-c.md', page(front('Ring c', 'ring-a'), 'To [a](articles:ring-a).\n'));
    const { code, output } = await desk.import('ring', '--publish');
    expect([code, output]).toEqual([0, expect.stringContaining('3 files: 3 created')]);
    const [a, b, c] = await Promise.all(
      ['ring-a', 'ring-b', 'ring-c'].map((slug) => house.idOf('articles', slug)),
    );
    expect(await linksIn('ring-a')).toEqual([b, b]);
    expect(await linksIn('ring-b')).toEqual([c]);
    expect(await linksIn('ring-c')).toEqual([a]);
    expect((await article('ring-c'))?.related).toEqual([a]);
    expect((await desk.import('ring', '--publish')).output).toContain('3 unchanged');
  });

  it('name what fails with what failed, and keep paths of pages that are not there yet as addresses', async () => {
    desk.put('broken/first.md', page('title: First one\nsite: brightpath', 'To [x](articles:second).\n'));
    desk.put('broken/second.md', page('title: Second one\nsite: brightpath', '<div>\n'));
    desk.put(
      'broken/third.md',
      page(
        'title: Third one\nsite: brightpath',
        'To [x](/resources/second) and [y](https://example.org/resources/ring-a).\n',
      ),
    );
    const { code, output } = await desk.import('broken');
    expect(code).toBe(1);
    expect(output).toContain('there is no “second” in articles');
    expect(output).toContain('line 6: /resources/second: there is no such page yet; kept as an address');
    expect(await linksIn('third')).toEqual(['/resources/second', 'https://example.org/resources/ring-a']);
  });

  it('keep links to pages that their site does not show as they are', async () => {
    desk.put('over.md', page('title: Over\nsite: brightpath', 'To [a](/resources/ring-a).\n'));
    expect((await desk.import('over.md')).output).toContain('/resources/ring-a: there is no such page yet');
    expect(await linksIn('over')).toEqual(['/resources/ring-a']);
  });
});

describe('images', () => {
  it('beside the file are taken once, with their words; others are named', async () => {
    desk.put('pictures/a b.png', await smallImage());
    const body = [
      '![A lamp](a%20b.png "By night")',
      '![](a%20b.png)',
      '![Far](https://example.org/x.png)',
      '![Gone](gone.png)',
      'A lamp ![here](a%20b.png) inside.',
    ].join('\n\n');
    const front = 'title: Pictures\nsite: brightpath\nheroImage: { file: a b.png, alt: A lamp }';
    desk.put('pictures/pictures.md', page(front, `${body}\n`));
    const { code, output } = await desk.import('pictures', '--publish');
    expect(code).toBe(0);
    for (const words of [
      'image     a b.png (“A lamp”)',
      'line 9: the image a%20b.png: it has no alternative text; left out',
      'line 11: the image https://example.org/x.png: only files beside the text are taken; left out',
      'line 13: the image gone.png: not found beside the file',
      'line 15: the image a%20b.png stands inside of a line',
    ]) {
      expect(output).toContain(words);
    }
    const stored = await article('pictures');
    const { body: answer } = await house.stranger.get('/api/articles/pictures?depth=1').expect(200);
    expect(answer.heroImage).toMatchObject({ alt: 'A lamp' });
    expect(JSON.stringify(stored?.body)).toContain('"caption":"By night"');
    const before = await traces();
    expect((await desk.import('pictures', '--publish')).output).toContain('unchanged');
    expect(await traces()).toEqual(before);
  });
});

describe('a file that is called an image and is none', () => {
  it('is named, and nothing is left behind', async () => {
    desk.put('no/noise.png', 'no picture');
    desk.put('no/noise.md', page('title: Noise\nsite: brightpath', '![Noise](noise.png)\n'));
    const before = await traces();
    const { code, output } = await desk.import('no');
    expect([code, output]).toEqual([1, expect.stringContaining('the image noise.png: ')]);
    expect(await traces()).toEqual(before);
  });
});

describe('a saved page', () => {
  it('is put where its address says, and linked to what is there', async () => {
    const site = await house.payload.findByID({
      ...{
        collection: 'sites',
        depth: 0,
        id: await house.idOf('sites', 'harbor-therapy'),
        overrideAccess: true,
      },
    });
    const canonical = new URL('/resources/quiet-harbor/', site.url).href;
    desk.put('Quiet Harbor _ Brand_files/boat.png', await smallImage());
    desk.put(
      'Quiet Harbor _ Brand.html',
      `<html lang="es"><head><title>x</title><link rel="canonical" href="${canonical}"><meta name="description" content="S."></head>
<body><nav>Menu</nav><main><h1>Puerto quieto</h1><p>Uno.<br>Dos. <a href="/resources/after-a-long-search">Más</a></p>
<figure><img src="./Quiet%20Harbor%20_%20Brand_files/boat.png" alt="Un barco"><figcaption>El barco</figcaption></figure></main></body></html>`,
    );
    const { code, output } = await desk.import('Quiet Harbor _ Brand.html', '--publish');
    expect([code, output]).toEqual([
      0,
      expect.stringContaining('created   articles/quiet-harbor (es, published)'),
    ]);
    const stored = await article('quiet-harbor', { locale: 'es' });
    expect(stored).toMatchObject({ title: 'Puerto quieto', summary: 'S.', sites: [site.id] });
    expect(JSON.stringify(stored?.body)).toContain(await house.idOf('articles', 'after-a-long-search'));
    expect(JSON.stringify(stored?.body)).toContain('"caption":"El barco"');
    expect((await desk.import('Quiet Harbor _ Brand.html', '--publish')).output).toContain('1 unchanged');
  });
});

describe('a dry run', () => {
  it('says the same and writes nothing', async () => {
    desk.put(
      'dry/dry-a.md',
      page('title: Dry a\nsite: brightpath\nauthor: Dry Author\nrelated: dry-b', '[b](articles:dry-b)\n'),
    );
    desk.put('dry/dry-b.md', page('title: Dry b\nsite: brightpath', '[a](articles:dry-a)\n'));
    const before = await traces();
    const { code, output } = await desk.import('dry', '--create-missing', '--dry-run');
    expect(code).toBe(0);
    expect(output).toContain('(created) articles/dry-a (en, draft)');
    expect(output).toContain('(created) Dry Author in people');
    expect(output).toContain(
      '2 files: 2 created, 0 updated, 0 unchanged, 0 failed (dry run: nothing was written)',
    );
    expect(await traces()).toEqual(before);
  });
});

describe('the project’s own pages', () => {
  beforeAll(async () => {
    const url = 'https://brightpath.example/questions';
    await house.payload.create({
      collection: 'calls-to-action',
      data: { label: 'Begin', slug: 'brightpath-card', kind: 'assessment', target: { url } },
      ...{ depth: 0, locale: 'en', overrideAccess: true },
    });
  });

  it.each(['clinic', 'practice'])('%s.md comes out as it went in', async (name) => {
    const file = inProject(`tests/fixtures/pages/${name}.md`);
    const { code, output } = await desk.import(file, '--create-missing');
    expect([code, output]).toEqual([0, expect.stringContaining('1 created')]);
    const written = await desk.export('--drafts', '--collection', 'articles');
    expect(bodyOf(fileOf(written.files, file))).toBe(bodyOf(readFileSync(file, 'utf8')));
    expect((await desk.import(file)).output).toContain('unchanged');
  });
});

const bodyOf = (file: string) => file.replace(/^---\n[\s\S]*?\n---\n\s*/, '').trim();

function fileOf(files: Map<string, string>, source: string): string {
  const slug = /^slug: (.*)$/m.exec(readFileSync(source, 'utf8'))?.[1];
  return files.get(`articles/${slug}.md`) ?? '';
}

const shared = ['page-a.md', 'page-b.md'].map((name) => inProject(`../shared/pages/${name}`));

// They belong to their publishers and are no part of the project: without the folder there is nothing to test.
(shared.every((file) => existsSync(file)) ? describe : describe.skip)(
  'the two real pages (skipped when ../shared/pages is missing)',
  () => {
    it.each(shared)('%s comes out byte for byte as it went in', async (file) => {
      const { code, output } = await desk.import(file, '--create-missing');
      expect([code, output]).toEqual([0, expect.stringContaining('1 created')]);
      // “Trauma” is the slug of a category of the demo, which has a longer title
      const source = readFileSync(file, 'utf8').replace('category: Trauma\n', 'category: Trauma and PTSD\n');
      expect(fileOf((await desk.export('--drafts')).files, file)).toBe(source);
      const before = await traces();
      expect((await desk.import(file)).output).toContain('unchanged');
      expect(await traces()).toEqual(before);
    });
  },
);
