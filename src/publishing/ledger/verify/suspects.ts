/** Documents that did not look right at a passing glance. Others may be writing meanwhile, so each is looked at again. */
export interface Subject {
  collection: string;
  id: string;
}

const keyOf = ({ collection, id }: Subject) => `${collection} ${id}`;

/** By document; the same document is one entry. */
export class ByDocument<T> {
  private readonly entries = new Map<string, { subject: Subject; value: T }>();

  get size(): number {
    return this.entries.size;
  }

  get(subject: Subject): T | undefined {
    return this.entries.get(keyOf(subject))?.value;
  }

  set({ collection, id }: Subject, value: T): void {
    this.entries.set(keyOf({ collection, id }), { subject: { collection, id }, value });
  }

  has(subject: Subject): boolean {
    return this.entries.has(keyOf(subject));
  }

  [Symbol.iterator]() {
    return this.entries.values();
  }
}
