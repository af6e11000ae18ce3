/**
 * The real app over a database of its own: a copy of the template made by globalSetup, on SQLite, or on MongoDB when
 * TEST_MONGODB_URI is set. One house per test file; `close()` it in afterAll.
 */
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Express } from 'express';
import type { Payload } from 'payload';
import request from 'supertest';
import type { Role, Scope } from '../../collections/access/accessTable.js';
import type { Settings } from '../../src/config.js';
import { copyMongoDatabase, dropMongoDatabase } from './mongo.js';

export interface House {
  app: Express;
  payload: Payload;
  settings: Settings;
  /** A request without credentials. */
  stranger: ReturnType<typeof request>;
  /** The Authorization header of a person with this role, limited to these sites. */
  person(role: Role, sites?: string[]): Promise<string>;
  /** The Authorization header of an API client with these scopes. */
  client(scopes: Scope[], more?: Record<string, unknown>): Promise<string>;
  /** The id of a document by its slug. */
  idOf(collection: string, slug: string): Promise<string>;
  close(): Promise<void>;
}

export const password = 'a long enough password';

const isMongo = Boolean(process.env.TEST_MONGODB_URI);

/** Sets the environment of this test file; everything of ours is imported afterwards. */
async function prepareEnvironment(
  env: Record<string, string>,
): Promise<{ folder: string; databaseUrl?: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'forthright-house-'));
  cpSync(process.env.TEST_TEMPLATE_DIR as string, folder, { recursive: true });
  const databaseUrl = isMongo ? await copyMongoDatabase(process.env.TEST_MONGODB_URI as string) : undefined;
  Object.assign(process.env, {
    ...{ DATA_DIR: folder, MEDIA_DIR: path.join(folder, 'media'), LOG_LEVEL: 'silent', PORT: '3000' },
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    ...env,
  });
  return { folder, databaseUrl };
}

async function addPerson(payload: Payload, role: Role, sites: string[]): Promise<string> {
  const email = `${role}-${randomUUID()}@example.org`;
  await payload.create({
    collection: 'users',
    data: { email, name: `A test ${role}`, password, role, sites },
    depth: 0,
    overrideAccess: true,
  });
  const { token } = await payload.login({
    collection: 'users',
    data: { email, password },
    depth: 0,
    overrideAccess: true,
  });
  return `JWT ${token}`;
}

async function addClient(payload: Payload, scopes: Scope[], more: Record<string, unknown>): Promise<string> {
  const client = await payload.create({
    collection: 'api-clients',
    data: { name: 'A test client', scopes, ...more } as never,
    depth: 0,
    overrideAccess: true,
  });
  return `api-clients API-Key ${(client as { apiKey?: string }).apiKey}`;
}

async function findId(payload: Payload, collection: string, slug: string): Promise<string> {
  const { docs } = await payload.find({
    collection: collection as 'articles',
    depth: 0,
    limit: 1,
    overrideAccess: true,
    where: { slug: { equals: slug } },
  });
  if (!docs[0]) throw new Error(`There is no ${collection} “${slug}”.`);
  return docs[0].id;
}

/**
 * Opens a house. `env` changes settings for this file. With `keeps` it keeps in memory what a server's back keeps of what answers
 * are made of; without, everything is read each time. On MongoDB that is left to the tests of what is kept: after each write the
 * back looks for the next date, which the stand-in takes long for.
 */
export async function openHouse(env: Record<string, string> = {}, { keeps = !isMongo } = {}): Promise<House> {
  const { databaseUrl, folder } = await prepareEnvironment(env);
  await import('lexical');
  const { getPayload } = await import('payload');
  const { readSettings } = await import('../../src/config.js');
  const { createApp } = await import('../../src/app.js');
  const { createGraphqlDoor } = await import('../../src/http/graphqlDoor.js');
  const { createPublicApi } = await import('../../src/public-api/index.js');
  const { hearReads } = await import('../../src/freshness/hearReads.js');
  const { holdGenerations } = await import('../../src/freshness/moves.js');
  const { Generations } = await import('../../src/front/generations.js');
  const { default: config } = await import('../../payload.config.js');
  const settings = readSettings();
  const payload = await getPayload({ config });
  if (keeps) {
    holdGenerations(payload.db, new Generations());
    hearReads(payload.db);
  }
  const house = {
    payload,
    publicApi: createPublicApi({ payload }),
    graphql: createGraphqlDoor({ payload, settings }),
  };
  const app = createApp({ settings, house });
  return {
    ...{ app, payload, settings, stranger: request(app) },
    person: (role, sites = []) => addPerson(payload, role, sites),
    client: (scopes, more = {}) => addClient(payload, scopes, more),
    idOf: (collection, slug) => findId(payload, collection, slug),
    close: async () => {
      await payload.destroy();
      if (databaseUrl) await dropMongoDatabase(databaseUrl);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
