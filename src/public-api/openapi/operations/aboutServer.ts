/** What tells about the server. */
import { json, notModified, type Operation } from '../operation.js';
import { shared, text } from '../parameters.js';

export const serverOperations: readonly Operation[] = [
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
