/** What editors do to the documents of a watched site, one act at a time. */
import type { World } from './world.js';

/** `word` is another one each time. */
type Act = (world: World, word: string) => Promise<unknown>;

const published = { _status: 'published' };
const spanish = { locale: 'es' };
const id = ({ ids }: World, name: string): string => ids[name] ?? '';

/** Saves a document of this name with these fields, published. */
const save =
  (collection: string, name: string, data: (word: string) => object, more?: Record<string, unknown>): Act =>
  (world, word) =>
    world.change(collection, id(world, name), { ...data(word), ...published }, more);

/** Down when it is up, and up when it is down. */
const turn =
  (collection: string, name: string): Act =>
  async (world) => {
    const { house } = world;
    const stored = await house.payload.db.findOne<{ _status?: string; id: string }>({
      ...{ collection: collection as 'articles', where: { id: { equals: id(world, name) } } },
    });
    const isUp = stored?._status === 'published';
    return world.change(collection, id(world, name), { _status: isUp ? 'draft' : 'published' });
  };

const amount = (word: string) => 1 + (word.charCodeAt(0) % 26) + (word.charCodeAt(1) % 26) * 26;

/** What the pages of the site show, or may show. */
export const acts: Readonly<Record<string, Act>> = {
  price: save('services', 'service', (word) => ({ price: { amount: amount(word), period: 'month' } })),
  priceWording: save('services', 'service', (word) => ({
    price: { amount: 5, qualifier: word < 'm' ? 'from' : 'startingAt' },
  })),
  serviceTurns: turn('services', 'service'),
  license: (world, word) =>
    world.change('licenses', id(world, 'license'), {
      expiresOn: word < 'm' ? '2020-01-01T00:00:00.000Z' : '2199-01-01T00:00:00.000Z',
    }),
  county: save('availability', 'florida', (word) => ({
    counties: { list: [word < 'm' ? '12086' : '12087'], mode: 'except' },
  })),
  status: save('availability', 'jersey', (word) => ({ status: word < 'm' ? 'paused' : 'waitlist' })),
  offered: turn('availability', 'jersey'),
  rule: save('rules', 'rule', (word) => ({ match: word < 'm' ? 'any' : 'all', source: { title: word } })),
  ruleTurns: turn('rules', 'rule'),
  ruleEnds: save('rules', 'rule', (word) => ({
    effectiveTo: word < 'm' ? '2020-01-01T00:00:00.000Z' : '2199-01-01T00:00:00.000Z',
  })),
  disclaimer: save('disclaimers', 'disclaimer', (word) => ({ clauses: [{ key: 'one', text: word }] })),
  placedDisclaimer: save('disclaimers', 'placed', (word) => ({ clauses: [{ key: 'one', text: word }] })),
  placedTurns: turn('disclaimers', 'placed'),
  site: save('sites', 'site', (word) => ({ contact: { email: `${word}@x.example` }, hubTitle: word })),
  policy: save('sites', 'site', (word) => ({ policies: { refreshWithin: word < 'm' ? 'P1D' : 'P3D' } })),
  stateOrder: save('sites', 'site', (word) => ({ stateOrder: word < 'm' ? ['NJ', 'FL'] : ['FL', 'NJ'] })),
  spanishSite: save('sites', 'site', (word) => ({ tagline: word }), spanish),
  prefix: save('sites', 'site', (word) => ({ prefixes: { faqs: `/${word}` } })),
  legal: async (world, word) =>
    world.change('notices', id(world, 'legal'), {
      text: { root: paragraphRoot(word) },
    }),
  crisis: save('notices', 'crisis', (word) => ({ crisisLine: { hours: word, phone: '988' } })),
  call: save('calls-to-action', 'call', (word) => ({ label: word, offer: { free: word < 'm' } })),
  person: save('people', 'person', (word) => ({ credentials: word })),
  topic: save('topics', 'topic', (word) => ({ title: word })),
  source: save('sources', 'source', (word) => ({ title: word })),
  term: save('glossary-terms', 'term', (word) => ({ definition: word })),
  media: save('media', 'media', (word) => ({ alt: word })),
  faq: save('faqs', 'faq', (word) => ({ question: word })),
  faqTurns: turn('faqs', 'two'),
  next: save('articles', 'next', (word) => ({ slug: `${word}-moved`, title: word })),
  nextTurns: turn('articles', 'next'),
  article: async (world, word) =>
    world.change('articles', id(world, 'article'), { body: await world.body(word), ...published }),
  title: save('articles', 'article', (word) => ({ summary: word, title: word })),
  spanish: save('articles', 'article', (word) => ({ title: word }), spanish),
  spanishDown: (world) =>
    world.change('articles', id(world, 'article'), { _status: 'draft' }, { publishSpecificLocale: 'es' }),
  articleTurns: turn('articles', 'article'),
  trash: (world) => world.change('articles', id(world, 'article'), { deletedAt: new Date().toISOString() }),
  untrash: (world) => world.change('articles', id(world, 'article'), { deletedAt: null }, { trash: true }),
  mythTurns: turn('misconceptions', 'myth'),
  another: async (world, word) => {
    const { ids, name } = world;
    const shown = { sites: [ids.site], topics: [ids.topic], ...published };
    ids.another = await world.create('faqs', {
      ...{ answer: { root: paragraphRoot(word) }, question: word, slug: `${name}-${word}`, ...shown },
    });
  },
  anotherGone: ({ house, ids }) =>
    house.payload.delete({
      collection: 'faqs',
      depth: 0,
      id: ids.another ?? '',
      overrideAccess: true,
      trash: true,
    }),
  scheduled: async (world, word) => {
    const { clockOf } = await import('../scheduling.js');
    const clock = clockOf(world.house);
    await world.change('articles', id(world, 'article'), { changeNote: word }, { draft: true });
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const wanted = { action: 'publish', at, collection: 'articles', id: id(world, 'article') };
    const { body } = await world.administrator.post('/api/schedule', wanted);
    if (!body.id) return;
    await clock.letPass(body.id);
    await clock.tick();
  },
};

/** What no page of the site shows. */
export const unrelated: Readonly<Record<string, Act>> = {
  draft: (world, word) => world.change('articles', id(world, 'article'), { title: word }, { draft: true }),
  alike: (world) => world.change('people', id(world, 'person'), {}),
  elsewhere: async (world, word) =>
    world.create('topics', { kind: 'condition', slug: `${world.name}-else-${word}`, title: word }),
  otherSite: async ({ change, house }, word) =>
    change('sites', await house.idOf('sites', 'harbor-therapy'), { tagline: word }),
  internal: save('services', 'service', (word) => ({ description: { root: paragraphRoot(word) } })),
};

function paragraphRoot(text: string) {
  const common = { direction: 'ltr', format: '', indent: 0, version: 1 };
  const words = { detail: 0, format: 0, mode: 'normal', style: '', text, type: 'text', version: 1 };
  const paragraph = { ...common, children: [words], textFormat: 0, type: 'paragraph' };
  return { ...common, children: [paragraph], type: 'root' };
}
