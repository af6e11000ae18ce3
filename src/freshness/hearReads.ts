/** Hears what is read through the database adapter while an answer is made. */
import type { DatabaseAdapter, Where } from 'payload';
import { boundaryOf } from './boundaries.js';
import { keepTotals } from './keptTotals.js';
import { dependsOn, neverKeep, recordingSince, trueUntil, unrecorded } from './reads.js';
import { collectionTag, isTold } from './tags.js';
import { relatedTo, tagsOf } from './tagsOf.js';

interface ReadArgs {
  collection: string;
  where?: Where;
  sort?: string | string[];
}

type ReadMethod = (args: ReadArgs) => Promise<unknown>;

const ofRows = ['find', 'findOne', 'findDistinct', 'count'] as const;

/** Versions, drafts and globals: nobody hears of their writes. Strangers are answered from none of them. */
const ofOthers = [
  ...(['queryDrafts', 'findVersions', 'countVersions'] as const),
  ...(['findGlobal', 'findGlobalVersions', 'countGlobalVersions'] as const),
];

/** The ids that came back; null for answers that hold none. */
function idsOf(answer: unknown): string[] | null {
  const { docs, id } = (answer ?? {}) as { docs?: unknown; id?: unknown };
  const found: { id?: unknown }[] = Array.isArray(docs) ? docs : [{ id }];
  return found.every((doc) => doc.id !== undefined) ? found.map((doc) => String(doc.id)) : null;
}

class Hearing {
  private readonly reading: Record<string, ReadMethod>;

  constructor(private readonly adapter: DatabaseAdapter) {
    this.reading = adapter as unknown as Record<string, ReadMethod>;
  }

  install(): void {
    for (const name of ofRows) this.wrap(name, (read, args) => this.hear(read, args));
    for (const name of ofOthers)
      this.wrap(name, (read, args) => {
        neverKeep();
        return read(args);
      });
  }

  private wrap(name: string, around: (read: ReadMethod, args: ReadArgs) => Promise<unknown>): void {
    const read = this.reading[name]?.bind(this.adapter);
    if (read) this.reading[name] = (args) => around(read, args);
  }

  private async hear(read: ReadMethod, args: ReadArgs): Promise<unknown> {
    const begunAt = recordingSince();
    if (begunAt === undefined) return read(args);
    if (!isTold(args.collection)) neverKeep();
    const answer = await read(args).catch((error) => {
      dependsOn([collectionTag(args.collection)]); // whoever answers all the same
      throw error;
    });
    const related = relatedTo(this.adapter.payload, args);
    dependsOn([...tagsOf(args, idsOf(answer)), ...related.map(collectionTag)]);
    for (const collection of new Set([args.collection, ...related]))
      trueUntil(await unrecorded(() => boundaryOf(this.adapter, collection, begunAt)));
    return answer;
  }
}

/** From now on dependsOn() is told of everything that is read through this adapter. */
export function hearReads(adapter: DatabaseAdapter): void {
  new Hearing(adapter).install();
  keepTotals(adapter);
}

/** For what is answered from memory and was made of these collections: as if they were read now. */
export async function readsAgain(adapter: DatabaseAdapter, collections: Iterable<string>): Promise<void> {
  const begunAt = recordingSince();
  if (begunAt === undefined) return;
  for (const collection of collections) {
    dependsOn([collectionTag(collection)]);
    trueUntil(await unrecorded(() => boundaryOf(adapter, collection, begunAt)));
  }
}
