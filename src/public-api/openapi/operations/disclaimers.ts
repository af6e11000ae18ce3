/** Which disclaimers a page must carry. */
import { contentKinds, serviceModes } from '../../../compliance/conditionProperties.js';
import type { resolveParameters } from '../../../pages/resolve/parseResolveQuery.js';
import { type AnyParameter, cached, json, notModified, type Operation } from '../operation.js';
import { commas, listOf, oneOf, query, shared, text } from '../parameters.js';

const own = (name: string, what: string, schema = text, more = {}) =>
  query(name, `Of a page that you wrote yourself: ${what}`, schema, more);

const parameters: Record<(typeof resolveParameters)[number], AnyParameter> = {
  site: query('site', 'The slug of the site that shows the page.', text, {
    ...{ required: true, example: 'brightpath' },
  }),
  path: query('path', 'The path of one of our pages on its site; it says itself what it is like.', text),
  state: shared('state'),
  locale: shared('locale'),
  at: shared('at'),
  position: shared('position'),
  kind: own('kind', 'the kind of content that it is.', oneOf(contentKinds)),
  services: own('services', 'the slugs of the services that it names.', listOf(text), {
    ...commas,
    example: ['at-home-program'],
  }),
  topics: own('topics', 'the slugs of its topics.', listOf(text), commas),
  modes: own('modes', 'how the services reach people.', listOf(oneOf(serviceModes)), commas),
  offersFree: own('offersFree', 'whether something is offered free.', { type: 'boolean' }),
  showsPrice: own('showsPrice', 'whether it shows a price.', { type: 'boolean' }),
  phrase: own('phrase', 'the words that it uses, at most 2,000 characters.'),
};

export const disclaimerOperations: readonly Operation[] = [
  {
    ...{ path: '/api/disclaimers/resolve', id: 'resolveDisclaimers', tag: 'Pages' },
    summary: 'Which disclaimers must stand on a page, where, and why',
    description:
      'For one of our pages by `path`, or by its properties for a page that you wrote yourself. What is left out follows from the services that are named.',
    parameters: [...Object.values(parameters), shared('ifNoneMatch')],
    answers: [
      {
        status: 200,
        description: 'The disclaimers, in reading order.',
        content: json('ResolvedDisclaimers'),
        headers: cached,
      },
      {
        status: 301,
        description: 'The page has moved: the same question about its new path.',
        headers: ['Location', 'Cache-Control', 'Ledger-Position'],
      },
      notModified,
    ],
    errors: [400, 401, 403, 404],
    signedIn: 'also',
  },
];
