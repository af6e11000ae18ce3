/** Ids as the names that files use; each is looked up once. */
import type { CollectionSlug, Payload, PayloadRequest } from 'payload';
import type { CollectionKey } from '../../../collections/access/accessTable.js';
import { hasDrafts } from '../../../collections/defineCollection.js';
import type { Locale } from '../../../collections/locales.js';
import { Directory, type Found } from '../content/directory.js';
import { ExportProblem } from '../ExportProblem.js';

export class Names {
  private readonly known = new Map<string, Found>();
  private readonly directory: Directory;

  constructor(
    private readonly payload: Payload,
    private readonly locale: Locale,
    req: PayloadRequest,
  ) {
    this.directory = new Directory({ payload, req, locale, createMissing: false });
  }

  /** @throws ExportProblem when it is not there: a file without it would say something else. */
  async document(collection: CollectionKey, id: string): Promise<Found> {
    const key = `${collection} ${id}`;
    const known = this.known.get(key);
    if (known) return known;
    const found = (await this.payload.findByID({
      collection: collection as CollectionSlug,
      ...{
        depth: 0,
        disableErrors: true,
        draft: hasDrafts(collection),
        id,
        locale: this.locale,
        overrideAccess: true,
      },
    })) as unknown as Found | null;
    if (!found) throw new ExportProblem(`it refers to something in ${collection} that is not there (${id})`);
    this.known.set(key, found);
    return found;
  }

  async slugOf(collection: CollectionKey, id: string): Promise<string> {
    return (await this.document(collection, id)).slug;
  }

  /** The title where an import finds the document by it, else the slug. */
  async titleOf(collection: CollectionKey, id: string): Promise<string> {
    const { slug, title } = await this.document(collection, id);
    return typeof title === 'string' && (await this.means(collection, title, id)) ? title : slug;
  }

  async means(collection: CollectionKey, name: string, id: string): Promise<boolean> {
    return (await this.directory.look(collection, name))?.id === id;
  }
}
