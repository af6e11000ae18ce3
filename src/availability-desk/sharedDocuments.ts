/** The documents of pages, read once for many pages, with entries of availability as a plan has them. */
import type { Entry } from '../availability/entry.js';
import type { ById, DocumentOf, Documents, Related } from '../pages/documents.js';

/** Answers what `inner` answers, and asks it nothing twice. */
export function sharedDocuments(inner: Documents): Documents {
  const answers = new Map<string, Promise<unknown>>();
  const found = new Map<string, DocumentOf<Related> | null>();

  function once<T>(question: unknown, ask: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(question);
    const known = answers.get(key) as Promise<T> | undefined;
    const answer = known ?? ask();
    if (!known) answers.set(key, answer);
    return answer;
  }

  async function byIds<C extends Related>(collection: C, ids: Iterable<string>): Promise<ById<C>> {
    const wanted = [...new Set(ids)];
    const keyOf = (id: string) => `${collection} ${id}`;
    const missing = wanted.filter((id) => !found.has(keyOf(id)));
    if (missing.length > 0) {
      const read = await once(['byIds', collection, missing], () => inner.byIds(collection, missing));
      for (const id of missing) found.set(keyOf(id), read.get(id) ?? null);
    }
    const docs = wanted.flatMap((id) => (found.get(keyOf(id)) as DocumentOf<C> | null) ?? []);
    // the order of an answer is that of ids
    return new Map(docs.sort((one, other) => (one.id < other.id ? -1 : 1)).map((doc) => [doc.id, doc]));
  }

  return {
    locale: inner.locale,
    site: (slug) => once(['site', slug], () => inner.site(slug)),
    content: (kind, by) => once(['content', kind, by], () => inner.content(kind, by)),
    byIds,
    all: (collection) => once(['all', collection], () => inner.all(collection)),
    notices: () => once(['notices'], () => inner.notices()),
    availabilityOf: (serviceIds) => {
      const ids = [...new Set(serviceIds)];
      return once(['availabilityOf', ids], () => inner.availabilityOf(ids));
    },
    rules: () => once(['rules'], () => inner.rules()),
    disclaimers: (ids) => {
      const wanted = [...new Set(ids)];
      return once(['disclaimers', wanted], () => inner.disclaimers(wanted));
    },
    redirect: (siteId, from) => inner.redirect(siteId, from),
    formerPrefixes: (siteId) => inner.formerPrefixes(siteId),
  };
}

const byState = (one: Entry, other: Entry): number => {
  const [first, second] = [`${one.state} ${one.id}`, `${other.state} ${other.id}`];
  if (first === second) return 0;
  return first < second ? -1 : 1;
};

/** The same documents, but of these services (ids) the entries are those given, in the port's order: by state, then by id. */
export function withEntries(
  documents: Documents,
  services: ReadonlySet<string>,
  entries: readonly Entry[],
): Documents {
  return {
    ...documents,
    availabilityOf: async (serviceIds) => {
      const ids = [...new Set(serviceIds)];
      const others = await documents.availabilityOf(ids.filter((id) => !services.has(id)));
      const own = entries.filter(({ serviceId }) => services.has(serviceId) && ids.includes(serviceId));
      return [...others, ...own].sort(byState);
    },
  };
}
