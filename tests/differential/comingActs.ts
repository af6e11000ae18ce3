/** Acts by which documents come, are leaned on by others, and go: through a door, or past every hook. */
import { richText, smallImage } from '../helpers/minimalDocuments.js';
import type { Act } from './acts.js';
import { laterSlug } from './questions.js';
import { Refused, type Stage } from './stage.js';

const published = { _status: 'published' };
const text = (word: string) => ({ clauses: [{ key: 'one', text: word }], title: word });
const year = 365 * 86_400_000;

type Data = (stage: Stage, word: string) => object;

/** What is made of each collection, beyond its slug. */
const makers: Readonly<Record<string, Data>> = {
  articles: (stage, word) => ({ body: richText(word), title: word, ...onWorld(stage) }),
  'calls-to-action': (_stage, word) => ({ kind: 'link', label: word, target: { url: '/book' } }),
  categories: (_stage, word) => ({ title: word }),
  disclaimers: (_stage, word) => ({ placement: 'footer', ...text(word), ...published }),
  faqs: (stage, word) => ({ answer: richText(word), question: word, ...onWorld(stage) }),
  'glossary-terms': (_stage, word) => ({ definition: word, term: word }),
  misconceptions: (stage, word) => ({ fact: word, myth: word, ...onWorld(stage) }),
  notices: ({ world: { ids } }, word) => ({ kind: 'newsletter', sites: [ids.site], title: word }),
  people: (_stage, word) => ({ name: word }),
  rules: ({ world: { ids, name } }, word) => ({
    ...{ match: 'all', severity: 'warn', title: word, ...published },
    conditions: [{ operator: 'is', property: 'topic', value: name }],
    effect: { disclaimer: ids['later disclaimers'] ?? ids.placed, kind: 'attachDisclaimer' },
    source: { title: word, url: 'https://s.example' },
  }),
  services: ({ world: { ids } }, word) => ({
    ...{ modes: ['telehealth'], name: word, site: ids.site, topics: [ids.topic], ...published },
  }),
  sites: (_stage, word) => ({
    ...{ name: word, timeZone: 'America/New_York', url: `https://${word}.example` },
  }),
  sources: (_stage, word) => ({ kind: 'guideline', title: word }),
  topics: (_stage, word) => ({ kind: 'condition', title: word }),
};

/** These have no slug, or are at another place. */
const others: Readonly<Record<string, Data>> = {
  availability: ({ world: { ids } }) => ({
    ...{ counties: { mode: 'all' }, service: ids.service, state: 'OR', status: 'waitlist', ...published },
    // it ceases to hold in one of the leaps
    effectiveTo: new Date(Date.now() + year).toISOString(),
  }),
  redirects: ({ world: { ids, name } }, word) => ({ from: `/old-${name}`, site: ids.site, to: `/${word}` }),
};

const onWorld = ({ world: { ids } }: Stage) => ({ sites: [ids.site], topics: [ids.topic], ...published });
const nameOf = (collection: string) => `later ${collection}`;

/** The id of the one that came; refused while there is none. */
export function later({ world: { ids } }: Stage, collection: string): string {
  const id = ids[nameOf(collection)];
  if (id === undefined) throw new Refused(404, `No ${collection} has come.`);
  return id;
}

const come =
  (collection: string, data: Data): Act =>
  async (stage, word) => {
    const { doc } = await stage.write('POST', `/api/${collection}?depth=0`, data(stage, word));
    stage.world.ids[nameOf(collection)] = doc.id;
  };

const go =
  (collection: string): Act =>
  async (stage) => {
    await stage.write('DELETE', `/api/${collection}/${later(stage, collection)}?depth=0`);
    delete stage.world.ids[nameOf(collection)];
  };

/** On SQLite the database takes the relations to it away by itself. */
const vanish =
  (collection: string): Act =>
  async (stage) => {
    const { db } = stage.house.payload;
    const where = { id: { equals: later(stage, collection) } };
    await db.deleteOne({ collection: collection as 'topics', where }).catch((error) => {
      // something cannot be without it
      if (/NOTNULL/.test(String(error.cause?.code))) throw new Refused(409, String(error.cause));
      throw error;
    });
    delete stage.world.ids[nameOf(collection)];
  };

/** Lets the watched article lean on what has come, in a field that holds one or several. */
const lean =
  (field: string, collection: string, isOne?: 'one'): Act =>
  (stage) => {
    const id = later(stage, collection);
    const data = { [field]: isOne ? id : [id], ...published };
    return stage.write('PATCH', `/api/articles/${stage.world.ids.article}?depth=0`, data);
  };

async function imageComes({ house, world }: Stage, word: string): Promise<void> {
  const file = { data: await smallImage(), mimetype: 'image/png', name: `${word}.png`, size: 1 };
  const { id } = await house.payload.create({
    ...{ collection: 'media', data: { alt: word, slug: laterSlug(world) }, depth: 0, file, locale: 'en' },
    overrideAccess: true,
  } as never);
  world.ids[nameOf('media')] = id as string;
}

const withSlug =
  (data: Data): Data =>
  (stage, word) => ({ slug: laterSlug(stage.world), ...data(stage, word) });

const comings = Object.fromEntries([
  ...Object.entries(makers).map(([collection, data]) => [collection, withSlug(data)] as const),
  ...Object.entries(others),
]);

const each = (name: string, act: (collection: string) => Act): Record<string, Act> =>
  Object.fromEntries([...Object.keys(comings), 'media'].map((slug) => [`${slug} ${name}`, act(slug)]));

/** What comes is leaned on first, and goes then. */
export function turnOf(act: string): number {
  if (/Gone$| (go|vanish)$/.test(act)) return 2;
  return act.startsWith('leanOn') ? 1 : 0;
}

export const comingActs: Readonly<Record<string, Act>> = {
  ...each('come', (collection) => {
    const data = comings[collection];
    return data ? come(collection, data) : imageComes;
  }),
  ...each('go', go),
  ...each('vanish', vanish),
  leanOnTopic: lean('topics', 'topics'),
  leanOnPerson: lean('authors', 'people'),
  leanOnCategory: lean('category', 'categories', 'one'),
  leanOnService: lean('services', 'services'),
  leanOnCall: lean('callsToAction', 'calls-to-action'),
  leanOnSource: lean('references', 'sources'),
  leanOnImage: lean('heroImage', 'media', 'one'),
  leanOnArticle: lean('related', 'articles'),
};
