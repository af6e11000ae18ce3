/** Copies and drops databases on the MongoDB server of the tests. */
import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { mongoDatabaseUrl, templateName } from './testDatabase.mjs';

/** A database with the documents of the template; gives its address. Indexes are made when Payload connects. */
export async function copyMongoDatabase(uri: string): Promise<string> {
  const name = `forthright_${randomUUID().slice(0, 8)}`;
  const client = await MongoClient.connect(uri);
  try {
    const collections = await client.db(templateName).listCollections({}, { nameOnly: true }).toArray();
    const copies = collections.map(async ({ name: collection }) => {
      const documents = await client.db(templateName).collection(collection).find().toArray();
      if (documents.length > 0) await client.db(name).collection(collection).insertMany(documents);
    });
    await Promise.all(copies);
  } finally {
    await client.close();
  }
  return mongoDatabaseUrl(uri, name);
}

/** Removes a database made by copyMongoDatabase. */
export async function dropMongoDatabase(url: string): Promise<void> {
  const client = await MongoClient.connect(url);
  try {
    await client.db().dropDatabase();
  } finally {
    await client.close();
  }
}
