/** Whole pages, drafts of them, and share links. */
import { mediaTypes, pageFormats } from '../../../pages/pageFormats.js';
import type { ofView, pageParameters } from '../../../pages/parsePageQuery.js';
import { bodyForms } from '../../../pages/renderBody.js';
import { type Json, ref } from '../json.js';
import {
  type Answer,
  type AnyParameter,
  cached,
  json,
  jsonBody,
  notModified,
  type Operation,
} from '../operation.js';
import { commas, flag, inPath, listOf, oneOf, query, shared } from '../parameters.js';

const tag = 'Pages';

const view: Record<(typeof ofView)[number], AnyParameter> = {
  format: query(
    'format',
    'The whole page in this format, in reading order, with the disclaimers where they must stand. Left out: what `Accept` likes best.',
    oneOf(pageFormats, 'json'),
  ),
  body: query(
    'body',
    'In JSON: the forms of the body, with commas.',
    listOf(oneOf(bodyForms), { default: ['html'] }),
    commas,
  ),
  modules: query('modules', 'In JSON: also the page cut into modules by health aspect.', flag),
};

const parameters: Record<(typeof pageParameters)[number], AnyParameter> = {
  ...view,
  locale: shared('locale'),
  fallbackLocale: shared('fallbackLocale'),
  state: shared('state'),
  at: shared('at'),
  position: shared('position'),
  draft: query(
    'draft',
    'The newest draft. For signed-in people and keys with the scope `read-drafts`.',
    flag,
  ),
};

const asText: Json = { schema: { type: 'string' } };

/** A whole page in every format. */
const inEveryFormat: Record<string, Json> = {
  ...json('Page'),
  [mediaTypes.html]: asText,
  [mediaTypes.markdown]: asText,
  [mediaTypes.text]: asText,
  [mediaTypes.jsonld]: { schema: ref('schemas', 'JsonLd') },
};

const whole: Answer = {
  status: 200,
  description: 'The page, complete: body, disclaimers, calls to action, availability, references, notices.',
  content: inEveryFormat,
  headers: [...cached, 'Vary'],
};

const moved: Answer = {
  status: 301,
  description: 'It has moved: `Location` is its page in this API.',
  headers: ['Location', 'Cache-Control', 'Ledger-Position'],
};

const page: Operation = {
  ...{ path: '/api/pages/{site}/{section}/{slug}', id: 'getPage', tag, summary: 'Show a page' },
  description:
    'Lists and the manifest name this address as `href`. What stands between site and slug is the site’s prefix for the kind of content (`prefixes` of the site, usually `resources`, `faqs`, `myths`); a prefix of several steps takes as many steps in the address. `HEAD` works, too.',
  parameters: [
    inPath('site', 'The slug of the site.', 'harbor-therapy'),
    inPath('section', 'The prefix of the kind of content on this site, without slashes around it.', 'faqs'),
    inPath('slug', 'The slug of the content.', 'is-ketamine-approved-for-ptsd'),
    ...Object.values(parameters),
    shared('ifNoneMatch'),
  ],
  answers: [whole, moved, notModified],
  errors: [400, 401, 403, 404, 410],
  signedIn: 'also',
};

const share: Operation = {
  ...{ path: '/api/pages/share', method: 'post', id: 'sharePage', tag, summary: 'Make a share link' },
  description:
    'A link that shows exactly this revision to whoever has it, without an account, until it expires.',
  body: jsonBody('ShareRequest'),
  answers: [
    { status: 200, description: 'The link.', content: json('ShareLink'), headers: ['Cache-Control'] },
  ],
  errors: [400, 401, 403, 404, 413],
  signedIn: 'only',
};

const sharedPage: Operation = {
  ...{ path: '/api/pages/shared/{token}', id: 'getSharedPage', tag, summary: 'Show a shared revision' },
  parameters: [inPath('token', 'As the share link has it.'), ...Object.values(view)],
  answers: [{ ...whole, description: 'The revision. Nobody may keep it.' }],
  errors: [400, 404],
};

export const pageOperations: readonly Operation[] = [page, share, sharedPage];
