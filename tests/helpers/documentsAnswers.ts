/** Asks a `documents` port everything that pages ask it, about everything that is stored and about what is not. */
import type { Payload } from 'payload';
import type { PageKind } from '../../src/pages/addresses.js';
import type { Documents, Related } from '../../src/pages/documents.js';

const kinds: PageKind[] = ['articles', 'faqs', 'misconceptions'];
const related: Related[] = [
  ...kinds,
  ...([
    'calls-to-action',
    'categories',
    'glossary-terms',
    'media',
    'people',
    'services',
    'sites',
    'sources',
    'topics',
  ] as const),
];
const unknownId = '00000000-0000-4000-8000-000000000000';

interface Known {
  id: string;
  slug?: string;
  site?: string;
  from?: string;
}

/** What can be asked about: ids, slugs and redirects, whether or not they are public. */
export type Shelves = Record<string, Known[]>;

/** Everything stored, as it is now. */
export async function readShelves(payload: Payload): Promise<Shelves> {
  const shelves: Shelves = {};
  for (const collection of [...related, 'disclaimers', 'redirects'] as const) {
    const { docs } = await payload.db.find<Known>({ collection, limit: 0, pagination: false, sort: 'id' });
    shelves[collection] = docs.map(({ from, id, site, slug }) => ({ from, id, site, slug }));
  }
  return shelves;
}

const given = (values: (string | undefined)[]): string[] =>
  [...new Set(values)].filter((value) => value !== undefined);

/** The answers by question, about the collections on the shelves. Lists stand in the order in which they came. */
export async function askEverything(documents: Documents, shelves: Shelves): Promise<Map<string, unknown>> {
  const answers = new Map<string, unknown>();
  const isThere = (collection: string) => Object.hasOwn(shelves, collection);
  const of = (collection: string) => shelves[collection] ?? [];
  const ids = (collection: string) => [...of(collection).map(({ id }) => id), unknownId];
  const slugs = (collection: string) =>
    given([...of(collection).map(({ slug }) => slug), 'nothing-has-this']);
  for (const slug of slugs('sites')) answers.set(`site ${slug}`, await documents.site(slug));
  for (const id of ids('sites')) {
    answers.set(`former prefixes ${id}`, await documents.formerPrefixes(id));
  }
  for (const kind of kinds.filter(isThere)) {
    answers.set(`content of ${kind}`, await documents.content(kind, { ids: ids(kind) }));
    answers.set(`heads of ${kind}`, await documents.contentHeads(kind));
    for (const siteId of ids('sites')) {
      for (const id of ids('topics'))
        answers.set(
          `${kind} on ${id}, ${siteId}`,
          await documents.newestOn(kind, { siteId, topicIds: [id] }),
        );
      const any = await documents.newestOn(kind, { siteId, topicIds: ids('topics') });
      answers.set(`${kind} on any topic, ${siteId}`, any);
      answers.set(`${kind} on no topic, ${siteId}`, await documents.newestOn(kind, { siteId, topicIds: [] }));
    }
    for (const slug of slugs(kind)) answers.set(`${kind} ${slug}`, await documents.content(kind, { slug }));
  }
  for (const collection of related.filter(isThere)) {
    answers.set(`by id: ${collection}`, [...(await documents.byIds(collection, ids(collection)))]);
  }
  answers.set('no ids', [...(await documents.byIds('topics', []))]);
  for (const each of ['services', 'sites', 'topics'] as const)
    answers.set(`all ${each}`, await documents.all(each));
  answers.set('notices', await documents.notices());
  answers.set('rules', await documents.rules());
  answers.set('availability', await documents.availabilityOf(ids('services')));
  answers.set('disclaimers', await documents.disclaimers(ids('disclaimers')));
  for (const { from = '', site = '' } of [...of('redirects'), { from: '/nothing', site: unknownId }]) {
    answers.set(`redirect ${site} ${from}`, await documents.redirect(site, from));
  }
  return answers;
}
