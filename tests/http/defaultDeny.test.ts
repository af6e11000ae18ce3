/**
 * Nothing is open that nobody opened: walks the sanitised configuration, Payload's own collections included, and tries
 * every address, every method and every field as a stranger, as somebody without a role, and as an API client.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Endpoint, FlattenedField, PayloadRequest, SanitizedCollectionConfig } from 'payload';
import { allowList, type PublicCollection, type PublicSlug } from '../../src/public-api/allowList.js';
import { type House, openHouse } from '../helpers/house.js';

const publicCollection = (slug: string): PublicCollection | undefined =>
  Object.hasOwn(allowList, slug) ? allowList[slug as PublicSlug] : undefined;

let house: House;
let reader: string;
let anyId: string;

beforeAll(async () => {
  house = await openHouse();
  reader = await house.client(['read', 'read-drafts', 'write', 'publish']);
  anyId = await house.idOf('articles', 'ketamine-risks-and-side-effects');
});
afterAll(() => house.close());

type Method = 'get' | 'head' | 'post' | 'patch' | 'put' | 'delete' | 'options';
const methods: Method[] = ['get', 'head', 'post', 'patch', 'put', 'delete', 'options'];

interface Answer {
  status: number;
  text: string;
  body: { errors?: { code: string }[]; docs?: { id: string }[] };
}

async function ask(method: Method, path: string, authorization?: string): Promise<Answer> {
  const sent = house.stranger[method](`/api${path}`);
  if (authorization) sent.set('Authorization', authorization);
  if (method === 'post' || method === 'patch' || method === 'put') sent.send({});
  const { body, status, text = '' } = await sent;
  return { body, status, text };
}

/** Many questions, a few at a time. */
async function inTurns<T>(list: T[], act: (item: T) => Promise<void>): Promise<void> {
  for (let index = 0; index < list.length; index += 12)
    await Promise.all(list.slice(index, index + 12).map(act));
}

const collections = (): SanitizedCollectionConfig[] => house.payload.config.collections;
const endpointsOf = ({ endpoints }: { endpoints: false | Omit<Endpoint, 'root'>[] }) => endpoints || [];

/** A pattern with its parameters filled in. */
const fillIn = (path: string): string =>
  path
    .replace(/\/:(\w+)\??/g, (_, name: string) => `/${name === 'id' ? anyId : `some-${name}`}`)
    .replace(/\/$/, '');

/** What strangers may call beside the reads of the allow-list; each has tests of its own. */
const openedOnPurpose = new Set([
  ...['post /users/login', 'post /users/forgot-password', 'post /users/reset-password'],
  ...['post /users/logout', 'post /users/refresh-token', 'get /users/me', 'head /users/me'],
]);

/** `/articles`, `/articles/count`, `/articles/{id or slug}` of what the allow-list names. */
function isAllowedRead(method: Method, path: string): boolean {
  const [, first = '', second, third] = path.split('/');
  if (!publicCollection(first) || !['get', 'head'].includes(method)) return false;
  if (first === 'media' && second === 'file') return true;
  return third === undefined;
}

const denied = [400, 401, 404, 405];
/** What OPTIONS gives away is which methods an address has. */
const isDenied = (method: Method, { status, text }: Answer) =>
  denied.includes(status) || (method === 'options' && status < 300 && /^[A-Z, ]*$/.test(text));

async function findOpen(questions: [Method, string][]): Promise<string[]> {
  const open: string[] = [];
  await inTurns(questions, async ([method, path]) => {
    if (openedOnPurpose.has(`${method} ${path}`)) return;
    const answer = await ask(method, path);
    const isFine = isAllowedRead(method, path) ? answer.status < 500 : isDenied(method, answer);
    if (!isFine) open.push(`${method} ${path} → ${answer.status} ${answer.text.slice(0, 120)}`);
  });
  return open;
}

describe('a stranger', () => {
  it('reaches no endpoint of any collection that was not opened on purpose, with any method', async () => {
    const paths = collections().flatMap((collection) =>
      ['/', '/:id', ...endpointsOf(collection).map(({ path }) => path)].map(
        (path) => `/${collection.slug}${fillIn(path)}`,
      ),
    );
    const questions = [...new Set(paths)].flatMap((path) =>
      methods.map((method): [Method, string] => [method, path]),
    );
    expect(questions.length).toBeGreaterThan(1_500);
    expect(await findOpen(questions)).toEqual([]);
  });

  it('reaches no endpoint at the root, whichever plugin brought it', async () => {
    const { endpoints, globals } = house.payload.config;
    const known = [
      '/access',
      '/payload-jobs/run',
      '/payload-jobs/handle-schedules',
      '/og',
      '/graphql-playground',
    ];
    const globalPaths = globals.flatMap(({ slug }) => [`/globals/${slug}`, `/globals/${slug}/versions`]);
    const paths = [
      ...endpoints.map(({ path }) => fillIn(path)),
      ...known,
      ...globalPaths,
      '',
      '/globals/header',
    ];
    const questions = paths.flatMap((path) => methods.map((method): [Method, string] => [method, path]));
    expect(await findOpen(questions)).toEqual([]);
  });

  it('reaches no path of Payload’s that needs no slug', async () => {
    const words = [
      'versions',
      'duplicate',
      'access',
      'paste-url',
      'init',
      'first-register',
      'unlock',
      'verify',
      'api-key',
      'me',
    ];
    const paths = collections().flatMap(({ slug }) =>
      words.flatMap((word) => [
        `/${slug}/${word}/${anyId}`,
        `/${slug}/${anyId}/${word}`,
        `/${slug}/${anyId}/${word}/reveal`,
      ]),
    );
    const questions = paths.flatMap((path) =>
      (['get', 'post'] as const).map((method): [Method, string] => [method, path]),
    );
    expect(await findOpen(questions)).toEqual([]);
  });

  it.each(['constructor', '__proto__', 'hasOwnProperty', 'toString', 'prototype', 'valueOf'])(
    'finds nothing at /api/%s',
    async (name) => {
      for (const method of methods.filter((each) => each !== 'options')) {
        const answer = await ask(method, `/${name}`);
        expect({ method, status: answer.status }).toEqual({ method, status: 404 });
      }
    },
  );

  it('cannot turn a write into a read, or a read into a write', async () => {
    for (const header of ['X-HTTP-Method-Override', 'X-Payload-HTTP-Method-Override']) {
      for (const override of ['GET', 'DELETE', 'PATCH']) {
        await house.stranger
          .post('/api/users')
          .set(header, override)
          .type('form')
          .send('limit=10')
          .expect(401);
        const answer = await house.stranger.get(`/api/articles/${anyId}`).set(header, override);
        expect(answer.body.id).toBe(anyId);
      }
    }
  });
});

/** Every path of a field that a filter or a sort could name, relations one step deep. */
function pathsOf(fields: FlattenedField[], steps = 1, before = ''): string[] {
  return fields.flatMap((field) => {
    const path = `${before}${field.name}`;
    if ('flattenedFields' in field && Array.isArray(field.flattenedFields)) {
      return [path, ...pathsOf(field.flattenedFields, steps, `${path}.`)];
    }
    if (field.type === 'blocks') {
      return [path, ...field.blocks.flatMap((block) => pathsOf(block.flattenedFields, 0, `${path}.`))];
    }
    if ((field.type === 'relationship' || field.type === 'upload') && steps > 0) {
      const related = [field.relationTo].flat();
      return [path, ...related.flatMap((slug) => pathsOf(fieldsOf(slug), steps - 1, `${path}.`))];
    }
    return [path];
  });
}

const fieldsOf = (slug: string): FlattenedField[] =>
  house.payload.collections[slug as 'articles'].config.flattenedFields;

const always = [
  'id',
  'createdAt',
  'updatedAt',
  '_status',
  'deletedAt',
  '_id',
  'version.title',
  'parent',
  'document',
  'user',
];

describe('every field, asked for by a stranger,', () => {
  const questionsOf = (slug: string) => {
    const paths = [...new Set([...pathsOf(fieldsOf(slug)), ...always])];
    const top = [...new Set([...fieldsOf(slug).map(({ name }) => name), ...always])];
    return [
      ...paths.map((path) => ({ kind: 'where', path, query: `where[${path}][exists]=true` })),
      ...paths.map((path) => ({ kind: 'sort', path, query: `sort=${path}` })),
      ...top.map((path) => ({ kind: 'select', path, query: `select[${path}]=true` })),
      ...top.map((path) => ({ kind: 'populate', path, query: `populate[${path}][id]=true` })),
      ...top.map((path) => ({ kind: 'joins', path, query: `joins[${path}][limit]=1` })),
    ];
  };

  it.each(Object.keys(allowList))('of %s is what the allow-list says, or refused', async (slug) => {
    const rules = publicCollection(slug);
    const isAllowed: Record<string, (path: string) => boolean> = {
      where: (path) => rules?.filters[path]?.includes('exists') ?? false,
      sort: (path) => rules?.sorts.includes(path) ?? false,
      select: (path) => path === 'id' || (rules?.fields.includes(path) ?? false),
    };
    const wrong: string[] = [];
    await inTurns(questionsOf(slug), async ({ kind, path, query }) => {
      const { status, body } = await ask('get', `/${slug}?limit=1&${query}`);
      const expected = isAllowed[kind]?.(path) ? 200 : 400;
      if (status !== expected) wrong.push(`${query} → ${status} instead of ${expected}`);
      if (status === 400 && body.errors?.[0]?.code !== 'invalid_parameter')
        wrong.push(`${query} → another code`);
    });
    expect(wrong).toEqual([]);
  });

  it('of what is not public is refused before it is looked at', async () => {
    const wrong: string[] = [];
    const hidden = collections().filter(({ slug }) => !publicCollection(slug));
    for (const { slug } of hidden) {
      await inTurns(
        questionsOf(slug).filter(({ path }) => !path.includes('.')),
        async ({ query }) => {
          const { status } = await ask('get', `/${slug}?${query}`);
          if (status !== 401 && status !== 404) wrong.push(`${slug}?${query} → ${status}`);
        },
      );
    }
    expect(wrong).toEqual([]);
  });
});

const operations = ['create', 'read', 'update', 'delete', 'readVersions', 'unlock', 'admin'] as const;
type Caller = { id: string; collection: 'users' | 'api-clients'; scopes?: string[]; role?: string };

async function answerOf(
  collection: SanitizedCollectionConfig,
  operation: (typeof operations)[number],
  user: Caller,
) {
  const access = collection.access as Record<string, ((args: never) => unknown) | undefined>;
  const req = {
    context: {},
    locale: 'en',
    payload: house.payload,
    payloadAPI: 'REST',
    user,
  } as unknown as PayloadRequest;
  return access[operation]?.({ data: {}, id: anyId, req } as never);
}

describe('no collection', () => {
  const nobodyInParticular: Caller[] = [
    { id: 'somebody', collection: 'users' },
    { id: 'some-client', collection: 'api-clients', scopes: [] },
  ];
  /** Whoever signs in reaches what is their own. */
  const ownOnly = new Set([
    'users read',
    'users update',
    'payload-preferences read',
    'payload-preferences update',
  ]);
  ownOnly.add('payload-preferences delete');
  /** The admin needs these of every person: their own preferences, and who is editing what. */
  const forPeople = new Set([
    'payload-preferences create',
    ...['create', 'read', 'update', 'delete'].map((operation) => `payload-locked-documents ${operation}`),
  ]);

  it('leaves an access function to Payload’s defaults', () => {
    const missing = collections().flatMap(({ access, slug }) =>
      operations
        .filter((operation) => typeof access[operation] !== 'function')
        .map((operation) => `${slug} ${operation}`),
    );
    expect(missing).toEqual([]);
    const defaults = collections().flatMap(({ access, slug }) =>
      operations
        .filter((operation) =>
          /^\(\{ req: \{ user \} \}\) ?=> ?Boolean\(user\);?$/.test(String(access[operation])),
        )
        .map((operation) => `${slug} ${operation}`),
    );
    expect(defaults).toEqual([]);
  });

  it.each(nobodyInParticular)(
    'gives anything to somebody signed in without a role or scope ($collection)',
    async (user) => {
      const given: string[] = [];
      for (const collection of collections()) {
        for (const operation of operations) {
          const name = `${collection.slug} ${operation}`;
          const answer = await answerOf(collection, operation, user);
          const isPerson = user.collection === 'users';
          if (operation === 'admin' && isPerson) continue;
          if (isPerson && ownOnly.has(name)) expect(JSON.stringify(answer)).toContain(user.id);
          else if (isPerson && forPeople.has(name)) expect(answer).toBe(true);
          else if (answer !== false) given.push(name);
        }
      }
      expect(given).toEqual([]);
    },
  );
});

describe('Payload’s own collections', () => {
  const system = [
    'payload-jobs',
    'payload-kv',
    'payload-locked-documents',
    'payload-preferences',
    'payload-migrations',
  ];

  it('are these and no others', () => {
    expect(
      collections()
        .map(({ slug }) => slug)
        .filter((slug) => slug.startsWith('payload-'))
        .sort(),
    ).toEqual([...system].sort());
  });

  it('give nothing to an API client with every scope, over REST', async () => {
    const open: string[] = [];
    const paths = system.flatMap((slug) => [
      `/${slug}`,
      `/${slug}/count`,
      `/${slug}/${anyId}`,
      `/${slug}/versions`,
      `/${slug}/some-key`,
      `/${slug}/run`,
      `/${slug}/access`,
    ]);
    await inTurns(
      paths.flatMap((path) => methods.map((method): [Method, string] => [method, path])),
      async ([method, path]) => {
        const answer = await ask(method, path, reader);
        if (answer.status < 400 && method !== 'options')
          open.push(`${method} ${path} → ${answer.status} ${answer.text.slice(0, 80)}`);
        if (answer.status >= 500) open.push(`${method} ${path} → ${answer.status}`);
      },
    );
    expect(open).toEqual([]);
  });

  it('give nothing to an API client with every scope, over GraphQL', async () => {
    const open: string[] = [];
    for (const { graphQL } of collections().filter(({ slug }) => system.includes(slug))) {
      if (!graphQL) continue;
      const { pluralName, singularName } = graphQL;
      for (const query of [
        `{ ${pluralName} { totalDocs } }`,
        `{ count${pluralName} { totalDocs } }`,
        `{ ${singularName}(id: "${anyId}") { id } }`,
        `mutation { delete${singularName}(id: "${anyId}") { id } }`,
      ]) {
        const { body } = await house.stranger
          .post('/api/graphql')
          .set('Authorization', reader)
          .send({ query });
        const [value] = Object.values(body.data ?? { none: null });
        if (!body.errors || value !== null) open.push(`${query} → ${JSON.stringify(body)}`);
      }
    }
    expect(open).toEqual([]);
  });

  it('let a person keep preferences, which nobody else reads, and mark a document as being edited', async () => {
    const editor = await house.person('editor');
    const compliance = await house.person('compliance');
    const as = (who: string, method: 'get' | 'post' | 'delete', path: string) =>
      house.stranger[method](`/api${path}`).set('Authorization', who);
    await as(editor, 'post', '/payload-preferences/some-key')
      .send({ value: { a: 1 } })
      .expect(200);
    expect((await as(editor, 'get', '/payload-preferences/some-key').expect(200)).body.value).toEqual({
      a: 1,
    });
    expect((await as(compliance, 'get', '/payload-preferences/some-key').expect(200)).body.value).toBeNull();
    expect((await as(compliance, 'get', '/payload-preferences').expect(200)).body.docs).toEqual([]);
    const { body } = await as(editor, 'get', '/users/me').expect(200);
    const lock = {
      document: { relationTo: 'articles', value: anyId },
      user: { relationTo: 'users', value: body.user.id },
    };
    const made = await as(editor, 'post', '/payload-locked-documents').send(lock).expect(201);
    await as(compliance, 'get', `/payload-locked-documents/${made.body.doc.id}`).expect(200);
    await as(editor, 'delete', `/payload-locked-documents/${made.body.doc.id}`).expect(200);
    await as(editor, 'get', '/payload-jobs').expect(403);
    await as(editor, 'get', '/payload-kv').expect(403);
    await as(editor, 'get', '/payload-migrations').expect(404);
  });
});

describe('nobody', () => {
  it('gets an internal error from any address of any collection, whoever asks', async () => {
    const wrong: string[] = [];
    for (const authorization of [await house.person('administrator'), await house.person('editor')]) {
      const paths = collections().flatMap((collection) =>
        [
          '/',
          '/:id',
          ...endpointsOf(collection).map(({ path }) => path),
          '/versions',
          '/nothing',
          `/${anyId}/nothing`,
        ].map((path) => `/${collection.slug}${fillIn(path)}`),
      );
      await inTurns(
        [...new Set(paths)].filter((path) => !path.endsWith('/logout')),
        async (path) => {
          for (const method of ['get', 'patch'] as const) {
            const { status, text } = await ask(method, path, authorization);
            if (status >= 500) wrong.push(`${method} ${path} → ${status} ${text.slice(0, 100)}`);
          }
        },
      );
    }
    expect(wrong).toEqual([]);
  });
});

describe('an API client', () => {
  it('has no business at the addresses of accounts', async () => {
    for (const path of [
      '/users',
      '/users/me',
      `/users/${anyId}`,
      '/users/count',
      '/api-clients',
      '/audit-log',
      '/users/unlock',
      '/access',
    ]) {
      const get = await ask('get', path, reader);
      expect({ path, hasDocs: Boolean(get.body.docs?.length), isServerError: get.status >= 500 }).toEqual({
        path,
        hasDocs: false,
        isServerError: false,
      });
    }
    for (const path of [
      '/users',
      '/users/login',
      '/users/first-register',
      '/api-clients',
      `/api-clients/${anyId}/api-key/reveal`,
      '/payload-jobs/run',
    ]) {
      const post = await ask('post', path, reader);
      expect({ path, isRefused: post.status >= 400 && post.status < 500 }).toEqual({ path, isRefused: true });
    }
  });

  it('finds no way to sign in, reset or unlock in GraphQL', async () => {
    const words =
      'login logout forgotPassword resetPassword refreshToken unlock verifyEmail initialized'.split(' ');
    const { body } = await house.stranger
      .post('/api/graphql')
      .set('Authorization', reader)
      .send({ query: '{ __schema { queryType { fields { name } } mutationType { fields { name } } } }' });
    const names: string[] = [body.data.__schema.queryType, body.data.__schema.mutationType].flatMap(
      ({ fields }: { fields: { name: string }[] }) => fields.map(({ name }) => name),
    );
    expect(names).toContain('createArticle');
    expect(names.filter((name) => words.some((word) => name.startsWith(word)))).toEqual([]);
  });
});
