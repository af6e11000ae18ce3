/** In which media type a caller wants the answer. */
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** Null where the back has to say that there is none. `accept` is the header as it was sent. */
export type Accepting = (accept: string | undefined) => string | null;

/** There are a few dozen spellings in the world; who invents more pushes out his own. */
const mostSpellings = 256;
const longest = 512;

function remembering(choose: (accept: string) => string | null, usual: string): Accepting {
  const known = new LRUCache<string, string>({ max: mostSpellings });
  return (accept) => {
    if (!accept) return usual;
    const remembered = known.get(accept);
    if (remembered !== undefined) return remembered;
    const chosen = choose(accept);
    if (chosen !== null && accept.length <= longest) known.set(accept, chosen);
    return chosen;
  };
}

/** As `req.accepts` of Express: the best of those offered, the first where none is liked. */
export function acceptingOneOf(offered: readonly string[]): Accepting {
  const [usual = ''] = offered;
  const choose = (accept: string) =>
    new Negotiator({ headers: { accept } }).mediaTypes([...offered])[0] ?? usual;
  return remembering(choose, usual);
}

const json = 'application/json';
const graphqlJson = 'application/graphql-response+json';
const takenForJson = new Set([json, 'application/*', '*/*']);

function graphqlTypeIn(accept: string): string | null {
  for (const each of accept.replace(/\s/g, '').toLowerCase().split(',')) {
    const [type = '', ...parameters] = each.split(';');
    const charset = parameters.find((parameter) => parameter.includes('charset=')) ?? 'charset=utf-8';
    if (type === graphqlJson && charset === 'charset=utf-8') return graphqlJson;
    if (takenForJson.has(type) && ['charset=utf-8', 'charset=utf8'].includes(charset)) return json;
  }
  return null;
}

/** As graphql-http, which takes the first that it has, whatever the weights say. */
export const acceptingGraphql = (): Accepting => remembering(graphqlTypeIn, json);
