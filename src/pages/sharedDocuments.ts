/** The documents of pages, read once for many pages: nothing is asked twice, and what many ask at the same time is asked as one. */
import DataLoader from 'dataloader';
import { idsOf } from '../../collections/blocks/fieldValues.js';
import type { Entry } from '../availability/entry.js';
import type { PageKind } from './addresses.js';
import type { DocumentOf, Documents, LocalizedDisclaimer, Related } from './documents.js';
import { isOnSite } from './onSite.js';
import { nearFields } from './pageFields.js';
import { mostOnTopics, newestFirst, type OnTopics } from './questions.js';
import { byState, byText } from './sorting.js';

const unique = (ids: Iterable<string>): string[] => [...new Set(ids)].sort(byText);

const isFound = <T>(each: T | null): each is T => each !== null;

/** What the map holds under the key; made when it holds nothing yet. */
function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

/** One loader for each collection; null stands for what is not public. */
type Loaders = Map<Related, DataLoader<string, DocumentOf<Related> | null>>;

type NewestByTopic = ReadonlyMap<string, DocumentOf<PageKind>[]>;

/** What is needed to link to a head. */
function asNear<K extends PageKind>(kind: K, head: DocumentOf<K>): DocumentOf<K> {
  const names = new Set<string>(['id', ...nearFields[kind]]);
  return Object.fromEntries(Object.entries(head).filter(([name]) => names.has(name))) as never;
}

/** As many on each topic as are asked for on several. */
function newestByTopic(docs: readonly DocumentOf<PageKind>[]): NewestByTopic {
  const byTopic = new Map<string, DocumentOf<PageKind>[]>();
  for (const doc of [...docs].sort(newestFirst))
    for (const id of idsOf(doc.topics)) {
      const shelf = kept(byTopic, id, () => []);
      if (shelf.length < mostOnTopics) shelf.push(doc);
    }
  return byTopic;
}

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
    return kept(this.answers, JSON.stringify(question), ask) as Promise<T>;
  }

  private loaderOf(collection: Related): DataLoader<string, DocumentOf<Related> | null> {
    const read = async (ids: readonly string[]) => {
      const found = await this.inner.byIds(collection, ids);
      return ids.map((id) => found.get(id) ?? null);
    };
    return kept(this.loaders, collection, () => new DataLoader(read));
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
    const read = async (ids: readonly string[]) => {
      const docs: DocumentOf<PageKind>[] = await this.inner.content(kind, { ids: unique(ids) });
      const found = new Map(docs.map((doc) => [doc.id, doc]));
      return ids.map((id) => found.get(id) ?? null);
    };
    return kept(this.bodies, kind, () => new DataLoader(read, { cache: false }));
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

  /** Where all heads have been read, nothing is asked for any of them. */
  newestOn: Documents['newestOn'] = async <K extends PageKind>(kind: K, { siteId, topicIds }: OnTopics) => {
    const wanted = unique(topicIds);
    const heads = this.answers.get(JSON.stringify(['contentHeads', kind]));
    if (heads === undefined)
      return this.once(['newestOn', kind, siteId, wanted], () =>
        this.inner.newestOn(kind, { siteId, topicIds: wanted }),
      );
    const shelf = await kept(this.shelves, `${kind} ${siteId}`, async () =>
      newestByTopic(
        ((await heads) as DocumentOf<K>[])
          .filter((head) => isOnSite(head, siteId))
          .map((head) => asNear(kind, head)),
      ),
    );
    const found = new Map(wanted.flatMap((id) => shelf.get(id) ?? []).map((doc) => [doc.id, doc]));
    return [...found.values()].sort(newestFirst).slice(0, mostOnTopics) as DocumentOf<K>[];
  };

  /** By kind and site. */
  private readonly shelves = new Map<string, Promise<NewestByTopic>>();

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
