/** Counts what is asked of the database, on SQLite by statements, on MongoDB by commands. */
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import type { Payload } from 'payload';

/** What was asked while something was done, in order: SQL, or MongoDB's commands as JSON. */
export interface QueryCounter {
  during(work: () => Promise<unknown>): Promise<string[]>;
}

type Statement = string | { sql: string };

interface Asked {
  execute(statement: Statement): Promise<unknown>;
}

interface SqliteClient extends Asked {
  transaction(mode?: string): Promise<Asked>;
}

/** Commands that read or write documents; not those of the driver itself. */
const commands = new Set([
  ...['find', 'aggregate', 'count', 'distinct', 'getMore'],
  ...['insert', 'update', 'delete', 'findAndModify', 'commitTransaction', 'abortTransaction'],
]);

/** The settings that a house on MongoDB needs to be counted: its driver tells of commands only when it is asked to. */
export function tellOfCommands(): void {
  const uri = process.env.TEST_MONGODB_URI;
  if (!uri) return;
  const url = new URL(uri);
  url.searchParams.set('monitorCommands', 'true');
  process.env.TEST_MONGODB_URI = url.toString();
}

/** Batches are carried out through it, too. */
function hearStatements(asked: Asked, hear: (sql: string) => void): void {
  const execute = asked.execute.bind(asked);
  asked.execute = (statement) => {
    hear(typeof statement === 'string' ? statement : statement.sql);
    return execute(statement);
  };
}

function hearSqlite(client: SqliteClient, hear: (sql: string) => void): void {
  hearStatements(client, hear);
  const transaction = client.transaction.bind(client);
  client.transaction = async (mode) => {
    const begun = await transaction(mode);
    hearStatements(begun, hear);
    return begun;
  };
}

function hearMongodb({ connection }: MongooseAdapter, hear: (command: string) => void): void {
  connection.getClient().on('commandStarted', ({ command, commandName }) => {
    if (commands.has(commandName)) hear(JSON.stringify(command));
  });
}

/** Call `tellOfCommands` before the house is opened. */
export function countQueries({ db }: Payload): QueryCounter {
  let heard: string[] | undefined;
  const hear = (query: string) => heard?.push(query);
  if (db.name === 'mongoose') hearMongodb(db as unknown as MongooseAdapter, hear);
  else hearSqlite((db as unknown as { client: SqliteClient }).client, hear);
  return {
    during: async (work) => {
      heard = [];
      try {
        await work();
        return heard;
      } finally {
        heard = undefined;
      }
    },
  };
}
