/** Clients of many kinds: each has its own way of asking, and remembers what it was answered, with its tag. */
import type { OutgoingHttpHeaders } from 'node:http';
import type { Random } from '../history/random.js';
import { type Answer, type Asked, ask, type Door } from './ask.js';
import { nameOf } from './questions.js';

const encodings = [
  undefined,
  'gzip',
  'br',
  'gzip, deflate, br',
  'identity',
  '*',
  'br;q=0, gzip;q=0.5',
  'x-none',
];

/** What hangs on no answer to strangers. */
const chatter: OutgoingHttpHeaders[] = [
  {},
  { origin: 'https://elsewhere.example' },
  { 'user-agent': 'a reader', 'accept-language': 'es' },
  { cookie: 'theme=dark; _ga=1' },
  { 'cache-control': 'no-cache', pragma: 'no-cache' },
  { referer: 'https://elsewhere.example/', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  { 'x-forthright-keep': '0;-;' },
  { 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' },
];

const accepts = [
  undefined,
  '*/*',
  'application/json',
  'text/html',
  'text/markdown',
  'text/plain;q=0.5, text/html',
];

/** The same question with its parameters in another order, or encoded in another way. */
function respelled(address: string, random: Random): string {
  const [path = '', search] = address.split('?', 2);
  if (search === undefined || address.startsWith('/api/graphql')) return address;
  const parts = search.split('&');
  const shuffled = random.some(parts, parts.length);
  const all = [...shuffled, ...parts.filter((part) => !shuffled.includes(part))];
  const spelled = random.chance(0.5)
    ? all.map((part) => part.replaceAll('[', '%5B').replaceAll(']', '%5d'))
    : all;
  return `${path}?${spelled.join('&')}`;
}

/** What a client that keeps answers keeps them by. */
const variantOf = (asked: Asked): string =>
  `${nameOf(asked)} ${asked.headers?.accept ?? ''} ${asked.headers?.['accept-encoding'] ?? ''}`;

export class Client {
  /** Tag and text of whole answers, by question. */
  private readonly known = new Map<string, Answer>();

  constructor(
    private readonly door: Door,
    private readonly random: Random,
  ) {}

  /** The question as this client puts it; what the answer may hang on stays as it is. */
  putInItsWords(asked: Asked): Asked {
    const { random } = this;
    const encoding = random.pick(encodings);
    const accept = asked.headers?.accept ?? random.pick(accepts);
    const isHead = asked.method === undefined && random.chance(0.1);
    return this.ifChanged({
      ...asked,
      ...(isHead ? { method: 'HEAD' as const } : {}),
      address: random.chance(0.3) ? respelled(asked.address, random) : asked.address,
      headers: {
        ...random.pick(chatter),
        ...(encoding === undefined ? {} : { 'accept-encoding': encoding }),
        ...(accept === undefined ? {} : { accept }),
        ...asked.headers,
      },
    });
  }

  /** Now and then it asks only for what is not what it has. */
  private ifChanged(asked: Asked): Asked {
    const tag = this.known.get(variantOf(asked))?.headers.etag;
    if (!tag || this.random.chance(0.5)) return asked;
    return { ...asked, headers: { ...asked.headers, 'if-none-match': tag } };
  }

  /** Asks; a 304 is answered with what this client has, as a browser would. */
  async ask(asked: Asked): Promise<Answer> {
    const answer = await ask(this.door, asked);
    const known = this.known.get(variantOf(asked));
    if (answer.status === 304 && known) {
      const { begun, ended, origin } = answer;
      const text = asked.method === 'HEAD' ? '' : known.text;
      return { ...known, headers: { ...known.headers, ...answer.headers }, text, begun, ended, origin };
    }
    if (answer.status === 200 && asked.method !== 'HEAD') this.known.set(variantOf(asked), answer);
    return answer;
  }
}

/** Says nothing that only the front must not believe, and takes the whole answer, as it is. */
export const withoutClaims = (asked: Asked): Asked => {
  const { 'accept-encoding': _encoding, 'if-none-match': _tag, ...claims } = asked.headers ?? {};
  const { 'x-forwarded-host': _host, 'x-forwarded-proto': _proto, ...rest } = claims;
  const { 'x-forthright-keep': _keep, ...headers } = rest;
  return { ...asked, headers };
};
