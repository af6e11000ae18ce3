/** Keeps what a site served to strangers, to be asked for again at its position; says what one answer must be of another. */
import type { Response } from 'supertest';
import type { World } from './world.js';

/** An address of REST, or a question in GraphQL with a place for more arguments: `$past`. */
export interface Asked {
  address: string;
  query?: string;
}

export interface Served extends Asked {
  /** 0 where the answer names none: GraphQL for signed-in people, and some that say that nothing is there. */
  position: number;
  /** ISO 8601: while nothing was published. */
  moment: string;
  status: number;
  tag: string;
  type: string;
  location: string;
  text: string;
}

const textOf = ({ text }: Response): string => text ?? '';

/** Pages of the past ask search engines to leave them out, and nothing else tells them from those of then. */
const unhidden = (text: string): string => text.replace('<meta name="robots" content="noindex">', '');

function servedBy(asked: Asked, answer: Response, past = ''): Omit<Served, 'moment'> {
  const { etag = '', location = '' } = answer.headers;
  return {
    ...asked,
    position: Number(answer.headers['ledger-position'] ?? 0),
    status: answer.status,
    ...{ tag: asked.query ? '' : etag.replace('.hidden', ''), text: unhidden(textOf(answer)) },
    ...{ location: location.replace(past, ''), type: answer.headers['content-type'] ?? '' },
  };
}

const graphqlPath = '/api/graphql';

export async function serve({ house }: World, asked: Asked): Promise<Served> {
  const { address, query } = asked;
  const answer = query
    ? await house.stranger.post(graphqlPath).send({ query: query.replace('$past', '') })
    : await house.stranger.get(address);
  return { ...servedBy(asked, answer), moment: new Date().toISOString() };
}

/** The same question of the past. */
export async function serveAgain(
  { administrator }: World,
  { address, query }: Asked,
  past: { position: number } | { at: string },
): Promise<Omit<Served, 'moment'>> {
  const [[name, value] = ['', '']] = Object.entries(past);
  if (query) {
    const argument = `, ${name}: ${JSON.stringify(value)}`;
    return servedBy(
      { address, query },
      await administrator.graphql(query.replace('$past', argument)),
      argument,
    );
  }
  const question = `${address.includes('?') ? '&' : '?'}${name}=${value}`;
  return servedBy({ address }, await administrator.get(address + question), question);
}

const everything = 'body=html,markdown,text,blocks&modules=true';

/** Everything that is answered about the pages of the watched site. */
export function addressesOf({ name }: World): Asked[] {
  const pages = ['resources', 'faqs', 'myths'].map((prefix) => `/api/pages/${name}/${prefix}/${name}`);
  const [article = ''] = pages;
  const views = ['', '?format=html', '?format=markdown', '?format=text', '?format=jsonld'];
  const path = `site: "${name}", path: "/resources/${name}"`;
  const content = 'body { html markdown text blocks }';
  return [
    ...pages.map((page) => `${page}?${everything}`),
    ...views.flatMap((view) => [`${article}${view}`, `${article}${view || '?format=json'}&locale=es`]),
    ...['FL', 'NJ', 'CA'].map((state) => `${article}?state=${state}&${everything}`),
    ...['FL', 'CA'].map((state) => `${article}?state=${state}&format=html`),
    `${article}?locale=es&fallbackLocale=en`,
    `/api/pages/${name}/resources/${name}-next`,
    ...['', '/manifest', '/sitemap.xml', '/feed.xml', '/feed.json'].map(
      (part) => `/api/sites/${name}${part}`,
    ),
    `/api/disclaimers/resolve?site=${name}&path=/resources/${name}&state=FL`,
    `/api/disclaimers/resolve?site=${name}&services=${name}&phrase=free`,
  ]
    .map((address): Asked => ({ address }))
    .concat(
      ...[
        `{ page(${path}$past) { revision title ${content} disclaimers { text } } }`,
        `{ site(slug: "${name}"$past) { revision name tagline services { name } } }`,
        `{ disclaimersFor(${path}$past) { disclaimers { text } nextChangeAt } }`,
      ].map((query): Asked => ({ address: 'GraphQL', query })),
    );
}
