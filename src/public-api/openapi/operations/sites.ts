/** A whole site: its texts, its manifest, its sitemap and feeds. */
import type { listParameters, siteParameters } from '../../../pages/sites/parseSiteQuery.js';
import { allowList } from '../../allowList.js';
import { type Json, ref } from '../json.js';
import { type AnyParameter, cached, json, notModified, type Operation } from '../operation.js';
import { inPath, query, shared } from '../parameters.js';

const tag = 'Sites';
const site = inPath('site', 'The slug of the site.', 'brightpath');

const ofLists: Record<(typeof listParameters)[number], AnyParameter> = {
  locale: shared('locale'),
  at: shared('at'),
  position: shared('position'),
};
const ofSite: Record<(typeof siteParameters)[number], AnyParameter> = {
  ...ofLists,
  fallbackLocale: shared('fallbackLocale'),
};

const fields = Object.fromEntries(
  ['id', ...allowList.sites.fields].map((name) => [name, { type: 'boolean' }]),
);
const ofDocument = [
  shared('depth'),
  query(
    'select',
    'Only these fields of its document.',
    { type: 'object', properties: fields },
    { style: 'deepObject', explode: true },
  ),
];

const common = { tag, errors: [400, 401, 403, 404], signedIn: 'also' as const };

interface Listed {
  name: string;
  id: string;
  summary: string;
  description: string;
  content: Record<string, Json>;
}

const listed = ({ content, description, id, name, summary }: Listed): Operation => ({
  ...common,
  ...{ path: `/api/sites/{site}/${name}`, id, summary },
  parameters: [site, ...Object.values(ofLists), shared('ifNoneMatch')],
  answers: [{ status: 200, description, content, headers: cached }, notModified],
});

const xml = (type: string) => ({ [type]: { schema: { type: 'string' } } });

export const siteOperations: readonly Operation[] = [
  {
    ...common,
    ...{ path: '/api/sites/{site}', id: 'getSite', summary: 'Show a site' },
    description:
      'Its texts, notices and services. With `depth` or `select` (and to signed-in people who ask by id) it is the document alone, as lists have it.',
    parameters: [site, ...Object.values(ofSite), ...ofDocument, shared('ifNoneMatch')],
    answers: [
      {
        ...{
          status: 200,
          description: 'The site, and what stands around every page of it.',
          headers: cached,
        },
        content: {
          'application/json': {
            schema: { anyOf: [ref('schemas', 'SiteWithSurroundings'), ref('schemas', 'Site')] },
          },
        },
      },
      notModified,
    ],
  },
  listed({
    ...{ name: 'manifest', id: 'getManifest', summary: 'List every page of a site' },
    description:
      'Every page with its dates and its revision: read again what has another revision. All languages where `locale` names none.',
    content: json('Manifest'),
  }),
  listed({
    ...{ name: 'sitemap.xml', id: 'getSitemap', summary: 'A sitemap' },
    description: 'By the protocol of sitemaps.org, with alternates by language.',
    content: xml('application/xml'),
  }),
  listed({
    ...{ name: 'feed.xml', id: 'getAtomFeed', summary: 'An Atom feed' },
    description: 'By RFC 4287.',
    content: xml('application/atom+xml'),
  }),
  listed({
    ...{ name: 'feed.json', id: 'getJsonFeed', summary: 'A JSON feed' },
    description: 'By JSON Feed 1.1.',
    content: { 'application/feed+json': { schema: ref('schemas', 'JsonFeed') } },
  }),
];
