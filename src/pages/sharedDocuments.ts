/** The documents of pages, read once for many pages: nothing is asked twice, and what many ask at the same time is asked as one. */
import DataLoader from 'dataloader';
import { idOf } from '../../collections/blocks/fieldValues.js';
import type { Entry } from '../availability/entry.js';
import type { PageKind } from './addresses.js';
import type { DocumentOf, Documents, LocalizedDisclaimer, Related } from './documents.js';

/** As databases sort: by their characters and not by any language. */
export const byText = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

/** The order of the port: by state, then by id. */
export const byState = (one: Entry, other: Entry): number =>
  byText(`${one.state} ${one.id}`, `${other.state} ${other.id}`);

const unique = (ids: Iterable<string>): string[] => [...new Set(ids)].sort(byText);

const isFound = <T>(each: T | null): each is T => each !== null;

/** One loader for each collection; null stands for what is not public. */
type Loaders = Map<Related, DataLoader<string, DocumentOf<Related> | null>>;

/**
 * Answers what `inner` answers. Documents by id, entries and disclaimers are asked for together by all pages that load at the
 * same time: as many questions for a thousand pages as for a few.
 */
export class SharedDocuments implements Documents {
  readonly locale: Documents['locale'];
  private readonly answers = new Map<string, Promise<unknown>>();
  private readonly loaders: Loaders = new Map();

  constructor(private readonly inner: Documents) {
    this.locale = inner.locale;
  }

  private once<T>(question: unknown[], ask: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(question);
    const answer = (this.answers.get(key) as Promise<T> | undefined) ?? ask();
    this.answers.set(key, answer);
    return answer;
  }

  private loaderOf(collection: Related): DataLoader<string, DocumentOf<Related> | null> {
    const known = this.loaders.get(collection);
    if (known) return known;
    const loader = new DataLoader<string, DocumentOf<Related> | null>(async (ids) => {
      const found = await this.inner.byIds(collection, ids);
      return ids.map((id) => found.get(id) ?? null);
    });
    this.loaders.set(collection, loader);
    return loader;
  }

  private readonly entries = new DataLoader<string, Entry[]>(async (serviceIds) => {
    const found = await this.inner.availabilityOf(serviceIds);
    return serviceIds.map((id) => found.filter(({ serviceId }) => serviceId === id));
  });

  private readonly texts = new DataLoader<string, LocalizedDisclaimer | null>(async (ids) => {
    const found = new Map((await this.inner.disclaimers(ids)).map((each) => [each.id, each]));
    return ids.map((id) => found.get(id) ?? null);
  });

  site: Documents['site'] = (slug) => this.once(['site', slug], () => this.inner.site(slug));

  /** By kind. Bodies are large: those that are read many at a time are not kept. */
  private readonly bodies = new Map<PageKind, DataLoader<string, DocumentOf<PageKind> | null>>();

  private bodyOf(kind: PageKind): DataLoader<string, DocumentOf<PageKind> | null> {
    const known = this.bodies.get(kind);
    if (known) return known;
    const read = async (ids: readonly string[]) => {
      const docs: DocumentOf<PageKind>[] = await this.inner.content(kind, { ids: unique(ids) });
      const found = new Map(docs.map((doc) => [doc.id, doc]));
      return ids.map((id) => found.get(id) ?? null);
    };
    const loader = new DataLoader(read, { cache: false });
    this.bodies.set(kind, loader);
    return loader;
  }

  content: Documents['content'] = async <K extends PageKind>(
    kind: K,
    by: { slug: string } | { ids: string[] },
  ) => {
    if ('slug' in by) return this.once(['content', kind, by], () => this.inner.content(kind, by));
    const docs = (await this.bodyOf(kind).loadMany(unique(by.ids))).map(orThrow).filter(isFound);
    return docs as DocumentOf<K>[];
  };

  contentHeads: Documents['contentHeads'] = (kind) =>
    this.once(['contentHeads', kind], () => this.inner.contentHeads(kind));

  /** By kind, then by topic: what many pages ask is asked as one. */
  private readonly near = new Map<PageKind, DataLoader<string, DocumentOf<PageKind>[]>>();

  private nearOf(kind: PageKind): DataLoader<string, DocumentOf<PageKind>[]> {
    const known = this.near.get(kind);
    if (known) return known;
    const loader = new DataLoader<string, DocumentOf<PageKind>[]>(async (topicIds) => {
      const found = await this.inner.onTopics(kind, topicIds);
      return topicIds.map((id) => found.filter(({ topics }) => topics?.some((topic) => idOf(topic) === id)));
    });
    this.near.set(kind, loader);
    return loader;
  }

  onTopics: Documents['onTopics'] = async <K extends PageKind>(kind: K, topicIds: Iterable<string>) => {
    const found = (await this.nearOf(kind).loadMany(unique(topicIds))).flatMap(orThrow);
    const docs = [...new Map(found.map((doc) => [doc.id, doc])).values()];
    return docs.sort((one, other) => byText(one.id, other.id)) as DocumentOf<K>[];
  };

  byIds: Documents['byIds'] = async <C extends Related>(collection: C, ids: Iterable<string>) => {
    const docs = (await this.loaderOf(collection).loadMany(unique(ids))) as (DocumentOf<C> | Error | null)[];
    return new Map(
      docs
        .map(orThrow)
        .filter(isFound)
        .map((doc) => [doc.id, doc]),
    );
  };

  all: Documents['all'] = (collection) => this.once(['all', collection], () => this.inner.all(collection));

  notices: Documents['notices'] = () => this.once(['notices'], () => this.inner.notices());

  rules: Documents['rules'] = () => this.once(['rules'], () => this.inner.rules());

  availabilityOf: Documents['availabilityOf'] = async (serviceIds) => {
    const found = await this.entries.loadMany(unique(serviceIds));
    return found.flatMap(orThrow).sort(byState);
  };

  /** In the order of the port: those in the language asked for, then those in the other, each by id. */
  disclaimers: Documents['disclaimers'] = async (ids) => {
    const found = (await this.texts.loadMany(unique(ids))).map(orThrow).filter(isFound);
    const isOwn = ({ locale }: LocalizedDisclaimer) => locale === this.locale;
    return [...found.filter(isOwn), ...found.filter((each) => !isOwn(each))];
  };

  redirect: Documents['redirect'] = (siteId, from) => this.inner.redirect(siteId, from);

  formerPrefixes: Documents['formerPrefixes'] = (siteId) => this.inner.formerPrefixes(siteId);
}

function orThrow<T>(answer: T | Error): T {
  if (answer instanceof Error) throw answer;
  return answer;
}
