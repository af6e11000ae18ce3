/** What the front keeps an answer for, and when two requests ask the same. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mediaTypes } from '../../../src/pages/pageFormats.js';
import { askedBy, createKeys, got, posted, type Sent } from '../../helpers/askingFront.js';

const keys = createKeys();
const keyOf = (sent: Sent) => askedBy(keys, sent)?.key ?? null;
const get = (url: string, headers?: Record<string, string>): Sent => ({ url, headers });

const page = '/api/pages/brightpath/resources/at-home-ketamine-program';
const query = 'query Some($n: Int, $m: Int) { Articles(limit: $n, page: $m) { docs { slug } } }';

describe('an answer is kept for', () => {
  it.each([
    ['/api/articles', '/api/articles'],
    ['/api/articles/', '/api/articles'],
    ['/api/articles?', '/api/articles'],
    ['/api/articles/what-is-trauma?locale=en', '/api/articles/what-is-trauma'],
    ['/api/articles/count?site=brightpath', '/api/articles/count?site=brightpath'],
    ['/api/openapi.json', '/api/openapi.json'],
    ['/api/graphql/schema.graphql', '/api/graphql/schema.graphql'],
    ['/api/sites/brightpath?locale=es', '/api/sites/brightpath?locale=es'],
    ['/api/sites/brightpath?depth=0', '/api/sites/brightpath?depth=0'],
    ['/api/sites/brightpath?select[name]=true', '/api/sites/brightpath?depth=0&select%5Bname%5D=true'],
    ['/api/sites/brightpath?fallback-locale=es', '/api/sites/brightpath?depth=0&fallbackLocale=es'],
    ['/api/sites/count?locale=en', '/api/sites/count'],
    ['/api/sites/brightpath/manifest?locale=en', '/api/sites/brightpath/manifest?locale=en'],
    ['/api/sites/brightpath/feed.json?locale=en', '/api/sites/brightpath/feed.json'],
    ['/api/availability/counties?state=fl', '/api/availability/counties?state=FL'],
    [
      '/api/availability/check?zip=33040-1234&site=brightpath',
      '/api/availability/check?site=brightpath&zip=33040',
    ],
    [
      '/api/disclaimers/resolve?state=fl&site=brightpath',
      '/api/disclaimers/resolve?site=brightpath&state=FL',
    ],
    [`${page}?format=html`, `${page}?format=html`],
    [`${page}?body=text`, `${page}?body=text`],
  ])('%s', (url, key) => {
    expect(keyOf(get(url))).toBe(key);
    expect(keyOf({ ...get(url), method: 'HEAD' })).toBe(key);
  });
});

describe('nothing is kept for', () => {
  it.each<[string, Sent]>([
    ['somebody signed in by key', get('/api/articles', { authorization: '' })],
    ['somebody signed in by cookie', get('/api/articles', { cookie: 'a=1; forthright-token=x' })],
    ['scripts of our own origins', get('/api/articles', { origin: 'https://content.example.org' })],
    ['parts', get('/api/articles', { range: 'bytes=0-9' })],
    ['upgrades', get('/api/articles', { upgrade: 'websocket' })],
    ['questions with a body', get('/api/articles', { 'content-length': '2' })],
    ['writes', { url: '/api/articles', method: 'POST', body: '{}' }],
    ['share links', get('/api/pages/shared/x')],
    ['the past', get(`${page}?at=2026-01-01T00:00Z`)],
    ['drafts', get(`${page}?draft=false`)],
    ['moments to come', get('/api/availability/check?site=brightpath&state=FL&at=2030-01-01T00:00Z')],
    ['what is not ours', get('/api/users')],
    ['files', get('/api/media/file/x.png')],
    ['paths in other spellings', get('/api/%61rticles')],
    ['paths with steps upwards', get('/api/articles/../users')],
    ['addresses of other hosts', get('http://elsewhere.example/api/articles')],
    ['fragments', get('/api/articles?site=a#b')],
    ['very long addresses', get(`/api/articles?site=${'a'.repeat(9_000)}`)],
    ['other media types than JSON', posted({ query }, { 'content-type': 'text/plain' })],
    ['other character sets', posted({ query }, { 'content-type': 'application/json; charset=latin1' })],
    ['compressed bodies', posted({ query }, { 'content-encoding': 'gzip' })],
    ['large bodies', posted({ query, extensions: { x: 'a'.repeat(16_384) } })],
    ['bodies that are no JSON', posted('{')],
    ['bodies that hold no query', posted({ variables: {} })],
    ['documents that are none', posted({ query: '{' })],
    ['documents of too many words', posted({ query: `{ ${'id '.repeat(1_000)} }` })],
    ['mutations', posted({ query: 'mutation { createArticle { id } }' })],
    ['operations that are not there', posted({ query, operationName: 'Other' })],
    ['variables that are no object', posted({ query, variables: [1] })],
    ['numbers that are too large', posted({ query, variables: '{"n":1e999}' })],
    ['answers in other forms', posted({ query }, { accept: 'text/html' })],
    ['HEAD of a query', { ...got({ query }), method: 'HEAD' }],
    ['queries given twice', get('/api/graphql?query={a}&query={b}')],
  ])('%s', (_name, sent) => {
    expect(askedBy(keys, sent)).toBeNull();
  });
});

describe('what a caller likes', () => {
  const liked = (url: string, accept?: string) => {
    const asked = askedBy(keys, get(url, accept === undefined ? {} : { accept }));
    return asked?.question.headers.slice(2);
  };

  it.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['image/png', 'application/json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html'],
    ['text/*;q=0.5, text/markdown', 'text/markdown'],
    ['application/json;q=0.1, application/ld+json', 'application/ld+json'],
  ])('decides on the form of a page: %s', (accept, type) => {
    expect(liked(page, accept)).toEqual(['Accept', type]);
  });

  it('makes no more entries than there are forms', () => {
    const accepts = ['a/b', '*/*', 'text/html', 'text/html;q=0.9', 'text/plain', 'text/plain, */*;q=0.1'];
    const found = accepts.map((accept) => keyOf(get(page, { accept })));
    expect(new Set(found).size).toBe(3);
    expect(found.every((key) => Object.values(mediaTypes).some((type) => key?.endsWith(type)))).toBe(true);
  });

  it('does not matter where the address says the form, or there is but one', () => {
    expect(liked(`${page}?format=text`, 'text/html')).toEqual([]);
    expect(liked(`${page}?modules=true`, 'text/html')).toEqual([]);
    expect(liked('/api/articles', 'text/html')).toEqual([]);
  });
});

describe('GraphQL requests that ask the same', () => {
  const same: [string, Sent][] = [
    ['by GET', got({ query, variables: { n: 2 } })],
    ['with other white space', posted({ query: query.replaceAll(' ', '\n  ,'), variables: { n: 2 } })],
    ['with remarks', posted({ query: `# mine\n${query}`, variables: { n: 2 } })],
    ['with the name of their only operation', posted({ query, operationName: 'Some', variables: { n: 2 } })],
    ['with variables that are not used', posted({ query, variables: { other: [1], n: 2 } })],
    ['with extensions', posted({ query, variables: { n: 2 }, extensions: { client: 'x' } })],
    ['with their parts in another order', posted({ variables: { n: 2.0 }, operationName: null, query })],
    [
      'with a charset',
      posted(
        { query, variables: { n: 2 } },
        { 'content-type': 'Application/JSON; charset="UTF-8"'.replaceAll('"', '') },
      ),
    ],
    ['by browsers', posted({ query, variables: { n: 2 } }, { accept: 'text/html, */*;q=0.8' })],
  ];

  it.each(same)('have one answer: %s', (_name, sent) => {
    const key = keyOf(posted({ query, variables: { n: 2 } }));
    expect(key).toEqual(expect.any(String));
    expect(keyOf(sent)).toBe(key);
  });

  it.each<[string, Sent]>([
    ['of another value', posted({ query, variables: { n: 3 } })],
    ['of no value', posted({ query })],
    ['of null', posted({ query, variables: { n: null } })],
    ['of other fields', posted({ query: query.replace('slug', 'id'), variables: { n: 2 } })],
    ['of fields in another order', posted({ query: query.replace('slug', 'id slug'), variables: { n: 2 } })],
    [
      'in another form',
      posted({ query, variables: { n: 2 } }, { accept: 'application/graphql-response+json' }),
    ],
  ])('are not taken for others: %s', (_name, sent) => {
    const found = keyOf(sent);
    expect(found).toEqual(expect.any(String));
    expect(found).not.toBe(keyOf(posted({ query, variables: { n: 2 } })));
  });

  it('tell operations of one document apart', () => {
    const both = 'query A { Articles { totalDocs } } query B { Faqs { totalDocs } }';
    const [a, b, none] = ['A', 'B', undefined].map((operationName) =>
      keyOf(posted({ query: both, operationName })),
    );
    expect(a).not.toBe(b);
    expect(none).toBeNull();
  });

  it('may hold whatever JSON holds', () => {
    const json = 'query ($w: JSON) { Articles(where: $w) { totalDocs } }';
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const asked = askedBy(keys, posted({ query: json, variables: { w: value } }));
        const body = JSON.parse(String(asked?.question.body ?? '{}'));
        if (asked) expect(body.variables.w).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
