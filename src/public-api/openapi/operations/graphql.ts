/** GraphQL: questions, and the schema that strangers may ask by. */
import { ref } from '../json.js';
import { type Answer, json, jsonBody, notModified, type Operation } from '../operation.js';
import { query, shared, text } from '../parameters.js';

const content = {
  'application/graphql-response+json': { schema: ref('schemas', 'GraphqlAnswer') },
  ...json('GraphqlAnswer'),
};

const graphqlAnswers: readonly Answer[] = [
  {
    status: 200,
    description:
      'Data, errors, or both. Errors have the codes of this API in `extensions.code`, and in `extensions.path` the argument that is meant.',
    content,
  },
  {
    status: 400,
    description: 'Nothing that can be answered; with `application/graphql-response+json` also a wrong query.',
    content,
  },
];

export const graphqlOperations: readonly Operation[] = [
  {
    ...{ path: '/api/graphql', method: 'post', id: 'askGraphql', tag: 'GraphQL', summary: 'Ask in GraphQL' },
    description:
      'The same content by the same rules. Strangers ask queries only; depth, aliases, tokens and fields at the root are limited.',
    body: jsonBody('GraphqlQuestion'),
    answers: graphqlAnswers,
    errors: [401, 413, 415],
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
    answers: graphqlAnswers,
    errors: [401, 405],
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
