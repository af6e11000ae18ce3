/** Copies and drops databases on the MongoDB servers of the tests. */
import { randomUUID } from 'node:crypto';
import { type Db, MongoClient } from 'mongodb';
import { mongoDatabaseUrl, templateName } from './testDatabase.mjs';

async function connected<T>(uri: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await MongoClient.connect(uri);
  return work(client).finally(() => client.close());
}

/** Indexes are made when Payload connects. */
async function copyDocuments(from: Db, to: Db): Promise<void> {
  const collections = await from.listCollections({}, { nameOnly: true }).toArray();
  const copies = collections.map(async ({ name }) => {
    const documents = await from.collection(name).find().toArray();
    if (documents.length > 0) await to.collection(name).insertMany(documents);
  });
  await Promise.all(copies);
}

/** A database with the documents of the template; gives its address. */
export async function copyMongoDatabase(uri: string): Promise<string> {
  const name = `forthright_${randomUUID().slice(0, 8)}`;
  await connected(uri, (client) => copyDocuments(client.db(templateName), client.db(name)));
  return mongoDatabaseUrl(uri, name);
}

/** Gives the documents of the first server's template to the other servers, in place of what theirs has. */
export async function copyMongoTemplate([first, ...others]: string[]): Promise<void> {
  for (const uri of others)
    await connected(first as string, (source) =>
      connected(uri, async (client) => {
        const template = client.db(templateName);
        await template.dropDatabase();
        await copyDocuments(source.db(templateName), template);
      }),
    );
}

/** Removes a database made by copyMongoDatabase. */
export async function dropMongoDatabase(url: string): Promise<void> {
  await connected(url, (client) => client.db().dropDatabase());
}
