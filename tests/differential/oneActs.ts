/** Acts on single documents through REST, GraphQL, and the adapter itself; each goes through the front where it can. */
import { smallImage } from '../helpers/minimalDocuments.js';
import type { Act } from './acts.js';
import { Refused, type Stage } from './stage.js';

const published = { _status: 'published' };
const id = ({ world: { ids } }: Stage, name: string): string => ids[name] ?? '';

/** Changes one of the world's documents over REST. */
const patch =
  (collection: string, name: string, data: (word: string) => object, query = ''): Act =>
  (stage, word) =>
    stage.write('PATCH', `/api/${collection}/${id(stage, name)}?depth=0${query}`, data(word));

/** Keeps back what is published by saving, or lets it out again. */
const turnLive =
  (collection: string, name: string): Act =>
  async (stage) => {
    const path = `/api/${collection}/${id(stage, name)}?depth=0`;
    const { live } = await stage.write('GET', path);
    return stage.write('PATCH', path, { live: !live });
  };

/** Brings the oldest version back, as a draft or to readers. */
async function restore(stage: Stage, collection: string, name: string, isDraft: boolean): Promise<void> {
  const query = `where[parent][equals]=${id(stage, name)}&sort=createdAt&limit=1&depth=0`;
  const { docs } = await stage.write('GET', `/api/${collection}/versions?${query}`);
  await stage.write('POST', `/api/${collection}/versions/${docs[0]?.id}${isDraft ? '?draft=true' : ''}`);
}

/** As upload forms send it; the front passes it through. */
async function upload(stage: Stage, word: string): Promise<void> {
  const file = { data: await smallImage(), mimetype: 'image/png', name: `${word}.png`, size: 1 };
  await stage.house.payload.update({
    ...{ collection: 'media', data: { alt: word }, depth: 0, file, id: id(stage, 'media') },
    ...{ locale: 'en', overrideAccess: true },
  } as never);
}

const mutation = (stage: Stage, text: string) =>
  stage.write('POST', '/api/graphql', { query: `mutation { ${text} }` });

/** An English text as the adapter takes it: MongoDB as it is stored, in each language. */
export const asStored = ({ house }: Stage, word: string) =>
  house.payload.db.name === 'mongoose' ? { en: word, es: word } : word;

/** Fails in the end, so that nothing of it stays. */
async function undone(stage: Stage, word: string): Promise<void> {
  const { house, world } = stage;
  const { inTransaction } = await import('../../src/database/inTransaction.js');
  const title = {
    collection: 'articles',
    data: { title: asStored(stage, word) },
    id: world.ids.article,
    locale: 'en',
  };
  const onPurpose = new Error('On purpose.');
  const run = inTransaction(house.payload, async ({ req }) => {
    await house.payload.db.updateOne({ ...title, req } as never);
    throw onPurpose;
  });
  await run.catch((error) => {
    if (error !== onPurpose) throw error;
  });
}

async function scheduledDown({ house, world }: Stage): Promise<void> {
  const { clockOf } = await import('../helpers/scheduling.js');
  const clock = clockOf(house);
  const at = new Date(Date.now() + 3_600_000).toISOString();
  const wanted = { action: 'unpublish', at, collection: 'faqs', id: world.ids.two };
  const { body } = await world.administrator.post('/api/schedule', wanted);
  if (!body.id) throw new Refused(400, JSON.stringify(body.errors));
  await clock.letPass(body.id);
  await clock.tick();
}

export const oneActs: Readonly<Record<string, Act>> = {
  restTitle: patch('articles', 'article', (word) => ({ title: word, ...published })),
  restDraft: patch('articles', 'article', (word) => ({ title: word }), '&draft=true'),
  restBothLocales: patch('articles', 'article', () => published, '&publishAllLocales=true'),
  restSlug: patch('faqs', 'two', (word) => ({ slug: `${word}-two`, ...published })),
  restSlugBack: (stage) =>
    patch('faqs', 'two', () => ({ slug: `${stage.world.name}-two`, ...published }))(stage, ''),
  seo: patch('articles', 'article', (word) => ({ seo: { description: word }, ...published })),
  review: patch('articles', 'article', () => ({ nextReview: new Date().toISOString(), ...published })),
  shelf: patch('categories', 'category', (word) => ({ title: word, order: word.length })),
  codes: patch('topics', 'topic', (word) => ({ synonyms: [{ text: word }] })),
  fact: patch('misconceptions', 'myth', (word) => ({ fact: word, order: word.length, ...published })),
  liveTopic: turnLive('topics', 'topic'),
  livePerson: turnLive('people', 'person'),
  liveSource: turnLive('sources', 'source'),
  liveTerm: turnLive('glossary-terms', 'term'),
  liveCall: turnLive('calls-to-action', 'call'),
  liveNotice: turnLive('notices', 'crisis'),
  liveCategory: turnLive('categories', 'category'),
  liveMedia: turnLive('media', 'media'),
  liveSite: turnLive('sites', 'site'),
  disclaimerTurns: async (stage) => {
    const path = `/api/disclaimers/${id(stage, 'disclaimer')}?depth=0&draft=true`;
    const { _status } = await stage.write('GET', path);
    return stage.write('PATCH', `/api/disclaimers/${id(stage, 'disclaimer')}?depth=0`, {
      _status: _status === 'published' ? 'draft' : 'published',
    });
  },
  floridaTurns: async (stage) => {
    const path = `/api/availability/${id(stage, 'florida')}?depth=0`;
    const { _status } = await stage.write('GET', `${path}&draft=true`);
    return stage.write('PATCH', path, { _status: _status === 'published' ? 'draft' : 'published' });
  },
  restored: (stage) => restore(stage, 'articles', 'article', false),
  restoredDraft: (stage) => restore(stage, 'articles', 'article', true),
  restoredService: (stage) => restore(stage, 'services', 'service', false),
  duplicated: (stage) =>
    stage.write('POST', `/api/articles/${id(stage, 'next')}/duplicate?depth=0`, published),
  graphqlTitle: (stage, word) =>
    mutation(
      stage,
      `updateFaq(id: "${id(stage, 'faq')}", data: { question: "${word}", _status: published }) { id }`,
    ),
  graphqlPerson: (stage, word) =>
    mutation(stage, `updatePerson(id: "${id(stage, 'person')}", data: { jobTitle: "${word}" }) { id }`),
  graphqlRestored: async (stage) => {
    const query = `where[parent][equals]=${id(stage, 'faq')}&sort=createdAt&limit=1&depth=0`;
    const { docs } = await stage.write('GET', `/api/faqs/versions?${query}`);
    await mutation(stage, `restoreVersionFaq(id: "${docs[0]?.id}") { id }`);
  },
  undone,
  scheduledDown,
  upload,
  focus: patch('media', 'media', (word) => ({ focalX: word.length * 7, focalY: 10 })),
  straight: (stage, word) =>
    stage.house.payload.db.updateOne({
      ...{ collection: 'topics', data: { title: asStored(stage, word) }, locale: 'en' },
      id: stage.world.ids.topic,
    } as never),
  straightPerson: ({ house, world }, word) =>
    house.payload.db.updateOne({
      ...{ collection: 'people', data: { credentials: word } },
      where: { slug: { equals: world.name } },
    } as never),
};
