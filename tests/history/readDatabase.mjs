// Reads everything that the checks of the random history look at, and writes it to a file as JSON: node readDatabase.mjs FILE.
// The ledger comes straight from the table, past Payload; the rest through the adapter, past all hooks and access rules.
import { writeFileSync } from 'node:fs';
import 'lexical';

const { getPayload } = await import('payload');
const { default: config } = await import('../../dist/payload.config.js');
const { recordedCollections } = await import('../../dist/src/publishing/ledger/recordedCollections.js');
const { hasDrafts } = await import('../../dist/collections/defineCollection.js');

const payload = await getPayload({ config });
const everything = { limit: 0, pagination: false };

const json = (value) => (typeof value === 'string' ? JSON.parse(value) : value);

/** Column names of SQLite are in snake case; JSON stands in it as text. */
const fromTable = (row) => ({
  ...{ id: row.id, position: Number(row.position), act: row.act, collectionSlug: row.collection_slug },
  ...{ documentId: row.document_id, path: row.path, locales: json(row.locales), snapshot: row.snapshot },
  ...{
    contentHash: row.content_hash,
    previousHash: row.previous_hash,
    hash: row.hash,
    actor: json(row.actor),
  },
  ...{ approvals: json(row.approvals), reason: row.reason, createdAt: row.created_at },
  target: row.target === null ? null : Number(row.target),
});

const fromMongodb = ({ __v, _id, createdAt, updatedAt, ...record }) => ({
  ...{ path: null, snapshot: null, contentHash: null, reason: null, target: null, ...record },
  ...{ id: String(_id), createdAt: createdAt instanceof Date ? createdAt.toISOString() : createdAt },
});

async function readLedger() {
  if (payload.db.name === 'mongoose') {
    const found = payload.db.collections.publications.collection.find().sort({ position: 1 });
    return (await found.toArray()).map(fromMongodb);
  }
  const { rows } = await payload.db.client.execute('SELECT * FROM publications ORDER BY position');
  return rows.map(fromTable);
}

const readAll = async (collection, more = {}) =>
  (await payload.db.find({ collection, locale: 'all', ...everything, ...more })).docs;

const collections = {};
for (const slug of recordedCollections) {
  const versions = hasDrafts(slug)
    ? (await payload.db.findVersions({ collection: slug, locale: 'all', sort: 'updatedAt', ...everything }))
        .docs
    : null;
  collections[slug] = { rows: await readAll(slug), versions };
}
const dump = {
  ledger: await readLedger(),
  collections,
  spans: await readAll('publication-spans'),
  references: await readAll('publication-references'),
};
writeFileSync(process.argv[2], JSON.stringify(dump));
await payload.destroy();
process.exit(0);
