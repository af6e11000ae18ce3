/** The documents of pages, read once for many pages, with entries of availability as a plan has them. */
import type { Entry } from '../availability/entry.js';
import type { DocumentOf, Documents, Related } from '../pages/documents.js';

/** Answers what `inner` answers, and asks it nothing twice. */
export class SharedDocuments implements Documents {
  readonly locale: Documents['locale'];
  private readonly answers = new Map<string, Promise<unknown>>();
  private readonly found = new Map<string, DocumentOf<Related> | null>();

  constructor(private readonly inner: Documents) {
    this.locale = inner.locale;
  }

  private once<T>(question: unknown[], ask: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(question);
    const answer = (this.answers.get(key) as Promise<T> | undefined) ?? ask();
    this.answers.set(key, answer);
    return answer;
  }

  site: Documents['site'] = (slug) => this.once(['site', slug], () => this.inner.site(slug));

  content: Documents['content'] = (kind, by) =>
    this.once(['content', kind, by], () => this.inner.content(kind, by));

  byIds: Documents['byIds'] = async <C extends Related>(collection: C, ids: Iterable<string>) => {
    const wanted = [...new Set(ids)].sort();
    const keyOf = (id: string) => `${collection} ${id}`;
    const missing = wanted.filter((id) => !this.found.has(keyOf(id)));
    if (missing.length > 0) {
      const read = await this.inner.byIds(collection, missing);
      for (const id of missing) this.found.set(keyOf(id), read.get(id) ?? null);
    }
    const docs = wanted.flatMap((id) => (this.found.get(keyOf(id)) as DocumentOf<C> | null) ?? []);
    return new Map(docs.map((doc) => [doc.id, doc]));
  };

  all: Documents['all'] = (collection) => this.once(['all', collection], () => this.inner.all(collection));

  notices: Documents['notices'] = () => this.once(['notices'], () => this.inner.notices());

  rules: Documents['rules'] = () => this.once(['rules'], () => this.inner.rules());

  availabilityOf: Documents['availabilityOf'] = (serviceIds) => {
    const ids = [...new Set(serviceIds)];
    return this.once(['availabilityOf', ids], () => this.inner.availabilityOf(ids));
  };

  disclaimers: Documents['disclaimers'] = (ids) => {
    const wanted = [...new Set(ids)];
    return this.once(['disclaimers', wanted], () => this.inner.disclaimers(wanted));
  };

  redirect: Documents['redirect'] = (siteId, from) => this.inner.redirect(siteId, from);

  formerPrefixes: Documents['formerPrefixes'] = (siteId) => this.inner.formerPrefixes(siteId);
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
  const { all, byIds, content, disclaimers, formerPrefixes, locale, notices, redirect, rules, site } =
    documents;
  return {
    ...{ all, byIds, content, disclaimers, formerPrefixes, locale, notices, redirect, rules, site },
    availabilityOf: async (serviceIds) => {
      const ids = [...new Set(serviceIds)];
      const others = await documents.availabilityOf(ids.filter((id) => !services.has(id)));
      const own = entries.filter(({ serviceId }) => services.has(serviceId) && ids.includes(serviceId));
      return [...others, ...own].sort(byState);
    },
  };
}
