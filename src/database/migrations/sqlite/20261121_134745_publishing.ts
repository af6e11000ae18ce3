import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite';

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`sites_former_prefixes\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`prefix\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`sites_former_prefixes_order_idx\` ON \`sites_former_prefixes\` (\`_order\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`sites_former_prefixes_parent_id_idx\` ON \`sites_former_prefixes\` (\`_parent_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`publication_spans\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`collection_slug\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`key\` text,
  	\`from\` numeric NOT NULL,
  	\`to\` numeric NOT NULL,
  	\`content_hash\` text NOT NULL,
  	\`document_updated_at\` text
  );
  `);
  await db.run(sql`CREATE INDEX \`publication_spans_from_idx\` ON \`publication_spans\` (\`from\`);`);
  await db.run(
    sql`CREATE INDEX \`collectionSlug_documentId_to_idx\` ON \`publication_spans\` (\`collection_slug\`,\`document_id\`,\`to\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`collectionSlug_key_to_idx\` ON \`publication_spans\` (\`collection_slug\`,\`key\`,\`to\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`collectionSlug_to_idx\` ON \`publication_spans\` (\`collection_slug\`,\`to\`);`,
  );
  await db.run(sql`CREATE TABLE \`publication_references\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`from_collection\` text NOT NULL,
  	\`from_id\` text NOT NULL,
  	\`to_collection\` text NOT NULL,
  	\`to_id\` text NOT NULL
  );
  `);
  await db.run(
    sql`CREATE INDEX \`toCollection_toId_idx\` ON \`publication_references\` (\`to_collection\`,\`to_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`fromCollection_fromId_idx\` ON \`publication_references\` (\`from_collection\`,\`from_id\`);`,
  );
  await db.run(sql`ALTER TABLE \`articles\` ADD \`deleted_at\` text;`);
  await db.run(sql`CREATE INDEX \`articles_deleted_at_idx\` ON \`articles\` (\`deleted_at\`);`);
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_deleted_at\` text;`);
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_deleted_at_idx\` ON \`_articles_v\` (\`version_deleted_at\`);`,
  );
  await db.run(sql`ALTER TABLE \`faqs\` ADD \`deleted_at\` text;`);
  await db.run(sql`CREATE INDEX \`faqs_deleted_at_idx\` ON \`faqs\` (\`deleted_at\`);`);
  await db.run(sql`ALTER TABLE \`_faqs_v\` ADD \`version_deleted_at\` text;`);
  await db.run(
    sql`CREATE INDEX \`_faqs_v_version_version_deleted_at_idx\` ON \`_faqs_v\` (\`version_deleted_at\`);`,
  );
  await db.run(sql`ALTER TABLE \`misconceptions\` ADD \`deleted_at\` text;`);
  await db.run(sql`CREATE INDEX \`misconceptions_deleted_at_idx\` ON \`misconceptions\` (\`deleted_at\`);`);
  await db.run(sql`ALTER TABLE \`_misconceptions_v\` ADD \`version_deleted_at\` text;`);
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_version_version_deleted_at_idx\` ON \`_misconceptions_v\` (\`version_deleted_at\`);`,
  );
  await db.run(sql`ALTER TABLE \`disclaimers\` ADD \`deleted_at\` text;`);
  await db.run(sql`CREATE INDEX \`disclaimers_deleted_at_idx\` ON \`disclaimers\` (\`deleted_at\`);`);
  await db.run(sql`ALTER TABLE \`_disclaimers_v\` ADD \`version_deleted_at\` text;`);
  await db.run(
    sql`CREATE INDEX \`_disclaimers_v_version_version_deleted_at_idx\` ON \`_disclaimers_v\` (\`version_deleted_at\`);`,
  );
  await db.run(sql`ALTER TABLE \`rules\` ADD \`deleted_at\` text;`);
  await db.run(sql`CREATE INDEX \`rules_deleted_at_idx\` ON \`rules\` (\`deleted_at\`);`);
  await db.run(sql`ALTER TABLE \`_rules_v\` ADD \`version_deleted_at\` text;`);
  await db.run(
    sql`CREATE INDEX \`_rules_v_version_version_deleted_at_idx\` ON \`_rules_v\` (\`version_deleted_at\`);`,
  );
  await db.run(sql`ALTER TABLE \`claims\` ADD \`deleted_at\` text;`);
  await db.run(sql`CREATE INDEX \`claims_deleted_at_idx\` ON \`claims\` (\`deleted_at\`);`);
  await db.run(sql`ALTER TABLE \`_claims_v\` ADD \`version_deleted_at\` text;`);
  await db.run(
    sql`CREATE INDEX \`_claims_v_version_version_deleted_at_idx\` ON \`_claims_v\` (\`version_deleted_at\`);`,
  );
  await db.run(sql`ALTER TABLE \`availability\` ADD \`deleted_at\` text;`);
  await db.run(sql`CREATE INDEX \`availability_deleted_at_idx\` ON \`availability\` (\`deleted_at\`);`);
  await db.run(sql`ALTER TABLE \`_availability_v\` ADD \`version_deleted_at\` text;`);
  await db.run(
    sql`CREATE INDEX \`_availability_v_version_version_deleted_at_idx\` ON \`_availability_v\` (\`version_deleted_at\`);`,
  );
  await db.run(sql`ALTER TABLE \`services\` ADD \`deleted_at\` text;`);
  await db.run(sql`CREATE INDEX \`services_deleted_at_idx\` ON \`services\` (\`deleted_at\`);`);
  await db.run(sql`ALTER TABLE \`_services_v\` ADD \`version_deleted_at\` text;`);
  await db.run(
    sql`CREATE INDEX \`_services_v_version_version_deleted_at_idx\` ON \`_services_v\` (\`version_deleted_at\`);`,
  );
  // drizzle-kit leaves the action out of a column that it adds
  await db.run(
    sql`ALTER TABLE \`redirects\` ADD \`to_site_id\` text REFERENCES sites(id) ON DELETE SET NULL;`,
  );
  await db.run(sql`CREATE INDEX \`redirects_to_site_idx\` ON \`redirects\` (\`to_site_id\`);`);
  await db.run(sql`ALTER TABLE \`publications\` ADD \`target\` numeric;`);
  await db.run(sql`CREATE INDEX \`publications_act_idx\` ON \`publications\` (\`act\`);`);
  await db.run(sql`CREATE INDEX \`publications_target_idx\` ON \`publications\` (\`target\`);`);
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`sites_former_prefixes\`;`);
  await db.run(sql`DROP TABLE \`publication_spans\`;`);
  await db.run(sql`DROP TABLE \`publication_references\`;`);
  await db.run(sql`PRAGMA foreign_keys=OFF;`);
  await db.run(sql`CREATE TABLE \`__new_redirects\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`site_id\` text NOT NULL,
  	\`from\` text NOT NULL,
  	\`to\` text NOT NULL,
  	\`reason\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(
    sql`INSERT INTO \`__new_redirects\`("id", "site_id", "from", "to", "reason", "updated_at", "created_at") SELECT "id", "site_id", "from", "to", "reason", "updated_at", "created_at" FROM \`redirects\`;`,
  );
  await db.run(sql`DROP TABLE \`redirects\`;`);
  await db.run(sql`ALTER TABLE \`__new_redirects\` RENAME TO \`redirects\`;`);
  await db.run(sql`PRAGMA foreign_keys=ON;`);
  await db.run(sql`CREATE INDEX \`redirects_site_idx\` ON \`redirects\` (\`site_id\`);`);
  await db.run(sql`CREATE INDEX \`redirects_from_idx\` ON \`redirects\` (\`from\`);`);
  await db.run(sql`CREATE INDEX \`redirects_to_idx\` ON \`redirects\` (\`to\`);`);
  await db.run(sql`CREATE INDEX \`redirects_updated_at_idx\` ON \`redirects\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`redirects_created_at_idx\` ON \`redirects\` (\`created_at\`);`);
  await db.run(sql`CREATE UNIQUE INDEX \`site_from_idx\` ON \`redirects\` (\`site_id\`,\`from\`);`);
  await db.run(sql`DROP INDEX \`articles_deleted_at_idx\`;`);
  await db.run(sql`ALTER TABLE \`articles\` DROP COLUMN \`deleted_at\`;`);
  await db.run(sql`DROP INDEX \`_articles_v_version_version_deleted_at_idx\`;`);
  await db.run(sql`ALTER TABLE \`_articles_v\` DROP COLUMN \`version_deleted_at\`;`);
  await db.run(sql`DROP INDEX \`faqs_deleted_at_idx\`;`);
  await db.run(sql`ALTER TABLE \`faqs\` DROP COLUMN \`deleted_at\`;`);
  await db.run(sql`DROP INDEX \`_faqs_v_version_version_deleted_at_idx\`;`);
  await db.run(sql`ALTER TABLE \`_faqs_v\` DROP COLUMN \`version_deleted_at\`;`);
  await db.run(sql`DROP INDEX \`misconceptions_deleted_at_idx\`;`);
  await db.run(sql`ALTER TABLE \`misconceptions\` DROP COLUMN \`deleted_at\`;`);
  await db.run(sql`DROP INDEX \`_misconceptions_v_version_version_deleted_at_idx\`;`);
  await db.run(sql`ALTER TABLE \`_misconceptions_v\` DROP COLUMN \`version_deleted_at\`;`);
  await db.run(sql`DROP INDEX \`disclaimers_deleted_at_idx\`;`);
  await db.run(sql`ALTER TABLE \`disclaimers\` DROP COLUMN \`deleted_at\`;`);
  await db.run(sql`DROP INDEX \`_disclaimers_v_version_version_deleted_at_idx\`;`);
  await db.run(sql`ALTER TABLE \`_disclaimers_v\` DROP COLUMN \`version_deleted_at\`;`);
  await db.run(sql`DROP INDEX \`rules_deleted_at_idx\`;`);
  await db.run(sql`ALTER TABLE \`rules\` DROP COLUMN \`deleted_at\`;`);
  await db.run(sql`DROP INDEX \`_rules_v_version_version_deleted_at_idx\`;`);
  await db.run(sql`ALTER TABLE \`_rules_v\` DROP COLUMN \`version_deleted_at\`;`);
  await db.run(sql`DROP INDEX \`claims_deleted_at_idx\`;`);
  await db.run(sql`ALTER TABLE \`claims\` DROP COLUMN \`deleted_at\`;`);
  await db.run(sql`DROP INDEX \`_claims_v_version_version_deleted_at_idx\`;`);
  await db.run(sql`ALTER TABLE \`_claims_v\` DROP COLUMN \`version_deleted_at\`;`);
  await db.run(sql`DROP INDEX \`availability_deleted_at_idx\`;`);
  await db.run(sql`ALTER TABLE \`availability\` DROP COLUMN \`deleted_at\`;`);
  await db.run(sql`DROP INDEX \`_availability_v_version_version_deleted_at_idx\`;`);
  await db.run(sql`ALTER TABLE \`_availability_v\` DROP COLUMN \`version_deleted_at\`;`);
  await db.run(sql`DROP INDEX \`services_deleted_at_idx\`;`);
  await db.run(sql`ALTER TABLE \`services\` DROP COLUMN \`deleted_at\`;`);
  await db.run(sql`DROP INDEX \`_services_v_version_version_deleted_at_idx\`;`);
  await db.run(sql`ALTER TABLE \`_services_v\` DROP COLUMN \`version_deleted_at\`;`);
  await db.run(sql`DROP INDEX \`publications_act_idx\`;`);
  await db.run(sql`DROP INDEX \`publications_target_idx\`;`);
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`target\`;`);
}
