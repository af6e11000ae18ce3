/** GraphQL, files, signing in, and what tells about the server. */
import { fileParameters, fits, qualities, variantFormats, variantWidths } from '../../../media/imageTable.js';
import { type Json, ref } from '../json.js';
import { type AnyParameter, json, notModified, type Operation } from '../operation.js';
import { inPath, oneOf, query, shared, text } from '../parameters.js';

const jsonBody = (schema: string): Json => ({
  required: true,
  content: { 'application/json': { schema: ref('schemas', schema) } },
});

const graphqlAnswer = {
  status: 200 as const,
  description: 'Data, errors, or both. Errors have the codes of this API in `extensions.code`.',
  content: {
    'application/graphql-response+json': { schema: ref('schemas', 'GraphqlAnswer') },
    ...json('GraphqlAnswer'),
  },
  headers: ['Ledger-Position'],
};

const graphql: readonly Operation[] = [
  {
    ...{ path: '/api/graphql', method: 'post', id: 'askGraphql', tag: 'GraphQL', summary: 'Ask in GraphQL' },
    description:
      'The same content by the same rules. Strangers ask queries only; depth, aliases, tokens and fields at the root are limited.',
    body: jsonBody('GraphqlQuestion'),
    answers: [graphqlAnswer],
    errors: [400, 401, 405, 413, 415],
    signedIn: 'also',
  },
  {
    ...{
      path: '/api/graphql',
      id: 'askGraphqlByGet',
      tag: 'GraphQL',
      summary: 'Ask in GraphQL, in the address',
    },
    parameters: [
      query('query', 'The query.', text, { required: true, example: '{ countArticles { totalDocs } }' }),
      query('variables', 'Its variables, as JSON.', text),
      query('operationName', 'Which of its operations.', text),
    ],
    answers: [graphqlAnswer],
    errors: [400, 401, 405],
    signedIn: 'also',
  },
  {
    ...{
      path: '/api/graphql/schema.graphql',
      id: 'getGraphqlSchema',
      tag: 'GraphQL',
      summary: 'The GraphQL schema',
    },
    parameters: [shared('ifNoneMatch')],
    answers: [
      {
        status: 200,
        description: 'What strangers may ask, as SDL.',
        content: { 'text/plain': { schema: text } },
        headers: ['Cache-Control', 'ETag'],
      },
      notModified,
    ],
    errors: [],
  },
];

const wholeOneOf = (values: readonly number[]): Json => ({ type: 'integer', enum: [...values] });

const fileSchemas: Record<keyof typeof fileParameters, Json> = {
  w: wholeOneOf(variantWidths),
  h: { type: 'integer', minimum: 1 },
  fit: oneOf(fits, 'cover'),
  format: oneOf(Object.keys(variantFormats), 'webp'),
  q: wholeOneOf(qualities),
  v: text,
};

const asFile: Json = { schema: { type: 'string', contentMediaType: 'application/octet-stream' } };

const media: Operation = {
  ...{
    path: '/api/media/file/{name}',
    id: 'getFile',
    tag: 'Media',
    summary: 'A file, or an image in another size',
  },
  description:
    'As it was uploaded, or made for you with `w`, `h`, `fit`, `format`, `q`. Under an address with the right `v` it may be kept for ever.',
  parameters: [
    inPath('name', 'The `filename` of the media.'),
    ...Object.entries(fileParameters).map(
      ([name, description]): AnyParameter =>
        query(name, description, fileSchemas[name as keyof typeof fileSchemas]),
    ),
    shared('ifNoneMatch'),
  ],
  answers: [
    {
      status: 200,
      description: 'The bytes.',
      content: { 'image/*': asFile },
      headers: ['Cache-Control', 'ETag'],
    },
    notModified,
  ],
  errors: [400, 404, 429],
};

const asked = { headers: ['Cache-Control'], status: 200 as const };
const accounts = { tag: 'Signing in' };

const signingIn: readonly Operation[] = [
  {
    ...{ ...accounts, path: '/api/users/login', method: 'post', id: 'signIn', summary: 'Sign in' },
    body: jsonBody('Credentials'),
    answers: [
      { ...asked, description: 'A token, sent as `Authorization: JWT …`.', content: json('Session') },
    ],
    errors: [400, 401, 413, 429],
  },
  {
    ...{
      ...accounts,
      path: '/api/users/forgot-password',
      method: 'post',
      id: 'forgotPassword',
      summary: 'Ask for a mail with a new start',
    },
    description: 'The answer is always the same: it does not tell whether there is such an account.',
    body: jsonBody('ForgottenPassword'),
    answers: [
      { ...asked, description: 'The mail is on its way if the account exists.', content: json('Message') },
    ],
    errors: [400, 413, 429],
  },
  {
    ...{
      ...accounts,
      path: '/api/users/reset-password',
      method: 'post',
      id: 'resetPassword',
      summary: 'Set a new password',
    },
    body: jsonBody('NewPassword'),
    answers: [{ ...asked, description: 'Signed in.', content: json('Session') }],
    errors: [400, 401, 403, 413, 429],
  },
  {
    ...{
      ...accounts,
      path: '/api/users/refresh-token',
      method: 'post',
      id: 'refreshToken',
      summary: 'Stay signed in',
    },
    answers: [{ ...asked, description: 'A new token.', content: json('RefreshedSession') }],
    errors: [400, 401, 403],
    signedIn: 'only',
  },
  {
    ...{ ...accounts, path: '/api/users/logout', method: 'post', id: 'signOut', summary: 'Sign out' },
    answers: [{ ...asked, description: 'Signed out.', content: json('Message') }],
    errors: [400, 401],
    signedIn: 'only',
  },
  {
    ...{ ...accounts, path: '/api/users/me', id: 'whoAmI', summary: 'Who is signed in' },
    answers: [{ ...asked, description: '`user` is null for strangers.', content: json('WhoIsSignedIn') }],
    errors: [401],
    signedIn: 'also',
  },
];

const server: readonly Operation[] = [
  {
    ...{ path: '/api/openapi.json', id: 'getOpenApi', tag: 'Server', summary: 'This document' },
    parameters: [shared('ifNoneMatch')],
    answers: [
      {
        status: 200,
        description: 'OpenAPI 3.1.',
        content: { 'application/json': { schema: { type: 'object' } } },
        headers: ['Cache-Control', 'ETag'],
      },
      notModified,
    ],
    errors: [],
  },
  {
    ...{ path: '/docs', id: 'readDocs', tag: 'Server', summary: 'This document, for people' },
    answers: [
      {
        status: 200,
        description: 'A page.',
        content: { 'text/html': { schema: text } },
        headers: ['Cache-Control'],
      },
    ],
    errors: [],
  },
  {
    ...{ path: '/healthz', id: 'isAlive', tag: 'Server', summary: 'The process runs' },
    answers: [{ status: 200, description: 'It does.', content: json('Status'), headers: ['Cache-Control'] }],
    errors: [],
  },
  {
    ...{ path: '/readyz', id: 'isReady', tag: 'Server', summary: 'The server is ready' },
    answers: [
      {
        status: 200,
        description: 'It is; 503 while it is not.',
        content: json('Status'),
        headers: ['Cache-Control'],
      },
    ],
    errors: [],
  },
];

export const otherOperations: readonly Operation[] = [...graphql, media, ...signingIn, ...server];
