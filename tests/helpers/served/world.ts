/** A small site of which every page leans on everything that pages can lean on, for histories of what was served. */
import { markdownToLexical } from '../../../src/import/markdown/markdownToLexical.js';
import { type Asking, asking } from '../asking.js';
import type { House } from '../house.js';
import { makeLicense } from '../makeLicense.js';
import { richText, smallImage } from '../minimalDocuments.js';

type Data = Record<string, unknown>;
type Locale = 'en' | 'es';

export interface World {
  house: House;
  administrator: Asking;
  /** Starts the slugs of this world; also the slug of its site. */
  name: string;
  /** Ids by name. */
  ids: Record<string, string>;
  create(collection: string, data: Data): Promise<string>;
  change(collection: string, id: string, data: Data, more?: Data): Promise<unknown>;
  /** The body of the article with one sentence of choice. */
  body(words: string, locale?: Locale): Promise<unknown>;
}

const published = { _status: 'published' };

/** Every block that places something, every value, and blocks inside of others. */
const markdownOf = (name: string, words: string) => `
${words} It costs :price{service=${name} as=from} in :availability{service=${name} as=counties}, :count{service=${name} of=counties} and :count{service=${name} of=services}.

## What helps

::aspect{name=Treatments}

See [the next one](articles:${name}-next) and [a question](faqs:${name}).

::call-to-action{slug=${name} placement=mid}

::availability{service=${name} format=oxford}

::faqs{slugs="${name} ${name}-two"}

::definition{term=${name}}

::notice{slug=${name}-legal}

::disclaimer{slug=${name}-placed}

::sources[Sources]{slugs="${name}"}

::figure[A caption]{media=${name}}

::::steps
### First
:::callout[Mind]{kind=important}
It is :price{service=${name} as=plain}.
:::
### Then
Rest.
::::
`;

const localOf = { depth: 0, overrideAccess: true } as const;

/** The documents around the article, by the names of their ids. */
async function makeAround({ create, house, ids, name }: World): Promise<void> {
  const rich = (words: string) => richText(words);
  ids.topic = await create('topics', { kind: 'condition', slug: name, title: 'A topic' });
  ids.person = await create('people', { name: 'A writer', slug: name });
  ids.source = await create('sources', { kind: 'guideline', slug: name, title: 'A source' });
  ids.term = await create('glossary-terms', { definition: 'In words.', slug: name, term: 'Term' });
  ids.legal = await create('notices', {
    ...{ kind: 'legal-document', slug: `${name}-legal`, text: rich('The law.'), title: 'Terms' },
  });
  ids.category = await create('categories', { slug: name, title: 'A shelf' });
  const file = { data: await smallImage(), mimetype: 'image/png', name: `${name}.png`, size: 1 };
  const image = {
    collection: 'media',
    data: { alt: 'A picture', slug: name },
    file,
    ...localOf,
    locale: 'en',
  };
  ids.media = (await house.payload.create(image as never)).id as string;
}

async function makeOffers({ create, house, ids, name }: World): Promise<void> {
  const price = { amount: 250, currency: 'USD', period: 'month' };
  ids.service = await create('services', {
    ...{ modes: ['telehealth'], name: 'The programme', price, site: ids.site, slug: name, ...published },
  });
  ids.license = await makeLicense(house.payload, 'FL');
  const available = async (state: string) => ({
    ...{
      counties: { mode: 'all' },
      licenses: [state === 'FL' ? ids.license : await makeLicense(house.payload, state)],
      service: ids.service,
    },
    ...{ state, status: 'available', ...published },
  });
  ids.florida = await create('availability', await available('FL'));
  ids.jersey = await create('availability', await available('NJ'));
  const call = { kind: 'booking', label: 'Book', service: ids.service, slug: name, target: { url: '/book' } };
  ids.call = await create('calls-to-action', call);
  const disclaimer = (slug: string, text: string) =>
    create('disclaimers', {
      ...{ clauses: [{ key: 'one', text }], placement: 'footer', slug, title: text, ...published },
    });
  ids.disclaimer = await disclaimer(name, 'Read this first.');
  ids.placed = await disclaimer(`${name}-placed`, 'Ask a doctor.');
  ids.rule = await create('rules', {
    ...{
      match: 'all',
      severity: 'warn',
      slug: name,
      source: { title: 'S', url: 'https://s.example' },
      title: name,
    },
    conditions: [{ operator: 'is', property: 'topic', value: name }],
    effect: { disclaimer: ids.disclaimer, kind: 'attachDisclaimer' },
    ...published,
  });
}

async function makeContent({ body, create, house, ids, name }: World): Promise<void> {
  const on = { sites: [ids.site], topics: [ids.topic], ...published };
  const answer = (words: string) =>
    markdownToLexical(`${words} :price{service=${name} as=amount}.`, {
      ...{ findId: () => ids.service, locale: 'en' },
    });
  ids.faq = await create('faqs', { answer: await answer('Yes, for'), question: 'Is it?', slug: name, ...on });
  ids.two = await create('faqs', {
    answer: await answer('No, for'),
    question: 'And?',
    slug: `${name}-two`,
    ...on,
  });
  ids.next = await create('articles', {
    body: richText('Next.'),
    slug: `${name}-next`,
    title: 'Next',
    ...on,
  });
  const myth = { explanation: await answer('It is'), fact: 'A fact', myth: 'A myth', slug: name };
  ids.myth = await create('misconceptions', { ...myth, sources: [ids.source], ...on });
  ids.article = await create('articles', {
    ...{ authors: [ids.person], body: await body('Once.'), category: ids.category, heroImage: ids.media },
    ...{ callsToAction: [ids.call], references: [ids.source], slug: name, title: 'The article', ...on },
  });
  ids.crisis = await create('notices', {
    ...{
      crisisLine: { phone: '988' },
      kind: 'crisis-line',
      sites: [ids.site],
      slug: `${name}-crisis`,
      title: 'Crisis',
    },
    text: await markdownToLexical(`Call, or read [the next one](articles:${name}-next).`, {
      ...{ findId: (collection, slug) => house.idOf(collection, slug), locale: 'en' },
    }),
  });
}

/** The site, its documents in English, and the article and what it says in Spanish. */
export async function makeWorld(house: House, name: string): Promise<World> {
  const { payload } = house;
  const ids: Record<string, string> = {};
  /** The slugs of these may have changed since. */
  const movedId = (slug: string) => ({ [`${name}-next`]: ids.next, [`${name}-two`]: ids.two })[slug];
  const world: World = {
    ...{ administrator: asking(house, await house.person('administrator')), house, ids, name },
    create: async (collection, data) =>
      (await payload.create({ ...localOf, collection, data, locale: 'en' } as never)).id as string,
    change: (collection, id, data, more = {}) =>
      payload.update({
        ...localOf,
        collection,
        data,
        id,
        locale: 'en',
        ...more,
      } as never) as Promise<unknown>,
    body: (words, locale = 'en') =>
      markdownToLexical(markdownOf(name, words), {
        findId: (collection, slug) => movedId(slug) ?? house.idOf(collection, slug),
        locale,
      }),
  };
  const { change, create } = world;
  ids.site = await create('sites', {
    ...{ name: 'Watched', slug: name, timeZone: 'America/New_York', url: `https://${name}.example` },
  });
  await makeAround(world);
  await makeOffers(world);
  await makeContent(world);
  await change('sites', ids.site, { name: 'Mirado' }, { locale: 'es' });
  await change('services', ids.service ?? '', { name: 'El programa', ...published }, { locale: 'es' });
  const spanish = { body: await world.body('Una vez.', 'es'), title: 'El artículo', ...published };
  await change('articles', ids.article ?? '', spanish, { locale: 'es' });
  return world;
}
