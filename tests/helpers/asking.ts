/** Requests of a signed-in person or an API client, and the rich text and images that tests write. */
import request, { type Test } from 'supertest';
import type { House } from './house.js';

/** A caller with credentials. */
export interface Asking {
  get(path: string): Test;
  post(path: string, body?: object): Test;
  patch(path: string, body: object): Test;
  delete(path: string): Test;
  /** A GraphQL request; answers are 200 even when they hold errors. */
  graphql(query: string, variables?: object): Test;
}

export function asking({ app }: House, authorization: string): Asking {
  const signed = (test: Test) => test.set('Authorization', authorization);
  return {
    get: (path) => signed(request(app).get(path)),
    post: (path, body) => signed(body ? request(app).post(path).send(body) : request(app).post(path)),
    patch: (path, body) => signed(request(app).patch(path).send(body)),
    delete: (path) => signed(request(app).delete(path)),
    graphql: (query, variables) => signed(request(app).post('/api/graphql').send({ query, variables })),
  };
}

/** Rich text of one paragraph. */
export function paragraph(text: string) {
  const textNode = { type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' };
  const common = { version: 1, direction: null, format: '', indent: 0 };
  return {
    root: {
      type: 'root',
      ...common,
      children: [{ type: 'paragraph', ...common, textFormat: 0, textStyle: '', children: [textNode] }],
    },
  };
}
