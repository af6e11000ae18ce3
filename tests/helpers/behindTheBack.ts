/** Writes into the database past the product, as somebody with the file or the server's password could, and undoes it. */
import { DatabaseSync } from '@photostructure/sqlite';
import type { Collection, Document } from 'mongodb';
import type { House } from './house.js';

type Row = Record<string, unknown>;

/** Rows by the slug of their collection; fields as the product names them. */
export interface BehindTheBack {
  rows(collection: string): Promise<Row[]>;
  change(collection: string, id: string, fields: Row): Promise<void>;
  remove(collection: string, id: string): Promise<void>;
  /** Removes all rows, and leaves them so. */
  empty(collection: string): Promise<void>;
  insert(collection: string, row: Row): Promise<void>;
  /** Puts every touched collection back as it was. */
  undo(): Promise<void>;
}

const snake = (name: string) =>
  name.replace(/-/g, '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camel = (name: string) =>
  name.replace(/(?<=.)_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
const quoted = (names: string[]) => names.map((name) => `"${name}"`).join(', ');

class SqliteFile implements BehindTheBack {
  private readonly database;
  private readonly kept = new Map<string, Row[]>();

  constructor(file: string) {
    this.database = new DatabaseSync(file, { enableForeignKeyConstraints: false, timeout: 5_000 });
  }

  private all(collection: string): Row[] {
    return this.database.prepare(`SELECT * FROM "${snake(collection)}" ORDER BY id`).all() as Row[];
  }

  private touch(collection: string): void {
    if (!this.kept.has(collection)) this.kept.set(collection, this.all(collection));
  }

  private put(collection: string, row: Row): void {
    const names = Object.keys(row);
    this.database
      .prepare(
        `INSERT INTO "${snake(collection)}" (${quoted(names)}) VALUES (${names.map(() => '?').join(', ')})`,
      )
      .run(...(Object.values(row) as never[]));
  }

  async rows(collection: string) {
    return this.all(collection).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value])),
    );
  }

  async change(collection: string, id: string, fields: Row) {
    this.touch(collection);
    const names = Object.keys(fields).map((name) => `"${snake(name)}" = ?`);
    const { changes } = this.database
      .prepare(`UPDATE "${snake(collection)}" SET ${names.join(', ')} WHERE id = ?`)
      .run(...(Object.values(fields) as never[]), id);
    if (Number(changes) !== 1) throw new Error(`${collection} ${id} was not there to be changed.`);
  }

  async remove(collection: string, id: string) {
    this.touch(collection);
    this.database.prepare(`DELETE FROM "${snake(collection)}" WHERE id = ?`).run(id);
  }

  async empty(collection: string) {
    this.database.exec(`DELETE FROM "${snake(collection)}"`);
  }

  async insert(collection: string, row: Row) {
    this.touch(collection);
    this.put(
      collection,
      Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])),
    );
  }

  async undo() {
    for (const [collection, rows] of this.kept) {
      this.database.exec(`DELETE FROM "${snake(collection)}"`);
      for (const row of rows) this.put(collection, row);
    }
    this.kept.clear();
  }
}

class MongoDatabase implements BehindTheBack {
  private readonly kept = new Map<string, Document[]>();

  constructor(private readonly house: House) {}

  private collection(slug: string): Collection<Document & { _id: string }> {
    const { collections } = this.house.payload.db as unknown as {
      collections: Record<string, { collection: { conn: unknown; name: string } }>;
    };
    return (collections[slug] as never as { collection: Collection<Document & { _id: string }> }).collection;
  }

  private async touch(slug: string): Promise<void> {
    if (!this.kept.has(slug)) this.kept.set(slug, await this.collection(slug).find().toArray());
  }

  async rows(slug: string) {
    const rows = await this.collection(slug).find().sort({ _id: 1 }).toArray();
    return rows.map(({ _id, ...row }) => ({ ...row, id: _id }));
  }

  async change(slug: string, id: string, fields: Row) {
    await this.touch(slug);
    const { matchedCount } = await this.collection(slug).updateOne({ _id: id }, { $set: fields });
    if (matchedCount !== 1) throw new Error(`${slug} ${id} was not there to be changed.`);
  }

  async remove(slug: string, id: string) {
    await this.touch(slug);
    await this.collection(slug).deleteOne({ _id: id });
  }

  async empty(slug: string) {
    await this.collection(slug).deleteMany({});
  }

  async insert(slug: string, { id, ...row }: Row) {
    await this.touch(slug);
    await this.collection(slug).insertOne({ ...row, _id: String(id) });
  }

  async undo() {
    for (const [slug, rows] of this.kept) {
      await this.collection(slug).deleteMany({});
      if (rows.length > 0) await this.collection(slug).insertMany(rows as (Document & { _id: string })[]);
    }
    this.kept.clear();
  }
}

export function behindTheBackOf(house: House): BehindTheBack {
  const { file } = house.settings.database;
  return file ? new SqliteFile(file) : new MongoDatabase(house);
}
