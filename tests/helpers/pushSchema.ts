/**
 * Makes the tables that a config asks for without migrations. Tests only: it loads drizzle-kit, which changes String.prototype.
 */
import type { Payload } from 'payload';

interface PushableAdapter {
  schema: Record<string, unknown>;
  drizzle: unknown;
  requireDrizzleKit(): {
    pushSchema(schema: Record<string, unknown>, drizzle: unknown): Promise<{ apply(): Promise<void> }>;
  };
}

/** Pushes the schema of a connected SQLite adapter into its empty database. */
export async function pushSchema(db: Payload['db']): Promise<void> {
  const adapter = db as unknown as PushableAdapter;
  const { apply } = await adapter.requireDrizzleKit().pushSchema(adapter.schema, adapter.drizzle);
  await apply();
}
