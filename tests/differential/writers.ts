/** Those who write the stamped documents of a watched site, each its own, through one door after the other. */

import { richText } from '../helpers/minimalDocuments.js';
import type { Random } from '../history/random.js';
import { laterSlug } from './questions.js';
import type { Stage } from './stage.js';
import { Stamped } from './stamps.js';

const published = { _status: 'published' };

interface Kind {
  collection: string;
  /** Of the world's ids. */
  id: string;
  data: (stamp: string) => Record<string, unknown>;
  hasDrafts?: true;
  /** Of mutations. */
  graphql?: string;
}

const kinds: readonly Kind[] = [
  {
    collection: 'articles',
    data: (title) => ({ title }),
    graphql: 'Article',
    hasDrafts: true,
    id: 'article',
  },
  { collection: 'faqs', data: (question) => ({ question }), graphql: 'Faq', hasDrafts: true, id: 'faq' },
  { collection: 'services', data: (name) => ({ name }), graphql: 'Service', hasDrafts: true, id: 'service' },
  { collection: 'topics', data: (title) => ({ title }), graphql: 'Topic', id: 'topic' },
  { collection: 'people', data: (name) => ({ name }), graphql: 'Person', id: 'person' },
  { collection: 'sites', data: (hubTitle) => ({ hubTitle }), graphql: 'Site', id: 'site' },
  { collection: 'calls-to-action', data: (label) => ({ label }), id: 'call' },
  { collection: 'sources', data: (title) => ({ title }), graphql: 'Source', id: 'source' },
  { collection: 'glossary-terms', data: (term) => ({ term }), graphql: 'GlossaryTerm', id: 'term' },
  { collection: 'categories', data: (title) => ({ title }), graphql: 'Category', id: 'category' },
  { collection: 'media', data: (alt) => ({ alt }), id: 'media' },
];

type Write = (stage: Stage, stamp: string) => Promise<unknown>;

const doorsOf = ({ collection, data, graphql, hasDrafts, id }: Kind): Write[] => {
  const dataOf = (stamp: string) => ({ ...data(stamp), ...(hasDrafts ? published : {}) });
  const doors: Write[] = [
    (stage, stamp) =>
      stage.write('PATCH', `/api/${collection}/${stage.world.ids[id]}?depth=0`, dataOf(stamp)),
    (stage, stamp) =>
      stage.write(
        'PATCH',
        `/api/${collection}?where[id][equals]=${stage.world.ids[id]}&depth=0`,
        dataOf(stamp),
      ),
    ({ world }, stamp) => world.change(collection, world.ids[id] ?? '', dataOf(stamp)),
  ];
  const inGraphql: Write = ({ world, write }, stamp) => {
    const [[name, value] = []] = Object.entries(data(stamp));
    const given = `${name}: ${JSON.stringify(value)}${hasDrafts ? ', _status: published' : ''}`;
    return write('POST', '/api/graphql', {
      query: `mutation { update${graphql}(id: "${world.ids[id]}", data: { ${given} }) { id } }`,
    });
  };
  return graphql ? [...doors, inGraphql] : doors;
};

export interface Writer {
  stamped: Stamped;
  /** Where what it takes away leaves nothing; undefined for who takes nothing away. */
  home?: RegExp;
  /** One write; the document is there afterwards, or not. */
  write(stage: Stage, random: Random): Promise<void>;
}

const changing = (kind: Kind): Writer => {
  const stamped = new Stamped(kind.collection);
  const doors = doorsOf(kind);
  return {
    stamped,
    write: (stage, random) => stamped.write(true, (stamp) => random.pick(doors)(stage, stamp)),
  };
};

/** Takes an article down and puts it up again. */
function turning(): Writer {
  const stamped = new Stamped('turning');
  let isUp = false;
  return {
    stamped,
    home: /^\/api\/pages\/\w+\/resources\/[\w-]+-next$/,
    write: async (stage) => {
      isUp = !isUp;
      const path = `/api/articles/${stage.world.ids.next}?depth=0`;
      await stamped.write(isUp, (title) =>
        stage.write('PATCH', path, isUp ? { title, ...published } : { _status: 'draft' }),
      );
    },
  };
}

/** Makes a question and deletes it, under one slug. */
function coming(): Writer {
  const stamped = new Stamped('coming');
  let id: string | null = null;
  return {
    stamped,
    home: /^\/api\/(pages\/\w+\/)?faqs\/[\w-]+-later$/,
    write: async ({ world, write }) => {
      await stamped.write(id === null, async (question) => {
        if (id === null) {
          const on = { sites: [world.ids.site], topics: [world.ids.topic], ...published };
          const data = { answer: richText('An answer.'), question, slug: laterSlug(world), ...on };
          id = (await write('POST', '/api/faqs?depth=0', data)).doc.id;
        } else {
          await write('DELETE', `/api/faqs/${id}?depth=0`);
          id = null;
        }
      });
    },
  };
}

export const openWriters = (): Writer[] => [...kinds.map(changing), turning(), coming()];
