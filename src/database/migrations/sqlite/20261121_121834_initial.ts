import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite';

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`articles\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`hero_image_id\` text,
  	\`reviewed_by_id\` text,
  	\`last_reviewed\` text,
  	\`next_review\` text,
  	\`seo_no_index\` integer DEFAULT false,
  	\`canonical_site_id\` text,
  	\`category_id\` text,
  	\`published_at\` text,
  	\`slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`hero_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`reviewed_by_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`canonical_site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`category_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(sql`CREATE INDEX \`articles_hero_image_idx\` ON \`articles\` (\`hero_image_id\`);`);
  await db.run(sql`CREATE INDEX \`articles_reviewed_by_idx\` ON \`articles\` (\`reviewed_by_id\`);`);
  await db.run(sql`CREATE INDEX \`articles_last_reviewed_idx\` ON \`articles\` (\`last_reviewed\`);`);
  await db.run(sql`CREATE INDEX \`articles_next_review_idx\` ON \`articles\` (\`next_review\`);`);
  await db.run(sql`CREATE INDEX \`articles_canonical_site_idx\` ON \`articles\` (\`canonical_site_id\`);`);
  await db.run(sql`CREATE INDEX \`articles_category_idx\` ON \`articles\` (\`category_id\`);`);
  await db.run(sql`CREATE INDEX \`articles_published_at_idx\` ON \`articles\` (\`published_at\`);`);
  await db.run(sql`CREATE UNIQUE INDEX \`articles_slug_idx\` ON \`articles\` (\`slug\`);`);
  await db.run(sql`CREATE INDEX \`articles_updated_at_idx\` ON \`articles\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`articles_created_at_idx\` ON \`articles\` (\`created_at\`);`);
  await db.run(sql`CREATE INDEX \`articles__status_idx\` ON \`articles\` (\`_status\`);`);
  await db.run(sql`CREATE TABLE \`articles_locales\` (
  	\`title\` text,
  	\`summary\` text,
  	\`body\` text,
  	\`change_note\` text,
  	\`seo_title\` text,
  	\`seo_description\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`articles_title_idx\` ON \`articles_locales\` (\`title\`,\`_locale\`);`);
  await db.run(
    sql`CREATE UNIQUE INDEX \`articles_locales_locale_parent_id_unique\` ON \`articles_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`articles_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` text,
  	\`calls_to_action_id\` text,
  	\`articles_id\` text,
  	\`sites_id\` text,
  	\`topics_id\` text,
  	\`services_id\` text,
  	\`people_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calls_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sites_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`services_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`people_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`articles_rels_order_idx\` ON \`articles_rels\` (\`order\`);`);
  await db.run(sql`CREATE INDEX \`articles_rels_parent_idx\` ON \`articles_rels\` (\`parent_id\`);`);
  await db.run(sql`CREATE INDEX \`articles_rels_path_idx\` ON \`articles_rels\` (\`path\`);`);
  await db.run(sql`CREATE INDEX \`articles_rels_sources_id_idx\` ON \`articles_rels\` (\`sources_id\`);`);
  await db.run(
    sql`CREATE INDEX \`articles_rels_calls_to_action_id_idx\` ON \`articles_rels\` (\`calls_to_action_id\`);`,
  );
  await db.run(sql`CREATE INDEX \`articles_rels_articles_id_idx\` ON \`articles_rels\` (\`articles_id\`);`);
  await db.run(sql`CREATE INDEX \`articles_rels_sites_id_idx\` ON \`articles_rels\` (\`sites_id\`);`);
  await db.run(sql`CREATE INDEX \`articles_rels_topics_id_idx\` ON \`articles_rels\` (\`topics_id\`);`);
  await db.run(sql`CREATE INDEX \`articles_rels_services_id_idx\` ON \`articles_rels\` (\`services_id\`);`);
  await db.run(sql`CREATE INDEX \`articles_rels_people_id_idx\` ON \`articles_rels\` (\`people_id\`);`);
  await db.run(sql`CREATE TABLE \`_articles_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_hero_image_id\` text,
  	\`version_reviewed_by_id\` text,
  	\`version_last_reviewed\` text,
  	\`version_next_review\` text,
  	\`version_seo_no_index\` integer DEFAULT false,
  	\`version_canonical_site_id\` text,
  	\`version_category_id\` text,
  	\`version_published_at\` text,
  	\`version_slug\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_hero_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_reviewed_by_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_canonical_site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_category_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(sql`CREATE INDEX \`_articles_v_parent_idx\` ON \`_articles_v\` (\`parent_id\`,\`latest\`);`);
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_hero_image_idx\` ON \`_articles_v\` (\`version_hero_image_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_reviewed_by_idx\` ON \`_articles_v\` (\`version_reviewed_by_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_last_reviewed_idx\` ON \`_articles_v\` (\`version_last_reviewed\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_next_review_idx\` ON \`_articles_v\` (\`version_next_review\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_canonical_site_idx\` ON \`_articles_v\` (\`version_canonical_site_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_category_idx\` ON \`_articles_v\` (\`version_category_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_published_at_idx\` ON \`_articles_v\` (\`version_published_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_slug_idx\` ON \`_articles_v\` (\`version_slug\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_updated_at_idx\` ON \`_articles_v\` (\`version_updated_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_created_at_idx\` ON \`_articles_v\` (\`version_created_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version__status_idx\` ON \`_articles_v\` (\`version__status\`);`,
  );
  await db.run(sql`CREATE INDEX \`_articles_v_created_at_idx\` ON \`_articles_v\` (\`created_at\`);`);
  await db.run(sql`CREATE INDEX \`_articles_v_updated_at_idx\` ON \`_articles_v\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`_articles_v_snapshot_idx\` ON \`_articles_v\` (\`snapshot\`);`);
  await db.run(
    sql`CREATE INDEX \`_articles_v_published_locale_idx\` ON \`_articles_v\` (\`published_locale\`);`,
  );
  await db.run(sql`CREATE INDEX \`_articles_v_latest_idx\` ON \`_articles_v\` (\`latest\`);`);
  await db.run(sql`CREATE TABLE \`_articles_v_locales\` (
  	\`version_title\` text,
  	\`version_summary\` text,
  	\`version_body\` text,
  	\`version_change_note\` text,
  	\`version_seo_title\` text,
  	\`version_seo_description\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_title_idx\` ON \`_articles_v_locales\` (\`version_title\`,\`_locale\`);`,
  );
  await db.run(
    sql`CREATE UNIQUE INDEX \`_articles_v_locales_locale_parent_id_unique\` ON \`_articles_v_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`_articles_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` text,
  	\`calls_to_action_id\` text,
  	\`articles_id\` text,
  	\`sites_id\` text,
  	\`topics_id\` text,
  	\`services_id\` text,
  	\`people_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calls_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sites_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`services_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`people_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`_articles_v_rels_order_idx\` ON \`_articles_v_rels\` (\`order\`);`);
  await db.run(sql`CREATE INDEX \`_articles_v_rels_parent_idx\` ON \`_articles_v_rels\` (\`parent_id\`);`);
  await db.run(sql`CREATE INDEX \`_articles_v_rels_path_idx\` ON \`_articles_v_rels\` (\`path\`);`);
  await db.run(
    sql`CREATE INDEX \`_articles_v_rels_sources_id_idx\` ON \`_articles_v_rels\` (\`sources_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_articles_v_rels_calls_to_action_id_idx\` ON \`_articles_v_rels\` (\`calls_to_action_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_articles_v_rels_articles_id_idx\` ON \`_articles_v_rels\` (\`articles_id\`);`,
  );
  await db.run(sql`CREATE INDEX \`_articles_v_rels_sites_id_idx\` ON \`_articles_v_rels\` (\`sites_id\`);`);
  await db.run(sql`CREATE INDEX \`_articles_v_rels_topics_id_idx\` ON \`_articles_v_rels\` (\`topics_id\`);`);
  await db.run(
    sql`CREATE INDEX \`_articles_v_rels_services_id_idx\` ON \`_articles_v_rels\` (\`services_id\`);`,
  );
  await db.run(sql`CREATE INDEX \`_articles_v_rels_people_id_idx\` ON \`_articles_v_rels\` (\`people_id\`);`);
  await db.run(sql`CREATE TABLE \`faqs\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`reviewed_by_id\` text,
  	\`last_reviewed\` text,
  	\`next_review\` text,
  	\`seo_no_index\` integer DEFAULT false,
  	\`order\` numeric DEFAULT 100,
  	\`canonical_site_id\` text,
  	\`category_id\` text,
  	\`published_at\` text,
  	\`slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`reviewed_by_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`canonical_site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`category_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(sql`CREATE INDEX \`faqs_reviewed_by_idx\` ON \`faqs\` (\`reviewed_by_id\`);`);
  await db.run(sql`CREATE INDEX \`faqs_last_reviewed_idx\` ON \`faqs\` (\`last_reviewed\`);`);
  await db.run(sql`CREATE INDEX \`faqs_next_review_idx\` ON \`faqs\` (\`next_review\`);`);
  await db.run(sql`CREATE INDEX \`faqs_order_idx\` ON \`faqs\` (\`order\`);`);
  await db.run(sql`CREATE INDEX \`faqs_canonical_site_idx\` ON \`faqs\` (\`canonical_site_id\`);`);
  await db.run(sql`CREATE INDEX \`faqs_category_idx\` ON \`faqs\` (\`category_id\`);`);
  await db.run(sql`CREATE INDEX \`faqs_published_at_idx\` ON \`faqs\` (\`published_at\`);`);
  await db.run(sql`CREATE UNIQUE INDEX \`faqs_slug_idx\` ON \`faqs\` (\`slug\`);`);
  await db.run(sql`CREATE INDEX \`faqs_updated_at_idx\` ON \`faqs\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`faqs_created_at_idx\` ON \`faqs\` (\`created_at\`);`);
  await db.run(sql`CREATE INDEX \`faqs__status_idx\` ON \`faqs\` (\`_status\`);`);
  await db.run(sql`CREATE TABLE \`faqs_locales\` (
  	\`question\` text,
  	\`answer\` text,
  	\`seo_title\` text,
  	\`seo_description\` text,
  	\`group\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`faqs_question_idx\` ON \`faqs_locales\` (\`question\`,\`_locale\`);`);
  await db.run(sql`CREATE INDEX \`faqs_group_idx\` ON \`faqs_locales\` (\`group\`,\`_locale\`);`);
  await db.run(
    sql`CREATE UNIQUE INDEX \`faqs_locales_locale_parent_id_unique\` ON \`faqs_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`faqs_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` text,
  	\`sites_id\` text,
  	\`topics_id\` text,
  	\`services_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sites_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`services_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`faqs_rels_order_idx\` ON \`faqs_rels\` (\`order\`);`);
  await db.run(sql`CREATE INDEX \`faqs_rels_parent_idx\` ON \`faqs_rels\` (\`parent_id\`);`);
  await db.run(sql`CREATE INDEX \`faqs_rels_path_idx\` ON \`faqs_rels\` (\`path\`);`);
  await db.run(sql`CREATE INDEX \`faqs_rels_sources_id_idx\` ON \`faqs_rels\` (\`sources_id\`);`);
  await db.run(sql`CREATE INDEX \`faqs_rels_sites_id_idx\` ON \`faqs_rels\` (\`sites_id\`);`);
  await db.run(sql`CREATE INDEX \`faqs_rels_topics_id_idx\` ON \`faqs_rels\` (\`topics_id\`);`);
  await db.run(sql`CREATE INDEX \`faqs_rels_services_id_idx\` ON \`faqs_rels\` (\`services_id\`);`);
  await db.run(sql`CREATE TABLE \`_faqs_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_reviewed_by_id\` text,
  	\`version_last_reviewed\` text,
  	\`version_next_review\` text,
  	\`version_seo_no_index\` integer DEFAULT false,
  	\`version_order\` numeric DEFAULT 100,
  	\`version_canonical_site_id\` text,
  	\`version_category_id\` text,
  	\`version_published_at\` text,
  	\`version_slug\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_reviewed_by_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_canonical_site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_category_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(sql`CREATE INDEX \`_faqs_v_parent_idx\` ON \`_faqs_v\` (\`parent_id\`,\`latest\`);`);
  await db.run(
    sql`CREATE INDEX \`_faqs_v_version_version_reviewed_by_idx\` ON \`_faqs_v\` (\`version_reviewed_by_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_faqs_v_version_version_last_reviewed_idx\` ON \`_faqs_v\` (\`version_last_reviewed\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_faqs_v_version_version_next_review_idx\` ON \`_faqs_v\` (\`version_next_review\`);`,
  );
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_order_idx\` ON \`_faqs_v\` (\`version_order\`);`);
  await db.run(
    sql`CREATE INDEX \`_faqs_v_version_version_canonical_site_idx\` ON \`_faqs_v\` (\`version_canonical_site_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_faqs_v_version_version_category_idx\` ON \`_faqs_v\` (\`version_category_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_faqs_v_version_version_published_at_idx\` ON \`_faqs_v\` (\`version_published_at\`);`,
  );
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_slug_idx\` ON \`_faqs_v\` (\`version_slug\`);`);
  await db.run(
    sql`CREATE INDEX \`_faqs_v_version_version_updated_at_idx\` ON \`_faqs_v\` (\`version_updated_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_faqs_v_version_version_created_at_idx\` ON \`_faqs_v\` (\`version_created_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_faqs_v_version_version__status_idx\` ON \`_faqs_v\` (\`version__status\`);`,
  );
  await db.run(sql`CREATE INDEX \`_faqs_v_created_at_idx\` ON \`_faqs_v\` (\`created_at\`);`);
  await db.run(sql`CREATE INDEX \`_faqs_v_updated_at_idx\` ON \`_faqs_v\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`_faqs_v_snapshot_idx\` ON \`_faqs_v\` (\`snapshot\`);`);
  await db.run(sql`CREATE INDEX \`_faqs_v_published_locale_idx\` ON \`_faqs_v\` (\`published_locale\`);`);
  await db.run(sql`CREATE INDEX \`_faqs_v_latest_idx\` ON \`_faqs_v\` (\`latest\`);`);
  await db.run(sql`CREATE TABLE \`_faqs_v_locales\` (
  	\`version_question\` text,
  	\`version_answer\` text,
  	\`version_seo_title\` text,
  	\`version_seo_description\` text,
  	\`version_group\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_faqs_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`_faqs_v_version_version_question_idx\` ON \`_faqs_v_locales\` (\`version_question\`,\`_locale\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_faqs_v_version_version_group_idx\` ON \`_faqs_v_locales\` (\`version_group\`,\`_locale\`);`,
  );
  await db.run(
    sql`CREATE UNIQUE INDEX \`_faqs_v_locales_locale_parent_id_unique\` ON \`_faqs_v_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`_faqs_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` text,
  	\`sites_id\` text,
  	\`topics_id\` text,
  	\`services_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_faqs_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sites_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`services_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_order_idx\` ON \`_faqs_v_rels\` (\`order\`);`);
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_parent_idx\` ON \`_faqs_v_rels\` (\`parent_id\`);`);
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_path_idx\` ON \`_faqs_v_rels\` (\`path\`);`);
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_sources_id_idx\` ON \`_faqs_v_rels\` (\`sources_id\`);`);
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_sites_id_idx\` ON \`_faqs_v_rels\` (\`sites_id\`);`);
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_topics_id_idx\` ON \`_faqs_v_rels\` (\`topics_id\`);`);
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_services_id_idx\` ON \`_faqs_v_rels\` (\`services_id\`);`);
  await db.run(sql`CREATE TABLE \`misconceptions\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`reviewed_by_id\` text,
  	\`last_reviewed\` text,
  	\`next_review\` text,
  	\`seo_no_index\` integer DEFAULT false,
  	\`order\` numeric DEFAULT 100,
  	\`canonical_site_id\` text,
  	\`published_at\` text,
  	\`slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`reviewed_by_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`canonical_site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(
    sql`CREATE INDEX \`misconceptions_reviewed_by_idx\` ON \`misconceptions\` (\`reviewed_by_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`misconceptions_last_reviewed_idx\` ON \`misconceptions\` (\`last_reviewed\`);`,
  );
  await db.run(sql`CREATE INDEX \`misconceptions_next_review_idx\` ON \`misconceptions\` (\`next_review\`);`);
  await db.run(sql`CREATE INDEX \`misconceptions_order_idx\` ON \`misconceptions\` (\`order\`);`);
  await db.run(
    sql`CREATE INDEX \`misconceptions_canonical_site_idx\` ON \`misconceptions\` (\`canonical_site_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`misconceptions_published_at_idx\` ON \`misconceptions\` (\`published_at\`);`,
  );
  await db.run(sql`CREATE UNIQUE INDEX \`misconceptions_slug_idx\` ON \`misconceptions\` (\`slug\`);`);
  await db.run(sql`CREATE INDEX \`misconceptions_updated_at_idx\` ON \`misconceptions\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`misconceptions_created_at_idx\` ON \`misconceptions\` (\`created_at\`);`);
  await db.run(sql`CREATE INDEX \`misconceptions__status_idx\` ON \`misconceptions\` (\`_status\`);`);
  await db.run(sql`CREATE TABLE \`misconceptions_locales\` (
  	\`myth\` text,
  	\`fact\` text,
  	\`explanation\` text,
  	\`seo_title\` text,
  	\`seo_description\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`misconceptions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`misconceptions_myth_idx\` ON \`misconceptions_locales\` (\`myth\`,\`_locale\`);`,
  );
  await db.run(
    sql`CREATE UNIQUE INDEX \`misconceptions_locales_locale_parent_id_unique\` ON \`misconceptions_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`misconceptions_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` text,
  	\`sites_id\` text,
  	\`topics_id\` text,
  	\`services_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`misconceptions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sites_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`services_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`misconceptions_rels_order_idx\` ON \`misconceptions_rels\` (\`order\`);`);
  await db.run(
    sql`CREATE INDEX \`misconceptions_rels_parent_idx\` ON \`misconceptions_rels\` (\`parent_id\`);`,
  );
  await db.run(sql`CREATE INDEX \`misconceptions_rels_path_idx\` ON \`misconceptions_rels\` (\`path\`);`);
  await db.run(
    sql`CREATE INDEX \`misconceptions_rels_sources_id_idx\` ON \`misconceptions_rels\` (\`sources_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`misconceptions_rels_sites_id_idx\` ON \`misconceptions_rels\` (\`sites_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`misconceptions_rels_topics_id_idx\` ON \`misconceptions_rels\` (\`topics_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`misconceptions_rels_services_id_idx\` ON \`misconceptions_rels\` (\`services_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`_misconceptions_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_reviewed_by_id\` text,
  	\`version_last_reviewed\` text,
  	\`version_next_review\` text,
  	\`version_seo_no_index\` integer DEFAULT false,
  	\`version_order\` numeric DEFAULT 100,
  	\`version_canonical_site_id\` text,
  	\`version_published_at\` text,
  	\`version_slug\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`misconceptions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_reviewed_by_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_canonical_site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_parent_idx\` ON \`_misconceptions_v\` (\`parent_id\`,\`latest\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_version_version_reviewed_by_idx\` ON \`_misconceptions_v\` (\`version_reviewed_by_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_version_version_last_reviewed_idx\` ON \`_misconceptions_v\` (\`version_last_reviewed\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_version_version_next_review_idx\` ON \`_misconceptions_v\` (\`version_next_review\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_version_version_order_idx\` ON \`_misconceptions_v\` (\`version_order\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_version_version_canonical_site_idx\` ON \`_misconceptions_v\` (\`version_canonical_site_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_version_version_published_at_idx\` ON \`_misconceptions_v\` (\`version_published_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_version_version_slug_idx\` ON \`_misconceptions_v\` (\`version_slug\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_version_version_updated_at_idx\` ON \`_misconceptions_v\` (\`version_updated_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_version_version_created_at_idx\` ON \`_misconceptions_v\` (\`version_created_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_version_version__status_idx\` ON \`_misconceptions_v\` (\`version__status\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_created_at_idx\` ON \`_misconceptions_v\` (\`created_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_updated_at_idx\` ON \`_misconceptions_v\` (\`updated_at\`);`,
  );
  await db.run(sql`CREATE INDEX \`_misconceptions_v_snapshot_idx\` ON \`_misconceptions_v\` (\`snapshot\`);`);
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_published_locale_idx\` ON \`_misconceptions_v\` (\`published_locale\`);`,
  );
  await db.run(sql`CREATE INDEX \`_misconceptions_v_latest_idx\` ON \`_misconceptions_v\` (\`latest\`);`);
  await db.run(sql`CREATE TABLE \`_misconceptions_v_locales\` (
  	\`version_myth\` text,
  	\`version_fact\` text,
  	\`version_explanation\` text,
  	\`version_seo_title\` text,
  	\`version_seo_description\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_misconceptions_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_version_version_myth_idx\` ON \`_misconceptions_v_locales\` (\`version_myth\`,\`_locale\`);`,
  );
  await db.run(
    sql`CREATE UNIQUE INDEX \`_misconceptions_v_locales_locale_parent_id_unique\` ON \`_misconceptions_v_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`_misconceptions_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` text,
  	\`sites_id\` text,
  	\`topics_id\` text,
  	\`services_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_misconceptions_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sites_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`services_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_rels_order_idx\` ON \`_misconceptions_v_rels\` (\`order\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_rels_parent_idx\` ON \`_misconceptions_v_rels\` (\`parent_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_rels_path_idx\` ON \`_misconceptions_v_rels\` (\`path\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_rels_sources_id_idx\` ON \`_misconceptions_v_rels\` (\`sources_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_rels_sites_id_idx\` ON \`_misconceptions_v_rels\` (\`sites_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_rels_topics_id_idx\` ON \`_misconceptions_v_rels\` (\`topics_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_misconceptions_v_rels_services_id_idx\` ON \`_misconceptions_v_rels\` (\`services_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`credit\` text,
  	\`slug\` text NOT NULL,
  	\`live\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric,
  	\`sizes_webp320_url\` text,
  	\`sizes_webp320_width\` numeric,
  	\`sizes_webp320_height\` numeric,
  	\`sizes_webp320_mime_type\` text,
  	\`sizes_webp320_filesize\` numeric,
  	\`sizes_webp320_filename\` text,
  	\`sizes_avif320_url\` text,
  	\`sizes_avif320_width\` numeric,
  	\`sizes_avif320_height\` numeric,
  	\`sizes_avif320_mime_type\` text,
  	\`sizes_avif320_filesize\` numeric,
  	\`sizes_avif320_filename\` text,
  	\`sizes_webp640_url\` text,
  	\`sizes_webp640_width\` numeric,
  	\`sizes_webp640_height\` numeric,
  	\`sizes_webp640_mime_type\` text,
  	\`sizes_webp640_filesize\` numeric,
  	\`sizes_webp640_filename\` text,
  	\`sizes_avif640_url\` text,
  	\`sizes_avif640_width\` numeric,
  	\`sizes_avif640_height\` numeric,
  	\`sizes_avif640_mime_type\` text,
  	\`sizes_avif640_filesize\` numeric,
  	\`sizes_avif640_filename\` text,
  	\`sizes_webp1024_url\` text,
  	\`sizes_webp1024_width\` numeric,
  	\`sizes_webp1024_height\` numeric,
  	\`sizes_webp1024_mime_type\` text,
  	\`sizes_webp1024_filesize\` numeric,
  	\`sizes_webp1024_filename\` text,
  	\`sizes_avif1024_url\` text,
  	\`sizes_avif1024_width\` numeric,
  	\`sizes_avif1024_height\` numeric,
  	\`sizes_avif1024_mime_type\` text,
  	\`sizes_avif1024_filesize\` numeric,
  	\`sizes_avif1024_filename\` text,
  	\`sizes_webp1600_url\` text,
  	\`sizes_webp1600_width\` numeric,
  	\`sizes_webp1600_height\` numeric,
  	\`sizes_webp1600_mime_type\` text,
  	\`sizes_webp1600_filesize\` numeric,
  	\`sizes_webp1600_filename\` text,
  	\`sizes_avif1600_url\` text,
  	\`sizes_avif1600_width\` numeric,
  	\`sizes_avif1600_height\` numeric,
  	\`sizes_avif1600_mime_type\` text,
  	\`sizes_avif1600_filesize\` numeric,
  	\`sizes_avif1600_filename\` text,
  	\`sizes_share_url\` text,
  	\`sizes_share_width\` numeric,
  	\`sizes_share_height\` numeric,
  	\`sizes_share_mime_type\` text,
  	\`sizes_share_filesize\` numeric,
  	\`sizes_share_filename\` text
  );
  `);
  await db.run(sql`CREATE UNIQUE INDEX \`media_slug_idx\` ON \`media\` (\`slug\`);`);
  await db.run(sql`CREATE INDEX \`media_live_idx\` ON \`media\` (\`live\`);`);
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`);
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`);
  await db.run(
    sql`CREATE INDEX \`media_sizes_webp320_sizes_webp320_filename_idx\` ON \`media\` (\`sizes_webp320_filename\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`media_sizes_avif320_sizes_avif320_filename_idx\` ON \`media\` (\`sizes_avif320_filename\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`media_sizes_webp640_sizes_webp640_filename_idx\` ON \`media\` (\`sizes_webp640_filename\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`media_sizes_avif640_sizes_avif640_filename_idx\` ON \`media\` (\`sizes_avif640_filename\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`media_sizes_webp1024_sizes_webp1024_filename_idx\` ON \`media\` (\`sizes_webp1024_filename\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`media_sizes_avif1024_sizes_avif1024_filename_idx\` ON \`media\` (\`sizes_avif1024_filename\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`media_sizes_webp1600_sizes_webp1600_filename_idx\` ON \`media\` (\`sizes_webp1600_filename\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`media_sizes_avif1600_sizes_avif1600_filename_idx\` ON \`media\` (\`sizes_avif1600_filename\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`media_sizes_share_sizes_share_filename_idx\` ON \`media\` (\`sizes_share_filename\`);`,
  );
  await db.run(sql`CREATE TABLE \`media_locales\` (
  	\`alt\` text NOT NULL,
  	\`caption\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE UNIQUE INDEX \`media_locales_locale_parent_id_unique\` ON \`media_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`media_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`sites_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sites_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`media_rels_order_idx\` ON \`media_rels\` (\`order\`);`);
  await db.run(sql`CREATE INDEX \`media_rels_parent_idx\` ON \`media_rels\` (\`parent_id\`);`);
  await db.run(sql`CREATE INDEX \`media_rels_path_idx\` ON \`media_rels\` (\`path\`);`);
  await db.run(sql`CREATE INDEX \`media_rels_sites_id_idx\` ON \`media_rels\` (\`sites_id\`);`);
  await db.run(sql`CREATE TABLE \`people_board_certifications\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`board\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`people_board_certifications_order_idx\` ON \`people_board_certifications\` (\`_order\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`people_board_certifications_parent_id_idx\` ON \`people_board_certifications\` (\`_parent_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`people_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`url\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`people_links_order_idx\` ON \`people_links\` (\`_order\`);`);
  await db.run(sql`CREATE INDEX \`people_links_parent_id_idx\` ON \`people_links\` (\`_parent_id\`);`);
  await db.run(sql`CREATE TABLE \`people_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`people_roles_order_idx\` ON \`people_roles\` (\`order\`);`);
  await db.run(sql`CREATE INDEX \`people_roles_parent_idx\` ON \`people_roles\` (\`parent_id\`);`);
  await db.run(sql`CREATE INDEX \`people_roles_value_idx\` ON \`people_roles\` (\`value\`);`);
  await db.run(sql`CREATE TABLE \`people\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`honorific\` text,
  	\`name\` text NOT NULL,
  	\`credentials\` text,
  	\`photo_id\` text,
  	\`email\` text,
  	\`internal_note\` text,
  	\`slug\` text NOT NULL,
  	\`live\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`photo_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(sql`CREATE INDEX \`people_name_idx\` ON \`people\` (\`name\`);`);
  await db.run(sql`CREATE INDEX \`people_photo_idx\` ON \`people\` (\`photo_id\`);`);
  await db.run(sql`CREATE UNIQUE INDEX \`people_slug_idx\` ON \`people\` (\`slug\`);`);
  await db.run(sql`CREATE INDEX \`people_live_idx\` ON \`people\` (\`live\`);`);
  await db.run(sql`CREATE INDEX \`people_updated_at_idx\` ON \`people\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`people_created_at_idx\` ON \`people\` (\`created_at\`);`);
  await db.run(sql`CREATE TABLE \`people_locales\` (
  	\`job_title\` text,
  	\`bio\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE UNIQUE INDEX \`people_locales_locale_parent_id_unique\` ON \`people_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`topics_synonyms\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`topics_synonyms_order_idx\` ON \`topics_synonyms\` (\`_order\`);`);
  await db.run(sql`CREATE INDEX \`topics_synonyms_parent_id_idx\` ON \`topics_synonyms\` (\`_parent_id\`);`);
  await db.run(sql`CREATE TABLE \`topics_synonyms_locales\` (
  	\`text\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics_synonyms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE UNIQUE INDEX \`topics_synonyms_locales_locale_parent_id_unique\` ON \`topics_synonyms_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`topics_codes\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`system\` text NOT NULL,
  	\`code\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`topics_codes_order_idx\` ON \`topics_codes\` (\`_order\`);`);
  await db.run(sql`CREATE INDEX \`topics_codes_parent_id_idx\` ON \`topics_codes\` (\`_parent_id\`);`);
  await db.run(sql`CREATE TABLE \`topics\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text DEFAULT 'condition' NOT NULL,
  	\`parent_id\` text,
  	\`slug\` text NOT NULL,
  	\`live\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(sql`CREATE INDEX \`topics_kind_idx\` ON \`topics\` (\`kind\`);`);
  await db.run(sql`CREATE INDEX \`topics_parent_idx\` ON \`topics\` (\`parent_id\`);`);
  await db.run(sql`CREATE UNIQUE INDEX \`topics_slug_idx\` ON \`topics\` (\`slug\`);`);
  await db.run(sql`CREATE INDEX \`topics_live_idx\` ON \`topics\` (\`live\`);`);
  await db.run(sql`CREATE INDEX \`topics_updated_at_idx\` ON \`topics\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`topics_created_at_idx\` ON \`topics\` (\`created_at\`);`);
  await db.run(sql`CREATE TABLE \`topics_locales\` (
  	\`title\` text NOT NULL,
  	\`description\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`topics_title_idx\` ON \`topics_locales\` (\`title\`,\`_locale\`);`);
  await db.run(
    sql`CREATE UNIQUE INDEX \`topics_locales_locale_parent_id_unique\` ON \`topics_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`categories\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`order\` numeric DEFAULT 100,
  	\`slug\` text NOT NULL,
  	\`live\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `);
  await db.run(sql`CREATE INDEX \`categories_order_idx\` ON \`categories\` (\`order\`);`);
  await db.run(sql`CREATE UNIQUE INDEX \`categories_slug_idx\` ON \`categories\` (\`slug\`);`);
  await db.run(sql`CREATE INDEX \`categories_live_idx\` ON \`categories\` (\`live\`);`);
  await db.run(sql`CREATE INDEX \`categories_updated_at_idx\` ON \`categories\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`categories_created_at_idx\` ON \`categories\` (\`created_at\`);`);
  await db.run(sql`CREATE TABLE \`categories_locales\` (
  	\`title\` text NOT NULL,
  	\`description\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`categories_title_idx\` ON \`categories_locales\` (\`title\`,\`_locale\`);`);
  await db.run(
    sql`CREATE UNIQUE INDEX \`categories_locales_locale_parent_id_unique\` ON \`categories_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`sources\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`authors\` text,
  	\`publisher\` text,
  	\`year\` numeric,
  	\`doi\` text,
  	\`pmid\` text,
  	\`url\` text,
  	\`drug_route\` text,
  	\`confirmed_on\` text,
  	\`confirmed_in\` text,
  	\`slug\` text NOT NULL,
  	\`live\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `);
  await db.run(sql`CREATE INDEX \`sources_title_idx\` ON \`sources\` (\`title\`);`);
  await db.run(sql`CREATE INDEX \`sources_kind_idx\` ON \`sources\` (\`kind\`);`);
  await db.run(sql`CREATE INDEX \`sources_year_idx\` ON \`sources\` (\`year\`);`);
  await db.run(sql`CREATE INDEX \`sources_doi_idx\` ON \`sources\` (\`doi\`);`);
  await db.run(sql`CREATE INDEX \`sources_pmid_idx\` ON \`sources\` (\`pmid\`);`);
  await db.run(sql`CREATE INDEX \`sources_drug_route_idx\` ON \`sources\` (\`drug_route\`);`);
  await db.run(sql`CREATE UNIQUE INDEX \`sources_slug_idx\` ON \`sources\` (\`slug\`);`);
  await db.run(sql`CREATE INDEX \`sources_live_idx\` ON \`sources\` (\`live\`);`);
  await db.run(sql`CREATE INDEX \`sources_updated_at_idx\` ON \`sources\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`sources_created_at_idx\` ON \`sources\` (\`created_at\`);`);
  await db.run(sql`CREATE TABLE \`glossary_terms\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`abbreviation\` text,
  	\`slug\` text NOT NULL,
  	\`live\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `);
  await db.run(
    sql`CREATE INDEX \`glossary_terms_abbreviation_idx\` ON \`glossary_terms\` (\`abbreviation\`);`,
  );
  await db.run(sql`CREATE UNIQUE INDEX \`glossary_terms_slug_idx\` ON \`glossary_terms\` (\`slug\`);`);
  await db.run(sql`CREATE INDEX \`glossary_terms_live_idx\` ON \`glossary_terms\` (\`live\`);`);
  await db.run(sql`CREATE INDEX \`glossary_terms_updated_at_idx\` ON \`glossary_terms\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`glossary_terms_created_at_idx\` ON \`glossary_terms\` (\`created_at\`);`);
  await db.run(sql`CREATE TABLE \`glossary_terms_locales\` (
  	\`term\` text NOT NULL,
  	\`expansion\` text,
  	\`definition\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`glossary_terms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`glossary_terms_term_idx\` ON \`glossary_terms_locales\` (\`term\`,\`_locale\`);`,
  );
  await db.run(
    sql`CREATE UNIQUE INDEX \`glossary_terms_locales_locale_parent_id_unique\` ON \`glossary_terms_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`glossary_terms_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`glossary_terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`glossary_terms_rels_order_idx\` ON \`glossary_terms_rels\` (\`order\`);`);
  await db.run(
    sql`CREATE INDEX \`glossary_terms_rels_parent_idx\` ON \`glossary_terms_rels\` (\`parent_id\`);`,
  );
  await db.run(sql`CREATE INDEX \`glossary_terms_rels_path_idx\` ON \`glossary_terms_rels\` (\`path\`);`);
  await db.run(
    sql`CREATE INDEX \`glossary_terms_rels_topics_id_idx\` ON \`glossary_terms_rels\` (\`topics_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`disclaimers_clauses\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`source_id\` text,
  	FOREIGN KEY (\`source_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`disclaimers\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`disclaimers_clauses_order_idx\` ON \`disclaimers_clauses\` (\`_order\`);`);
  await db.run(
    sql`CREATE INDEX \`disclaimers_clauses_parent_id_idx\` ON \`disclaimers_clauses\` (\`_parent_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`disclaimers_clauses_source_idx\` ON \`disclaimers_clauses\` (\`source_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`disclaimers_clauses_locales\` (
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`disclaimers_clauses\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE UNIQUE INDEX \`disclaimers_clauses_locales_locale_parent_id_unique\` ON \`disclaimers_clauses_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`disclaimers\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`placement\` text DEFAULT 'footer',
  	\`effective_from\` text,
  	\`effective_to\` text,
  	\`slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft'
  );
  `);
  await db.run(sql`CREATE INDEX \`disclaimers_placement_idx\` ON \`disclaimers\` (\`placement\`);`);
  await db.run(sql`CREATE INDEX \`disclaimers_effective_from_idx\` ON \`disclaimers\` (\`effective_from\`);`);
  await db.run(sql`CREATE INDEX \`disclaimers_effective_to_idx\` ON \`disclaimers\` (\`effective_to\`);`);
  await db.run(sql`CREATE UNIQUE INDEX \`disclaimers_slug_idx\` ON \`disclaimers\` (\`slug\`);`);
  await db.run(sql`CREATE INDEX \`disclaimers_updated_at_idx\` ON \`disclaimers\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`disclaimers_created_at_idx\` ON \`disclaimers\` (\`created_at\`);`);
  await db.run(sql`CREATE INDEX \`disclaimers__status_idx\` ON \`disclaimers\` (\`_status\`);`);
  await db.run(sql`CREATE TABLE \`disclaimers_locales\` (
  	\`title\` text,
  	\`change_note\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`disclaimers\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`disclaimers_title_idx\` ON \`disclaimers_locales\` (\`title\`,\`_locale\`);`,
  );
  await db.run(
    sql`CREATE UNIQUE INDEX \`disclaimers_locales_locale_parent_id_unique\` ON \`disclaimers_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`disclaimers_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`sites_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`disclaimers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sites_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`disclaimers_rels_order_idx\` ON \`disclaimers_rels\` (\`order\`);`);
  await db.run(sql`CREATE INDEX \`disclaimers_rels_parent_idx\` ON \`disclaimers_rels\` (\`parent_id\`);`);
  await db.run(sql`CREATE INDEX \`disclaimers_rels_path_idx\` ON \`disclaimers_rels\` (\`path\`);`);
  await db.run(sql`CREATE INDEX \`disclaimers_rels_sites_id_idx\` ON \`disclaimers_rels\` (\`sites_id\`);`);
  await db.run(sql`CREATE TABLE \`_disclaimers_v_version_clauses\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`source_id\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`source_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_disclaimers_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`_disclaimers_v_version_clauses_order_idx\` ON \`_disclaimers_v_version_clauses\` (\`_order\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_disclaimers_v_version_clauses_parent_id_idx\` ON \`_disclaimers_v_version_clauses\` (\`_parent_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_disclaimers_v_version_clauses_source_idx\` ON \`_disclaimers_v_version_clauses\` (\`source_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`_disclaimers_v_version_clauses_locales\` (
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_disclaimers_v_version_clauses\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE UNIQUE INDEX \`_disclaimers_v_version_clauses_locales_locale_parent_id_uniq\` ON \`_disclaimers_v_version_clauses_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`_disclaimers_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_placement\` text DEFAULT 'footer',
  	\`version_effective_from\` text,
  	\`version_effective_to\` text,
  	\`version_slug\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`disclaimers\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(
    sql`CREATE INDEX \`_disclaimers_v_parent_idx\` ON \`_disclaimers_v\` (\`parent_id\`,\`latest\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_disclaimers_v_version_version_placement_idx\` ON \`_disclaimers_v\` (\`version_placement\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_disclaimers_v_version_version_effective_from_idx\` ON \`_disclaimers_v\` (\`version_effective_from\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_disclaimers_v_version_version_effective_to_idx\` ON \`_disclaimers_v\` (\`version_effective_to\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_disclaimers_v_version_version_slug_idx\` ON \`_disclaimers_v\` (\`version_slug\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_disclaimers_v_version_version_updated_at_idx\` ON \`_disclaimers_v\` (\`version_updated_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_disclaimers_v_version_version_created_at_idx\` ON \`_disclaimers_v\` (\`version_created_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_disclaimers_v_version_version__status_idx\` ON \`_disclaimers_v\` (\`version__status\`);`,
  );
  await db.run(sql`CREATE INDEX \`_disclaimers_v_created_at_idx\` ON \`_disclaimers_v\` (\`created_at\`);`);
  await db.run(sql`CREATE INDEX \`_disclaimers_v_updated_at_idx\` ON \`_disclaimers_v\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`_disclaimers_v_snapshot_idx\` ON \`_disclaimers_v\` (\`snapshot\`);`);
  await db.run(
    sql`CREATE INDEX \`_disclaimers_v_published_locale_idx\` ON \`_disclaimers_v\` (\`published_locale\`);`,
  );
  await db.run(sql`CREATE INDEX \`_disclaimers_v_latest_idx\` ON \`_disclaimers_v\` (\`latest\`);`);
  await db.run(sql`CREATE TABLE \`_disclaimers_v_locales\` (
  	\`version_title\` text,
  	\`version_change_note\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_disclaimers_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`_disclaimers_v_version_version_title_idx\` ON \`_disclaimers_v_locales\` (\`version_title\`,\`_locale\`);`,
  );
  await db.run(
    sql`CREATE UNIQUE INDEX \`_disclaimers_v_locales_locale_parent_id_unique\` ON \`_disclaimers_v_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`_disclaimers_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`sites_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_disclaimers_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sites_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`_disclaimers_v_rels_order_idx\` ON \`_disclaimers_v_rels\` (\`order\`);`);
  await db.run(
    sql`CREATE INDEX \`_disclaimers_v_rels_parent_idx\` ON \`_disclaimers_v_rels\` (\`parent_id\`);`,
  );
  await db.run(sql`CREATE INDEX \`_disclaimers_v_rels_path_idx\` ON \`_disclaimers_v_rels\` (\`path\`);`);
  await db.run(
    sql`CREATE INDEX \`_disclaimers_v_rels_sites_id_idx\` ON \`_disclaimers_v_rels\` (\`sites_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`rules_conditions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`property\` text,
  	\`operator\` text DEFAULT 'is',
  	\`value\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`rules\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`rules_conditions_order_idx\` ON \`rules_conditions\` (\`_order\`);`);
  await db.run(
    sql`CREATE INDEX \`rules_conditions_parent_id_idx\` ON \`rules_conditions\` (\`_parent_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`rules\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`match\` text DEFAULT 'all',
  	\`severity\` text DEFAULT 'warn',
  	\`effect_kind\` text DEFAULT 'attachDisclaimer',
  	\`effect_disclaimer_id\` text,
  	\`effect_placement\` text,
  	\`effect_field\` text,
  	\`effect_block\` text,
  	\`effect_phrase\` text,
  	\`source_title\` text,
  	\`source_url\` text,
  	\`example_for_counsel\` integer DEFAULT true,
  	\`effective_from\` text,
  	\`effective_to\` text,
  	\`slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`effect_disclaimer_id\`) REFERENCES \`disclaimers\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(sql`CREATE INDEX \`rules_title_idx\` ON \`rules\` (\`title\`);`);
  await db.run(
    sql`CREATE INDEX \`rules_effect_effect_disclaimer_idx\` ON \`rules\` (\`effect_disclaimer_id\`);`,
  );
  await db.run(sql`CREATE INDEX \`rules_effective_from_idx\` ON \`rules\` (\`effective_from\`);`);
  await db.run(sql`CREATE INDEX \`rules_effective_to_idx\` ON \`rules\` (\`effective_to\`);`);
  await db.run(sql`CREATE UNIQUE INDEX \`rules_slug_idx\` ON \`rules\` (\`slug\`);`);
  await db.run(sql`CREATE INDEX \`rules_updated_at_idx\` ON \`rules\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`rules_created_at_idx\` ON \`rules\` (\`created_at\`);`);
  await db.run(sql`CREATE INDEX \`rules__status_idx\` ON \`rules\` (\`_status\`);`);
  await db.run(sql`CREATE TABLE \`_rules_v_version_conditions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`property\` text,
  	\`operator\` text DEFAULT 'is',
  	\`value\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_rules_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`_rules_v_version_conditions_order_idx\` ON \`_rules_v_version_conditions\` (\`_order\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_rules_v_version_conditions_parent_id_idx\` ON \`_rules_v_version_conditions\` (\`_parent_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`_rules_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_title\` text,
  	\`version_match\` text DEFAULT 'all',
  	\`version_severity\` text DEFAULT 'warn',
  	\`version_effect_kind\` text DEFAULT 'attachDisclaimer',
  	\`version_effect_disclaimer_id\` text,
  	\`version_effect_placement\` text,
  	\`version_effect_field\` text,
  	\`version_effect_block\` text,
  	\`version_effect_phrase\` text,
  	\`version_source_title\` text,
  	\`version_source_url\` text,
  	\`version_example_for_counsel\` integer DEFAULT true,
  	\`version_effective_from\` text,
  	\`version_effective_to\` text,
  	\`version_slug\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`rules\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_effect_disclaimer_id\`) REFERENCES \`disclaimers\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(sql`CREATE INDEX \`_rules_v_parent_idx\` ON \`_rules_v\` (\`parent_id\`,\`latest\`);`);
  await db.run(sql`CREATE INDEX \`_rules_v_version_version_title_idx\` ON \`_rules_v\` (\`version_title\`);`);
  await db.run(
    sql`CREATE INDEX \`_rules_v_version_effect_version_effect_disclaimer_idx\` ON \`_rules_v\` (\`version_effect_disclaimer_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_rules_v_version_version_effective_from_idx\` ON \`_rules_v\` (\`version_effective_from\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_rules_v_version_version_effective_to_idx\` ON \`_rules_v\` (\`version_effective_to\`);`,
  );
  await db.run(sql`CREATE INDEX \`_rules_v_version_version_slug_idx\` ON \`_rules_v\` (\`version_slug\`);`);
  await db.run(
    sql`CREATE INDEX \`_rules_v_version_version_updated_at_idx\` ON \`_rules_v\` (\`version_updated_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_rules_v_version_version_created_at_idx\` ON \`_rules_v\` (\`version_created_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_rules_v_version_version__status_idx\` ON \`_rules_v\` (\`version__status\`);`,
  );
  await db.run(sql`CREATE INDEX \`_rules_v_created_at_idx\` ON \`_rules_v\` (\`created_at\`);`);
  await db.run(sql`CREATE INDEX \`_rules_v_updated_at_idx\` ON \`_rules_v\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`_rules_v_snapshot_idx\` ON \`_rules_v\` (\`snapshot\`);`);
  await db.run(sql`CREATE INDEX \`_rules_v_published_locale_idx\` ON \`_rules_v\` (\`published_locale\`);`);
  await db.run(sql`CREATE INDEX \`_rules_v_latest_idx\` ON \`_rules_v\` (\`latest\`);`);
  await db.run(sql`CREATE TABLE \`claims_wordings\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`claims\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`claims_wordings_order_idx\` ON \`claims_wordings\` (\`_order\`);`);
  await db.run(sql`CREATE INDEX \`claims_wordings_parent_id_idx\` ON \`claims_wordings\` (\`_parent_id\`);`);
  await db.run(sql`CREATE TABLE \`claims_wordings_locales\` (
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`claims_wordings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE UNIQUE INDEX \`claims_wordings_locales_locale_parent_id_unique\` ON \`claims_wordings_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`claims\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`statement\` text,
  	\`note\` text,
  	\`status\` text DEFAULT 'draft',
  	\`drug_route\` text,
  	\`slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft'
  );
  `);
  await db.run(sql`CREATE INDEX \`claims_statement_idx\` ON \`claims\` (\`statement\`);`);
  await db.run(sql`CREATE INDEX \`claims_status_idx\` ON \`claims\` (\`status\`);`);
  await db.run(sql`CREATE UNIQUE INDEX \`claims_slug_idx\` ON \`claims\` (\`slug\`);`);
  await db.run(sql`CREATE INDEX \`claims_updated_at_idx\` ON \`claims\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`claims_created_at_idx\` ON \`claims\` (\`created_at\`);`);
  await db.run(sql`CREATE INDEX \`claims__status_idx\` ON \`claims\` (\`_status\`);`);
  await db.run(sql`CREATE TABLE \`claims_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` text,
  	\`topics_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`claims\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`claims_rels_order_idx\` ON \`claims_rels\` (\`order\`);`);
  await db.run(sql`CREATE INDEX \`claims_rels_parent_idx\` ON \`claims_rels\` (\`parent_id\`);`);
  await db.run(sql`CREATE INDEX \`claims_rels_path_idx\` ON \`claims_rels\` (\`path\`);`);
  await db.run(sql`CREATE INDEX \`claims_rels_sources_id_idx\` ON \`claims_rels\` (\`sources_id\`);`);
  await db.run(sql`CREATE INDEX \`claims_rels_topics_id_idx\` ON \`claims_rels\` (\`topics_id\`);`);
  await db.run(sql`CREATE TABLE \`_claims_v_version_wordings\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_claims_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`_claims_v_version_wordings_order_idx\` ON \`_claims_v_version_wordings\` (\`_order\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_claims_v_version_wordings_parent_id_idx\` ON \`_claims_v_version_wordings\` (\`_parent_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`_claims_v_version_wordings_locales\` (
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_claims_v_version_wordings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE UNIQUE INDEX \`_claims_v_version_wordings_locales_locale_parent_id_unique\` ON \`_claims_v_version_wordings_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`_claims_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_statement\` text,
  	\`version_note\` text,
  	\`version_status\` text DEFAULT 'draft',
  	\`version_drug_route\` text,
  	\`version_slug\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`claims\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(sql`CREATE INDEX \`_claims_v_parent_idx\` ON \`_claims_v\` (\`parent_id\`,\`latest\`);`);
  await db.run(
    sql`CREATE INDEX \`_claims_v_version_version_statement_idx\` ON \`_claims_v\` (\`version_statement\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_claims_v_version_version_status_idx\` ON \`_claims_v\` (\`version_status\`);`,
  );
  await db.run(sql`CREATE INDEX \`_claims_v_version_version_slug_idx\` ON \`_claims_v\` (\`version_slug\`);`);
  await db.run(
    sql`CREATE INDEX \`_claims_v_version_version_updated_at_idx\` ON \`_claims_v\` (\`version_updated_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_claims_v_version_version_created_at_idx\` ON \`_claims_v\` (\`version_created_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_claims_v_version_version__status_idx\` ON \`_claims_v\` (\`version__status\`);`,
  );
  await db.run(sql`CREATE INDEX \`_claims_v_created_at_idx\` ON \`_claims_v\` (\`created_at\`);`);
  await db.run(sql`CREATE INDEX \`_claims_v_updated_at_idx\` ON \`_claims_v\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`_claims_v_snapshot_idx\` ON \`_claims_v\` (\`snapshot\`);`);
  await db.run(sql`CREATE INDEX \`_claims_v_published_locale_idx\` ON \`_claims_v\` (\`published_locale\`);`);
  await db.run(sql`CREATE INDEX \`_claims_v_latest_idx\` ON \`_claims_v\` (\`latest\`);`);
  await db.run(sql`CREATE TABLE \`_claims_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`sources_id\` text,
  	\`topics_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_claims_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`_claims_v_rels_order_idx\` ON \`_claims_v_rels\` (\`order\`);`);
  await db.run(sql`CREATE INDEX \`_claims_v_rels_parent_idx\` ON \`_claims_v_rels\` (\`parent_id\`);`);
  await db.run(sql`CREATE INDEX \`_claims_v_rels_path_idx\` ON \`_claims_v_rels\` (\`path\`);`);
  await db.run(sql`CREATE INDEX \`_claims_v_rels_sources_id_idx\` ON \`_claims_v_rels\` (\`sources_id\`);`);
  await db.run(sql`CREATE INDEX \`_claims_v_rels_topics_id_idx\` ON \`_claims_v_rels\` (\`topics_id\`);`);
  await db.run(sql`CREATE TABLE \`availability\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`label\` text,
  	\`service_id\` text,
  	\`state\` text,
  	\`status\` text DEFAULT 'available',
  	\`counties_mode\` text DEFAULT 'all',
  	\`internal_note\` text,
  	\`effective_from\` text,
  	\`effective_to\` text,
  	\`reviewed_at\` text,
  	\`review_due_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`service_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(sql`CREATE INDEX \`availability_service_idx\` ON \`availability\` (\`service_id\`);`);
  await db.run(sql`CREATE INDEX \`availability_state_idx\` ON \`availability\` (\`state\`);`);
  await db.run(sql`CREATE INDEX \`availability_status_idx\` ON \`availability\` (\`status\`);`);
  await db.run(
    sql`CREATE INDEX \`availability_effective_from_idx\` ON \`availability\` (\`effective_from\`);`,
  );
  await db.run(sql`CREATE INDEX \`availability_effective_to_idx\` ON \`availability\` (\`effective_to\`);`);
  await db.run(sql`CREATE INDEX \`availability_reviewed_at_idx\` ON \`availability\` (\`reviewed_at\`);`);
  await db.run(sql`CREATE INDEX \`availability_review_due_at_idx\` ON \`availability\` (\`review_due_at\`);`);
  await db.run(sql`CREATE INDEX \`availability_updated_at_idx\` ON \`availability\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`availability_created_at_idx\` ON \`availability\` (\`created_at\`);`);
  await db.run(sql`CREATE INDEX \`availability__status_idx\` ON \`availability\` (\`_status\`);`);
  await db.run(sql`CREATE INDEX \`service_state_idx\` ON \`availability\` (\`service_id\`,\`state\`);`);
  await db.run(sql`CREATE TABLE \`availability_locales\` (
  	\`public_note\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`availability\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE UNIQUE INDEX \`availability_locales_locale_parent_id_unique\` ON \`availability_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`availability_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`availability\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`availability_texts_order_parent\` ON \`availability_texts\` (\`order\`,\`parent_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`availability_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`licenses_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`availability\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`licenses_id\`) REFERENCES \`licenses\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`availability_rels_order_idx\` ON \`availability_rels\` (\`order\`);`);
  await db.run(sql`CREATE INDEX \`availability_rels_parent_idx\` ON \`availability_rels\` (\`parent_id\`);`);
  await db.run(sql`CREATE INDEX \`availability_rels_path_idx\` ON \`availability_rels\` (\`path\`);`);
  await db.run(
    sql`CREATE INDEX \`availability_rels_licenses_id_idx\` ON \`availability_rels\` (\`licenses_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`_availability_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_label\` text,
  	\`version_service_id\` text,
  	\`version_state\` text,
  	\`version_status\` text DEFAULT 'available',
  	\`version_counties_mode\` text DEFAULT 'all',
  	\`version_internal_note\` text,
  	\`version_effective_from\` text,
  	\`version_effective_to\` text,
  	\`version_reviewed_at\` text,
  	\`version_review_due_at\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`availability\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_service_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(
    sql`CREATE INDEX \`_availability_v_parent_idx\` ON \`_availability_v\` (\`parent_id\`,\`latest\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_availability_v_version_version_service_idx\` ON \`_availability_v\` (\`version_service_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_availability_v_version_version_state_idx\` ON \`_availability_v\` (\`version_state\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_availability_v_version_version_status_idx\` ON \`_availability_v\` (\`version_status\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_availability_v_version_version_effective_from_idx\` ON \`_availability_v\` (\`version_effective_from\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_availability_v_version_version_effective_to_idx\` ON \`_availability_v\` (\`version_effective_to\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_availability_v_version_version_reviewed_at_idx\` ON \`_availability_v\` (\`version_reviewed_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_availability_v_version_version_review_due_at_idx\` ON \`_availability_v\` (\`version_review_due_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_availability_v_version_version_updated_at_idx\` ON \`_availability_v\` (\`version_updated_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_availability_v_version_version_created_at_idx\` ON \`_availability_v\` (\`version_created_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_availability_v_version_version__status_idx\` ON \`_availability_v\` (\`version__status\`);`,
  );
  await db.run(sql`CREATE INDEX \`_availability_v_created_at_idx\` ON \`_availability_v\` (\`created_at\`);`);
  await db.run(sql`CREATE INDEX \`_availability_v_updated_at_idx\` ON \`_availability_v\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`_availability_v_snapshot_idx\` ON \`_availability_v\` (\`snapshot\`);`);
  await db.run(
    sql`CREATE INDEX \`_availability_v_published_locale_idx\` ON \`_availability_v\` (\`published_locale\`);`,
  );
  await db.run(sql`CREATE INDEX \`_availability_v_latest_idx\` ON \`_availability_v\` (\`latest\`);`);
  await db.run(
    sql`CREATE INDEX \`version_service_version_state_idx\` ON \`_availability_v\` (\`version_service_id\`,\`version_state\`);`,
  );
  await db.run(sql`CREATE TABLE \`_availability_v_locales\` (
  	\`version_public_note\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_availability_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE UNIQUE INDEX \`_availability_v_locales_locale_parent_id_unique\` ON \`_availability_v_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`_availability_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_availability_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`_availability_v_texts_order_parent\` ON \`_availability_v_texts\` (\`order\`,\`parent_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`_availability_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`licenses_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_availability_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`licenses_id\`) REFERENCES \`licenses\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`_availability_v_rels_order_idx\` ON \`_availability_v_rels\` (\`order\`);`);
  await db.run(
    sql`CREATE INDEX \`_availability_v_rels_parent_idx\` ON \`_availability_v_rels\` (\`parent_id\`);`,
  );
  await db.run(sql`CREATE INDEX \`_availability_v_rels_path_idx\` ON \`_availability_v_rels\` (\`path\`);`);
  await db.run(
    sql`CREATE INDEX \`_availability_v_rels_licenses_id_idx\` ON \`_availability_v_rels\` (\`licenses_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`licenses\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`number\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`holder_person_id\` text,
  	\`holder_organization\` text,
  	\`issued_on\` text,
  	\`expires_on\` text,
  	\`internal_note\` text,
  	\`slug\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`holder_person_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(sql`CREATE INDEX \`licenses_number_idx\` ON \`licenses\` (\`number\`);`);
  await db.run(sql`CREATE INDEX \`licenses_state_idx\` ON \`licenses\` (\`state\`);`);
  await db.run(sql`CREATE INDEX \`licenses_kind_idx\` ON \`licenses\` (\`kind\`);`);
  await db.run(
    sql`CREATE INDEX \`licenses_holder_holder_person_idx\` ON \`licenses\` (\`holder_person_id\`);`,
  );
  await db.run(sql`CREATE INDEX \`licenses_expires_on_idx\` ON \`licenses\` (\`expires_on\`);`);
  await db.run(sql`CREATE UNIQUE INDEX \`licenses_slug_idx\` ON \`licenses\` (\`slug\`);`);
  await db.run(sql`CREATE INDEX \`licenses_updated_at_idx\` ON \`licenses\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`licenses_created_at_idx\` ON \`licenses\` (\`created_at\`);`);
  await db.run(sql`CREATE TABLE \`licenses_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`sites_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`licenses\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sites_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`licenses_rels_order_idx\` ON \`licenses_rels\` (\`order\`);`);
  await db.run(sql`CREATE INDEX \`licenses_rels_parent_idx\` ON \`licenses_rels\` (\`parent_id\`);`);
  await db.run(sql`CREATE INDEX \`licenses_rels_path_idx\` ON \`licenses_rels\` (\`path\`);`);
  await db.run(sql`CREATE INDEX \`licenses_rels_sites_id_idx\` ON \`licenses_rels\` (\`sites_id\`);`);
  await db.run(sql`CREATE TABLE \`sites_domains\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`host\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`sites_domains_order_idx\` ON \`sites_domains\` (\`_order\`);`);
  await db.run(sql`CREATE INDEX \`sites_domains_parent_id_idx\` ON \`sites_domains\` (\`_parent_id\`);`);
  await db.run(sql`CREATE TABLE \`sites\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`url\` text NOT NULL,
  	\`logo_id\` text,
  	\`time_zone\` text DEFAULT 'America/New_York' NOT NULL,
  	\`prefixes_articles\` text DEFAULT '/resources',
  	\`prefixes_faqs\` text DEFAULT '/faqs',
  	\`prefixes_misconceptions\` text DEFAULT '/myths',
  	\`contact_email\` text,
  	\`contact_phone\` text,
  	\`attribution_publisher\` text,
  	\`attribution_license\` text,
  	\`attribution_license_url\` text,
  	\`policies_refresh_within\` text DEFAULT 'P7D',
  	\`policies_review_every_months\` numeric DEFAULT 12,
  	\`slug\` text NOT NULL,
  	\`live\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`logo_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(sql`CREATE INDEX \`sites_logo_idx\` ON \`sites\` (\`logo_id\`);`);
  await db.run(sql`CREATE UNIQUE INDEX \`sites_slug_idx\` ON \`sites\` (\`slug\`);`);
  await db.run(sql`CREATE INDEX \`sites_live_idx\` ON \`sites\` (\`live\`);`);
  await db.run(sql`CREATE INDEX \`sites_updated_at_idx\` ON \`sites\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`sites_created_at_idx\` ON \`sites\` (\`created_at\`);`);
  await db.run(sql`CREATE TABLE \`sites_locales\` (
  	\`name\` text NOT NULL,
  	\`tagline\` text,
  	\`about\` text,
  	\`hub_title\` text,
  	\`labels_skip_to_content\` text,
  	\`labels_skip_to_footer\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`sites_name_idx\` ON \`sites_locales\` (\`name\`,\`_locale\`);`);
  await db.run(
    sql`CREATE UNIQUE INDEX \`sites_locales_locale_parent_id_unique\` ON \`sites_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`services_highlights\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`services_highlights_order_idx\` ON \`services_highlights\` (\`_order\`);`);
  await db.run(
    sql`CREATE INDEX \`services_highlights_parent_id_idx\` ON \`services_highlights\` (\`_parent_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`services_highlights_locales\` (
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`services_highlights\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE UNIQUE INDEX \`services_highlights_locales_locale_parent_id_unique\` ON \`services_highlights_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`services_modes\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`services_modes_order_idx\` ON \`services_modes\` (\`order\`);`);
  await db.run(sql`CREATE INDEX \`services_modes_parent_idx\` ON \`services_modes\` (\`parent_id\`);`);
  await db.run(sql`CREATE TABLE \`services\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`price_amount\` numeric,
  	\`price_currency\` text DEFAULT 'USD',
  	\`price_period\` text,
  	\`price_qualifier\` text DEFAULT 'exact',
  	\`site_id\` text,
  	\`slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(sql`CREATE INDEX \`services_site_idx\` ON \`services\` (\`site_id\`);`);
  await db.run(sql`CREATE UNIQUE INDEX \`services_slug_idx\` ON \`services\` (\`slug\`);`);
  await db.run(sql`CREATE INDEX \`services_updated_at_idx\` ON \`services\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`services_created_at_idx\` ON \`services\` (\`created_at\`);`);
  await db.run(sql`CREATE INDEX \`services__status_idx\` ON \`services\` (\`_status\`);`);
  await db.run(sql`CREATE TABLE \`services_locales\` (
  	\`name\` text,
  	\`summary\` text,
  	\`description\` text,
  	\`price_note\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`services_name_idx\` ON \`services_locales\` (\`name\`,\`_locale\`);`);
  await db.run(
    sql`CREATE UNIQUE INDEX \`services_locales_locale_parent_id_unique\` ON \`services_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`services_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`calls_to_action_id\` text,
  	\`topics_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calls_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`services_rels_order_idx\` ON \`services_rels\` (\`order\`);`);
  await db.run(sql`CREATE INDEX \`services_rels_parent_idx\` ON \`services_rels\` (\`parent_id\`);`);
  await db.run(sql`CREATE INDEX \`services_rels_path_idx\` ON \`services_rels\` (\`path\`);`);
  await db.run(
    sql`CREATE INDEX \`services_rels_calls_to_action_id_idx\` ON \`services_rels\` (\`calls_to_action_id\`);`,
  );
  await db.run(sql`CREATE INDEX \`services_rels_topics_id_idx\` ON \`services_rels\` (\`topics_id\`);`);
  await db.run(sql`CREATE TABLE \`_services_v_version_highlights\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_services_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`_services_v_version_highlights_order_idx\` ON \`_services_v_version_highlights\` (\`_order\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_services_v_version_highlights_parent_id_idx\` ON \`_services_v_version_highlights\` (\`_parent_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`_services_v_version_highlights_locales\` (
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_services_v_version_highlights\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE UNIQUE INDEX \`_services_v_version_highlights_locales_locale_parent_id_uniq\` ON \`_services_v_version_highlights_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`_services_v_version_modes\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_services_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`_services_v_version_modes_order_idx\` ON \`_services_v_version_modes\` (\`order\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_services_v_version_modes_parent_idx\` ON \`_services_v_version_modes\` (\`parent_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`_services_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_price_amount\` numeric,
  	\`version_price_currency\` text DEFAULT 'USD',
  	\`version_price_period\` text,
  	\`version_price_qualifier\` text DEFAULT 'exact',
  	\`version_site_id\` text,
  	\`version_slug\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_site_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(sql`CREATE INDEX \`_services_v_parent_idx\` ON \`_services_v\` (\`parent_id\`,\`latest\`);`);
  await db.run(
    sql`CREATE INDEX \`_services_v_version_version_site_idx\` ON \`_services_v\` (\`version_site_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_services_v_version_version_slug_idx\` ON \`_services_v\` (\`version_slug\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_services_v_version_version_updated_at_idx\` ON \`_services_v\` (\`version_updated_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_services_v_version_version_created_at_idx\` ON \`_services_v\` (\`version_created_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`_services_v_version_version__status_idx\` ON \`_services_v\` (\`version__status\`);`,
  );
  await db.run(sql`CREATE INDEX \`_services_v_created_at_idx\` ON \`_services_v\` (\`created_at\`);`);
  await db.run(sql`CREATE INDEX \`_services_v_updated_at_idx\` ON \`_services_v\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`_services_v_snapshot_idx\` ON \`_services_v\` (\`snapshot\`);`);
  await db.run(
    sql`CREATE INDEX \`_services_v_published_locale_idx\` ON \`_services_v\` (\`published_locale\`);`,
  );
  await db.run(sql`CREATE INDEX \`_services_v_latest_idx\` ON \`_services_v\` (\`latest\`);`);
  await db.run(sql`CREATE TABLE \`_services_v_locales\` (
  	\`version_name\` text,
  	\`version_summary\` text,
  	\`version_description\` text,
  	\`version_price_note\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_services_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`_services_v_version_version_name_idx\` ON \`_services_v_locales\` (\`version_name\`,\`_locale\`);`,
  );
  await db.run(
    sql`CREATE UNIQUE INDEX \`_services_v_locales_locale_parent_id_unique\` ON \`_services_v_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`_services_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`calls_to_action_id\` text,
  	\`topics_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_services_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calls_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`_services_v_rels_order_idx\` ON \`_services_v_rels\` (\`order\`);`);
  await db.run(sql`CREATE INDEX \`_services_v_rels_parent_idx\` ON \`_services_v_rels\` (\`parent_id\`);`);
  await db.run(sql`CREATE INDEX \`_services_v_rels_path_idx\` ON \`_services_v_rels\` (\`path\`);`);
  await db.run(
    sql`CREATE INDEX \`_services_v_rels_calls_to_action_id_idx\` ON \`_services_v_rels\` (\`calls_to_action_id\`);`,
  );
  await db.run(sql`CREATE INDEX \`_services_v_rels_topics_id_idx\` ON \`_services_v_rels\` (\`topics_id\`);`);
  await db.run(sql`CREATE TABLE \`calls_to_action_facts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`calls_to_action_facts_order_idx\` ON \`calls_to_action_facts\` (\`_order\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`calls_to_action_facts_parent_id_idx\` ON \`calls_to_action_facts\` (\`_parent_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`calls_to_action_facts_locales\` (
  	\`text\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`calls_to_action_facts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE UNIQUE INDEX \`calls_to_action_facts_locales_locale_parent_id_unique\` ON \`calls_to_action_facts_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`calls_to_action\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text DEFAULT 'link' NOT NULL,
  	\`target_url\` text NOT NULL,
  	\`offer_free\` integer DEFAULT false,
  	\`offer_minutes\` numeric,
  	\`service_id\` text,
  	\`slug\` text NOT NULL,
  	\`live\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`service_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `);
  await db.run(sql`CREATE INDEX \`calls_to_action_kind_idx\` ON \`calls_to_action\` (\`kind\`);`);
  await db.run(sql`CREATE INDEX \`calls_to_action_service_idx\` ON \`calls_to_action\` (\`service_id\`);`);
  await db.run(sql`CREATE UNIQUE INDEX \`calls_to_action_slug_idx\` ON \`calls_to_action\` (\`slug\`);`);
  await db.run(sql`CREATE INDEX \`calls_to_action_live_idx\` ON \`calls_to_action\` (\`live\`);`);
  await db.run(sql`CREATE INDEX \`calls_to_action_updated_at_idx\` ON \`calls_to_action\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`calls_to_action_created_at_idx\` ON \`calls_to_action\` (\`created_at\`);`);
  await db.run(sql`CREATE TABLE \`calls_to_action_locales\` (
  	\`label\` text NOT NULL,
  	\`eyebrow\` text,
  	\`heading\` text,
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`calls_to_action_label_idx\` ON \`calls_to_action_locales\` (\`label\`,\`_locale\`);`,
  );
  await db.run(
    sql`CREATE UNIQUE INDEX \`calls_to_action_locales_locale_parent_id_unique\` ON \`calls_to_action_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`calls_to_action_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`sites_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sites_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`calls_to_action_rels_order_idx\` ON \`calls_to_action_rels\` (\`order\`);`);
  await db.run(
    sql`CREATE INDEX \`calls_to_action_rels_parent_idx\` ON \`calls_to_action_rels\` (\`parent_id\`);`,
  );
  await db.run(sql`CREATE INDEX \`calls_to_action_rels_path_idx\` ON \`calls_to_action_rels\` (\`path\`);`);
  await db.run(
    sql`CREATE INDEX \`calls_to_action_rels_sites_id_idx\` ON \`calls_to_action_rels\` (\`sites_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`notices_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`url\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`notices_links_order_idx\` ON \`notices_links\` (\`_order\`);`);
  await db.run(sql`CREATE INDEX \`notices_links_parent_id_idx\` ON \`notices_links\` (\`_parent_id\`);`);
  await db.run(sql`CREATE TABLE \`notices_links_locales\` (
  	\`label\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`notices_links\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE UNIQUE INDEX \`notices_links_locales_locale_parent_id_unique\` ON \`notices_links_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`notices\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`newsletter_privacy_url\` text,
  	\`crisis_line_phone\` text,
  	\`crisis_line_text_line\` text,
  	\`legal_document_version\` text,
  	\`legal_document_effective_from\` text,
  	\`slug\` text NOT NULL,
  	\`live\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `);
  await db.run(sql`CREATE INDEX \`notices_kind_idx\` ON \`notices\` (\`kind\`);`);
  await db.run(sql`CREATE UNIQUE INDEX \`notices_slug_idx\` ON \`notices\` (\`slug\`);`);
  await db.run(sql`CREATE INDEX \`notices_live_idx\` ON \`notices\` (\`live\`);`);
  await db.run(sql`CREATE INDEX \`notices_updated_at_idx\` ON \`notices\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`notices_created_at_idx\` ON \`notices\` (\`created_at\`);`);
  await db.run(sql`CREATE TABLE \`notices_locales\` (
  	\`title\` text NOT NULL,
  	\`heading\` text,
  	\`text\` text,
  	\`newsletter_consent_text\` text,
  	\`crisis_line_hours\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`notices_title_idx\` ON \`notices_locales\` (\`title\`,\`_locale\`);`);
  await db.run(
    sql`CREATE UNIQUE INDEX \`notices_locales_locale_parent_id_unique\` ON \`notices_locales\` (\`_parent_id\`,\`_locale\`);`,
  );
  await db.run(sql`CREATE TABLE \`notices_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`sites_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sites_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`notices_rels_order_idx\` ON \`notices_rels\` (\`order\`);`);
  await db.run(sql`CREATE INDEX \`notices_rels_parent_idx\` ON \`notices_rels\` (\`parent_id\`);`);
  await db.run(sql`CREATE INDEX \`notices_rels_path_idx\` ON \`notices_rels\` (\`path\`);`);
  await db.run(sql`CREATE INDEX \`notices_rels_sites_id_idx\` ON \`notices_rels\` (\`sites_id\`);`);
  await db.run(sql`CREATE TABLE \`redirects\` (
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
  await db.run(sql`CREATE INDEX \`redirects_site_idx\` ON \`redirects\` (\`site_id\`);`);
  await db.run(sql`CREATE INDEX \`redirects_from_idx\` ON \`redirects\` (\`from\`);`);
  await db.run(sql`CREATE INDEX \`redirects_to_idx\` ON \`redirects\` (\`to\`);`);
  await db.run(sql`CREATE INDEX \`redirects_updated_at_idx\` ON \`redirects\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`redirects_created_at_idx\` ON \`redirects\` (\`created_at\`);`);
  await db.run(sql`CREATE UNIQUE INDEX \`site_from_idx\` ON \`redirects\` (\`site_id\`,\`from\`);`);
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`);
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`);
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`role\` text DEFAULT 'editor' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text
  );
  `);
  await db.run(sql`CREATE INDEX \`users_role_idx\` ON \`users\` (\`role\`);`);
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`);
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`);
  await db.run(sql`CREATE TABLE \`users_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`sites_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sites_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`users_rels_order_idx\` ON \`users_rels\` (\`order\`);`);
  await db.run(sql`CREATE INDEX \`users_rels_parent_idx\` ON \`users_rels\` (\`parent_id\`);`);
  await db.run(sql`CREATE INDEX \`users_rels_path_idx\` ON \`users_rels\` (\`path\`);`);
  await db.run(sql`CREATE INDEX \`users_rels_sites_id_idx\` ON \`users_rels\` (\`sites_id\`);`);
  await db.run(sql`CREATE TABLE \`api_clients_scopes\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`api_clients\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`api_clients_scopes_order_idx\` ON \`api_clients_scopes\` (\`order\`);`);
  await db.run(
    sql`CREATE INDEX \`api_clients_scopes_parent_idx\` ON \`api_clients_scopes\` (\`parent_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`api_clients\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`enabled\` integer DEFAULT true,
  	\`expires_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`enable_a_p_i_key\` integer,
  	\`api_key\` text,
  	\`api_key_index\` text
  );
  `);
  await db.run(sql`CREATE INDEX \`api_clients_updated_at_idx\` ON \`api_clients\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`api_clients_created_at_idx\` ON \`api_clients\` (\`created_at\`);`);
  await db.run(sql`CREATE INDEX \`api_clients_api_key_index_idx\` ON \`api_clients\` (\`api_key_index\`);`);
  await db.run(sql`CREATE TABLE \`api_clients_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`sites_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`api_clients\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sites_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`api_clients_rels_order_idx\` ON \`api_clients_rels\` (\`order\`);`);
  await db.run(sql`CREATE INDEX \`api_clients_rels_parent_idx\` ON \`api_clients_rels\` (\`parent_id\`);`);
  await db.run(sql`CREATE INDEX \`api_clients_rels_path_idx\` ON \`api_clients_rels\` (\`path\`);`);
  await db.run(sql`CREATE INDEX \`api_clients_rels_sites_id_idx\` ON \`api_clients_rels\` (\`sites_id\`);`);
  await db.run(sql`CREATE TABLE \`audit_log\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`action\` text NOT NULL,
  	\`actor_kind\` text NOT NULL,
  	\`actor_id\` text,
  	\`actor_label\` text,
  	\`collection_slug\` text,
  	\`document_id\` text,
  	\`title\` text,
  	\`locale\` text,
  	\`changes\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `);
  await db.run(sql`CREATE INDEX \`audit_log_action_idx\` ON \`audit_log\` (\`action\`);`);
  await db.run(sql`CREATE INDEX \`audit_log_actor_id_idx\` ON \`audit_log\` (\`actor_id\`);`);
  await db.run(sql`CREATE INDEX \`audit_log_collection_slug_idx\` ON \`audit_log\` (\`collection_slug\`);`);
  await db.run(sql`CREATE INDEX \`audit_log_document_id_idx\` ON \`audit_log\` (\`document_id\`);`);
  await db.run(sql`CREATE INDEX \`audit_log_updated_at_idx\` ON \`audit_log\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`audit_log_created_at_idx\` ON \`audit_log\` (\`created_at\`);`);
  await db.run(sql`CREATE TABLE \`publications\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`position\` numeric NOT NULL,
  	\`act\` text NOT NULL,
  	\`collection_slug\` text,
  	\`document_id\` text,
  	\`path\` text,
  	\`locales\` text,
  	\`snapshot\` text,
  	\`content_hash\` text,
  	\`previous_hash\` text,
  	\`hash\` text,
  	\`actor\` text,
  	\`approvals\` text,
  	\`reason\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `);
  await db.run(sql`CREATE UNIQUE INDEX \`publications_position_idx\` ON \`publications\` (\`position\`);`);
  await db.run(
    sql`CREATE INDEX \`publications_collection_slug_idx\` ON \`publications\` (\`collection_slug\`);`,
  );
  await db.run(sql`CREATE INDEX \`publications_document_id_idx\` ON \`publications\` (\`document_id\`);`);
  await db.run(sql`CREATE INDEX \`publications_path_idx\` ON \`publications\` (\`path\`);`);
  await db.run(sql`CREATE INDEX \`publications_hash_idx\` ON \`publications\` (\`hash\`);`);
  await db.run(sql`CREATE INDEX \`publications_updated_at_idx\` ON \`publications\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`publications_created_at_idx\` ON \`publications\` (\`created_at\`);`);
  await db.run(
    sql`CREATE INDEX \`collectionSlug_documentId_position_idx\` ON \`publications\` (\`collection_slug\`,\`document_id\`,\`position\`);`,
  );
  await db.run(sql`CREATE INDEX \`path_position_idx\` ON \`publications\` (\`path\`,\`position\`);`);
  await db.run(sql`CREATE TABLE \`withdrawals\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`public_reason\` text NOT NULL,
  	\`internal_reason\` text NOT NULL,
  	\`withdrawn_by\` text,
  	\`withdrawn_at\` text NOT NULL,
  	\`lifted_by\` text,
  	\`lifted_at\` text,
  	\`lift_reason\` text,
  	\`dark_after_ms\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `);
  await db.run(sql`CREATE INDEX \`withdrawals_kind_idx\` ON \`withdrawals\` (\`kind\`);`);
  await db.run(sql`CREATE INDEX \`withdrawals_document_id_idx\` ON \`withdrawals\` (\`document_id\`);`);
  await db.run(sql`CREATE INDEX \`withdrawals_withdrawn_at_idx\` ON \`withdrawals\` (\`withdrawn_at\`);`);
  await db.run(sql`CREATE INDEX \`withdrawals_lifted_at_idx\` ON \`withdrawals\` (\`lifted_at\`);`);
  await db.run(sql`CREATE INDEX \`withdrawals_updated_at_idx\` ON \`withdrawals\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`withdrawals_created_at_idx\` ON \`withdrawals\` (\`created_at\`);`);
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `);
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`);
  await db.run(sql`CREATE TABLE \`payload_jobs_log\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`executed_at\` text NOT NULL,
  	\`completed_at\` text NOT NULL,
  	\`task_slug\` text NOT NULL,
  	\`task_i_d\` text NOT NULL,
  	\`input\` text,
  	\`output\` text,
  	\`state\` text NOT NULL,
  	\`error\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`payload_jobs\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(sql`CREATE INDEX \`payload_jobs_log_order_idx\` ON \`payload_jobs_log\` (\`_order\`);`);
  await db.run(
    sql`CREATE INDEX \`payload_jobs_log_parent_id_idx\` ON \`payload_jobs_log\` (\`_parent_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`payload_jobs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`input\` text,
  	\`completed_at\` text,
  	\`total_tried\` numeric DEFAULT 0,
  	\`has_error\` integer DEFAULT false,
  	\`error\` text,
  	\`task_slug\` text,
  	\`queue\` text DEFAULT 'default',
  	\`wait_until\` text,
  	\`processing\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `);
  await db.run(sql`CREATE INDEX \`payload_jobs_completed_at_idx\` ON \`payload_jobs\` (\`completed_at\`);`);
  await db.run(sql`CREATE INDEX \`payload_jobs_total_tried_idx\` ON \`payload_jobs\` (\`total_tried\`);`);
  await db.run(sql`CREATE INDEX \`payload_jobs_has_error_idx\` ON \`payload_jobs\` (\`has_error\`);`);
  await db.run(sql`CREATE INDEX \`payload_jobs_task_slug_idx\` ON \`payload_jobs\` (\`task_slug\`);`);
  await db.run(sql`CREATE INDEX \`payload_jobs_queue_idx\` ON \`payload_jobs\` (\`queue\`);`);
  await db.run(sql`CREATE INDEX \`payload_jobs_wait_until_idx\` ON \`payload_jobs\` (\`wait_until\`);`);
  await db.run(sql`CREATE INDEX \`payload_jobs_processing_idx\` ON \`payload_jobs\` (\`processing\`);`);
  await db.run(sql`CREATE INDEX \`payload_jobs_updated_at_idx\` ON \`payload_jobs\` (\`updated_at\`);`);
  await db.run(sql`CREATE INDEX \`payload_jobs_created_at_idx\` ON \`payload_jobs\` (\`created_at\`);`);
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `);
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`,
  );
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`articles_id\` text,
  	\`faqs_id\` text,
  	\`misconceptions_id\` text,
  	\`media_id\` text,
  	\`people_id\` text,
  	\`topics_id\` text,
  	\`categories_id\` text,
  	\`sources_id\` text,
  	\`glossary_terms_id\` text,
  	\`disclaimers_id\` text,
  	\`rules_id\` text,
  	\`claims_id\` text,
  	\`availability_id\` text,
  	\`licenses_id\` text,
  	\`sites_id\` text,
  	\`services_id\` text,
  	\`calls_to_action_id\` text,
  	\`notices_id\` text,
  	\`redirects_id\` text,
  	\`users_id\` text,
  	\`api_clients_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`misconceptions_id\`) REFERENCES \`misconceptions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`people_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`categories_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`glossary_terms_id\`) REFERENCES \`glossary_terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`disclaimers_id\`) REFERENCES \`disclaimers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`rules_id\`) REFERENCES \`rules\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`claims_id\`) REFERENCES \`claims\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`availability_id\`) REFERENCES \`availability\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`licenses_id\`) REFERENCES \`licenses\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sites_id\`) REFERENCES \`sites\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`services_id\`) REFERENCES \`services\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calls_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`notices_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`redirects_id\`) REFERENCES \`redirects\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`api_clients_id\`) REFERENCES \`api_clients\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_articles_id_idx\` ON \`payload_locked_documents_rels\` (\`articles_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_faqs_id_idx\` ON \`payload_locked_documents_rels\` (\`faqs_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_misconceptions_id_idx\` ON \`payload_locked_documents_rels\` (\`misconceptions_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_people_id_idx\` ON \`payload_locked_documents_rels\` (\`people_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_categories_id_idx\` ON \`payload_locked_documents_rels\` (\`categories_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_sources_id_idx\` ON \`payload_locked_documents_rels\` (\`sources_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_glossary_terms_id_idx\` ON \`payload_locked_documents_rels\` (\`glossary_terms_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_disclaimers_id_idx\` ON \`payload_locked_documents_rels\` (\`disclaimers_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_rules_id_idx\` ON \`payload_locked_documents_rels\` (\`rules_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_claims_id_idx\` ON \`payload_locked_documents_rels\` (\`claims_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_availability_id_idx\` ON \`payload_locked_documents_rels\` (\`availability_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_licenses_id_idx\` ON \`payload_locked_documents_rels\` (\`licenses_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_sites_id_idx\` ON \`payload_locked_documents_rels\` (\`sites_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_services_id_idx\` ON \`payload_locked_documents_rels\` (\`services_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_calls_to_action_id_idx\` ON \`payload_locked_documents_rels\` (\`calls_to_action_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_notices_id_idx\` ON \`payload_locked_documents_rels\` (\`notices_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_redirects_id_idx\` ON \`payload_locked_documents_rels\` (\`redirects_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_api_clients_id_idx\` ON \`payload_locked_documents_rels\` (\`api_clients_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `);
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`);
  await db.run(
    sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`,
  );
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text,
  	\`api_clients_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`api_clients_id\`) REFERENCES \`api_clients\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `);
  await db.run(
    sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_preferences_rels_api_clients_id_idx\` ON \`payload_preferences_rels\` (\`api_clients_id\`);`,
  );
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `);
  await db.run(
    sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`,
  );
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`articles\`;`);
  await db.run(sql`DROP TABLE \`articles_locales\`;`);
  await db.run(sql`DROP TABLE \`articles_rels\`;`);
  await db.run(sql`DROP TABLE \`_articles_v\`;`);
  await db.run(sql`DROP TABLE \`_articles_v_locales\`;`);
  await db.run(sql`DROP TABLE \`_articles_v_rels\`;`);
  await db.run(sql`DROP TABLE \`faqs\`;`);
  await db.run(sql`DROP TABLE \`faqs_locales\`;`);
  await db.run(sql`DROP TABLE \`faqs_rels\`;`);
  await db.run(sql`DROP TABLE \`_faqs_v\`;`);
  await db.run(sql`DROP TABLE \`_faqs_v_locales\`;`);
  await db.run(sql`DROP TABLE \`_faqs_v_rels\`;`);
  await db.run(sql`DROP TABLE \`misconceptions\`;`);
  await db.run(sql`DROP TABLE \`misconceptions_locales\`;`);
  await db.run(sql`DROP TABLE \`misconceptions_rels\`;`);
  await db.run(sql`DROP TABLE \`_misconceptions_v\`;`);
  await db.run(sql`DROP TABLE \`_misconceptions_v_locales\`;`);
  await db.run(sql`DROP TABLE \`_misconceptions_v_rels\`;`);
  await db.run(sql`DROP TABLE \`media\`;`);
  await db.run(sql`DROP TABLE \`media_locales\`;`);
  await db.run(sql`DROP TABLE \`media_rels\`;`);
  await db.run(sql`DROP TABLE \`people_board_certifications\`;`);
  await db.run(sql`DROP TABLE \`people_links\`;`);
  await db.run(sql`DROP TABLE \`people_roles\`;`);
  await db.run(sql`DROP TABLE \`people\`;`);
  await db.run(sql`DROP TABLE \`people_locales\`;`);
  await db.run(sql`DROP TABLE \`topics_synonyms\`;`);
  await db.run(sql`DROP TABLE \`topics_synonyms_locales\`;`);
  await db.run(sql`DROP TABLE \`topics_codes\`;`);
  await db.run(sql`DROP TABLE \`topics\`;`);
  await db.run(sql`DROP TABLE \`topics_locales\`;`);
  await db.run(sql`DROP TABLE \`categories\`;`);
  await db.run(sql`DROP TABLE \`categories_locales\`;`);
  await db.run(sql`DROP TABLE \`sources\`;`);
  await db.run(sql`DROP TABLE \`glossary_terms\`;`);
  await db.run(sql`DROP TABLE \`glossary_terms_locales\`;`);
  await db.run(sql`DROP TABLE \`glossary_terms_rels\`;`);
  await db.run(sql`DROP TABLE \`disclaimers_clauses\`;`);
  await db.run(sql`DROP TABLE \`disclaimers_clauses_locales\`;`);
  await db.run(sql`DROP TABLE \`disclaimers\`;`);
  await db.run(sql`DROP TABLE \`disclaimers_locales\`;`);
  await db.run(sql`DROP TABLE \`disclaimers_rels\`;`);
  await db.run(sql`DROP TABLE \`_disclaimers_v_version_clauses\`;`);
  await db.run(sql`DROP TABLE \`_disclaimers_v_version_clauses_locales\`;`);
  await db.run(sql`DROP TABLE \`_disclaimers_v\`;`);
  await db.run(sql`DROP TABLE \`_disclaimers_v_locales\`;`);
  await db.run(sql`DROP TABLE \`_disclaimers_v_rels\`;`);
  await db.run(sql`DROP TABLE \`rules_conditions\`;`);
  await db.run(sql`DROP TABLE \`rules\`;`);
  await db.run(sql`DROP TABLE \`_rules_v_version_conditions\`;`);
  await db.run(sql`DROP TABLE \`_rules_v\`;`);
  await db.run(sql`DROP TABLE \`claims_wordings\`;`);
  await db.run(sql`DROP TABLE \`claims_wordings_locales\`;`);
  await db.run(sql`DROP TABLE \`claims\`;`);
  await db.run(sql`DROP TABLE \`claims_rels\`;`);
  await db.run(sql`DROP TABLE \`_claims_v_version_wordings\`;`);
  await db.run(sql`DROP TABLE \`_claims_v_version_wordings_locales\`;`);
  await db.run(sql`DROP TABLE \`_claims_v\`;`);
  await db.run(sql`DROP TABLE \`_claims_v_rels\`;`);
  await db.run(sql`DROP TABLE \`availability\`;`);
  await db.run(sql`DROP TABLE \`availability_locales\`;`);
  await db.run(sql`DROP TABLE \`availability_texts\`;`);
  await db.run(sql`DROP TABLE \`availability_rels\`;`);
  await db.run(sql`DROP TABLE \`_availability_v\`;`);
  await db.run(sql`DROP TABLE \`_availability_v_locales\`;`);
  await db.run(sql`DROP TABLE \`_availability_v_texts\`;`);
  await db.run(sql`DROP TABLE \`_availability_v_rels\`;`);
  await db.run(sql`DROP TABLE \`licenses\`;`);
  await db.run(sql`DROP TABLE \`licenses_rels\`;`);
  await db.run(sql`DROP TABLE \`sites_domains\`;`);
  await db.run(sql`DROP TABLE \`sites\`;`);
  await db.run(sql`DROP TABLE \`sites_locales\`;`);
  await db.run(sql`DROP TABLE \`services_highlights\`;`);
  await db.run(sql`DROP TABLE \`services_highlights_locales\`;`);
  await db.run(sql`DROP TABLE \`services_modes\`;`);
  await db.run(sql`DROP TABLE \`services\`;`);
  await db.run(sql`DROP TABLE \`services_locales\`;`);
  await db.run(sql`DROP TABLE \`services_rels\`;`);
  await db.run(sql`DROP TABLE \`_services_v_version_highlights\`;`);
  await db.run(sql`DROP TABLE \`_services_v_version_highlights_locales\`;`);
  await db.run(sql`DROP TABLE \`_services_v_version_modes\`;`);
  await db.run(sql`DROP TABLE \`_services_v\`;`);
  await db.run(sql`DROP TABLE \`_services_v_locales\`;`);
  await db.run(sql`DROP TABLE \`_services_v_rels\`;`);
  await db.run(sql`DROP TABLE \`calls_to_action_facts\`;`);
  await db.run(sql`DROP TABLE \`calls_to_action_facts_locales\`;`);
  await db.run(sql`DROP TABLE \`calls_to_action\`;`);
  await db.run(sql`DROP TABLE \`calls_to_action_locales\`;`);
  await db.run(sql`DROP TABLE \`calls_to_action_rels\`;`);
  await db.run(sql`DROP TABLE \`notices_links\`;`);
  await db.run(sql`DROP TABLE \`notices_links_locales\`;`);
  await db.run(sql`DROP TABLE \`notices\`;`);
  await db.run(sql`DROP TABLE \`notices_locales\`;`);
  await db.run(sql`DROP TABLE \`notices_rels\`;`);
  await db.run(sql`DROP TABLE \`redirects\`;`);
  await db.run(sql`DROP TABLE \`users_sessions\`;`);
  await db.run(sql`DROP TABLE \`users\`;`);
  await db.run(sql`DROP TABLE \`users_rels\`;`);
  await db.run(sql`DROP TABLE \`api_clients_scopes\`;`);
  await db.run(sql`DROP TABLE \`api_clients\`;`);
  await db.run(sql`DROP TABLE \`api_clients_rels\`;`);
  await db.run(sql`DROP TABLE \`audit_log\`;`);
  await db.run(sql`DROP TABLE \`publications\`;`);
  await db.run(sql`DROP TABLE \`withdrawals\`;`);
  await db.run(sql`DROP TABLE \`payload_kv\`;`);
  await db.run(sql`DROP TABLE \`payload_jobs_log\`;`);
  await db.run(sql`DROP TABLE \`payload_jobs\`;`);
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`);
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`);
  await db.run(sql`DROP TABLE \`payload_preferences\`;`);
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`);
  await db.run(sql`DROP TABLE \`payload_migrations\`;`);
}
