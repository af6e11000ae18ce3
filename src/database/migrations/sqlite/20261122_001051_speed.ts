import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite';

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`articles_title_idx\`;`);
  await db.run(
    sql`CREATE INDEX \`articles_title_idx\` ON \`articles_locales\` (\`_locale\`,\`title\`,\`_parent_id\`);`,
  );
  await db.run(sql`DROP INDEX \`faqs_question_idx\`;`);
  await db.run(
    sql`CREATE INDEX \`faqs_question_idx\` ON \`faqs_locales\` (\`_locale\`,\`question\`,\`_parent_id\`);`,
  );
  await db.run(sql`DROP INDEX \`misconceptions_myth_idx\`;`);
  await db.run(
    sql`CREATE INDEX \`misconceptions_myth_idx\` ON \`misconceptions_locales\` (\`_locale\`,\`myth\`,\`_parent_id\`);`,
  );
  await db.run(sql`DROP INDEX \`topics_title_idx\`;`);
  await db.run(
    sql`CREATE INDEX \`topics_title_idx\` ON \`topics_locales\` (\`_locale\`,\`title\`,\`_parent_id\`);`,
  );
  await db.run(sql`DROP INDEX \`categories_title_idx\`;`);
  await db.run(
    sql`CREATE INDEX \`categories_title_idx\` ON \`categories_locales\` (\`_locale\`,\`title\`,\`_parent_id\`);`,
  );
  await db.run(sql`DROP INDEX \`glossary_terms_term_idx\`;`);
  await db.run(
    sql`CREATE INDEX \`glossary_terms_term_idx\` ON \`glossary_terms_locales\` (\`_locale\`,\`term\`,\`_parent_id\`);`,
  );
  await db.run(sql`DROP INDEX \`disclaimers_title_idx\`;`);
  await db.run(
    sql`CREATE INDEX \`disclaimers_title_idx\` ON \`disclaimers_locales\` (\`_locale\`,\`title\`,\`_parent_id\`);`,
  );
  await db.run(sql`DROP INDEX \`sites_name_idx\`;`);
  await db.run(
    sql`CREATE INDEX \`sites_name_idx\` ON \`sites_locales\` (\`_locale\`,\`name\`,\`_parent_id\`);`,
  );
  await db.run(sql`DROP INDEX \`services_name_idx\`;`);
  await db.run(
    sql`CREATE INDEX \`services_name_idx\` ON \`services_locales\` (\`_locale\`,\`name\`,\`_parent_id\`);`,
  );
  await db.run(sql`DROP INDEX \`calls_to_action_label_idx\`;`);
  await db.run(
    sql`CREATE INDEX \`calls_to_action_label_idx\` ON \`calls_to_action_locales\` (\`_locale\`,\`label\`,\`_parent_id\`);`,
  );
  await db.run(sql`DROP INDEX \`notices_title_idx\`;`);
  await db.run(
    sql`CREATE INDEX \`notices_title_idx\` ON \`notices_locales\` (\`_locale\`,\`title\`,\`_parent_id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`articles_public_slug_idx\` ON \`articles\` (\`_status\`,\`deleted_at\`,\`slug\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`articles_public_published_at_idx\` ON \`articles\` (\`_status\`,\`deleted_at\`,\`published_at\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`articles_public_updated_at_idx\` ON \`articles\` (\`_status\`,\`deleted_at\`,\`updated_at\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`articles_public_last_reviewed_idx\` ON \`articles\` (\`_status\`,\`deleted_at\`,\`last_reviewed\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`articles_public_next_review_idx\` ON \`articles\` (\`_status\`,\`deleted_at\`,\`next_review\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`faqs_public_order_idx\` ON \`faqs\` (\`_status\`,\`deleted_at\`,\`order\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`faqs_public_slug_idx\` ON \`faqs\` (\`_status\`,\`deleted_at\`,\`slug\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`faqs_public_published_at_idx\` ON \`faqs\` (\`_status\`,\`deleted_at\`,\`published_at\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`faqs_public_updated_at_idx\` ON \`faqs\` (\`_status\`,\`deleted_at\`,\`updated_at\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`faqs_public_last_reviewed_idx\` ON \`faqs\` (\`_status\`,\`deleted_at\`,\`last_reviewed\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`faqs_public_next_review_idx\` ON \`faqs\` (\`_status\`,\`deleted_at\`,\`next_review\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`misconceptions_public_order_idx\` ON \`misconceptions\` (\`_status\`,\`deleted_at\`,\`order\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`misconceptions_public_slug_idx\` ON \`misconceptions\` (\`_status\`,\`deleted_at\`,\`slug\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`misconceptions_public_published_at_idx\` ON \`misconceptions\` (\`_status\`,\`deleted_at\`,\`published_at\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`misconceptions_public_updated_at_idx\` ON \`misconceptions\` (\`_status\`,\`deleted_at\`,\`updated_at\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`misconceptions_public_last_reviewed_idx\` ON \`misconceptions\` (\`_status\`,\`deleted_at\`,\`last_reviewed\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`misconceptions_public_next_review_idx\` ON \`misconceptions\` (\`_status\`,\`deleted_at\`,\`next_review\`,\`id\`);`,
  );
  await db.run(sql`CREATE INDEX \`media_public_slug_idx\` ON \`media\` (\`live\`,\`slug\`,\`id\`);`);
  await db.run(
    sql`CREATE INDEX \`media_public_updated_at_idx\` ON \`media\` (\`live\`,\`updated_at\`,\`id\`);`,
  );
  await db.run(sql`CREATE INDEX \`people_public_name_idx\` ON \`people\` (\`live\`,\`name\`,\`id\`);`);
  await db.run(sql`CREATE INDEX \`people_public_slug_idx\` ON \`people\` (\`live\`,\`slug\`,\`id\`);`);
  await db.run(
    sql`CREATE INDEX \`people_public_updated_at_idx\` ON \`people\` (\`live\`,\`updated_at\`,\`id\`);`,
  );
  await db.run(sql`CREATE INDEX \`topics_public_slug_idx\` ON \`topics\` (\`live\`,\`slug\`,\`id\`);`);
  await db.run(
    sql`CREATE INDEX \`topics_public_updated_at_idx\` ON \`topics\` (\`live\`,\`updated_at\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`categories_public_order_idx\` ON \`categories\` (\`live\`,\`order\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`categories_public_slug_idx\` ON \`categories\` (\`live\`,\`slug\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`categories_public_updated_at_idx\` ON \`categories\` (\`live\`,\`updated_at\`,\`id\`);`,
  );
  await db.run(sql`CREATE INDEX \`sources_public_title_idx\` ON \`sources\` (\`live\`,\`title\`,\`id\`);`);
  await db.run(sql`CREATE INDEX \`sources_public_slug_idx\` ON \`sources\` (\`live\`,\`slug\`,\`id\`);`);
  await db.run(sql`CREATE INDEX \`sources_public_year_idx\` ON \`sources\` (\`live\`,\`year\`,\`id\`);`);
  await db.run(
    sql`CREATE INDEX \`sources_public_updated_at_idx\` ON \`sources\` (\`live\`,\`updated_at\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`glossary_terms_public_slug_idx\` ON \`glossary_terms\` (\`live\`,\`slug\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`glossary_terms_public_abbreviation_idx\` ON \`glossary_terms\` (\`live\`,\`abbreviation\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`glossary_terms_public_updated_at_idx\` ON \`glossary_terms\` (\`live\`,\`updated_at\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`disclaimers_public_slug_idx\` ON \`disclaimers\` (\`_status\`,\`deleted_at\`,\`slug\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`disclaimers_public_effective_from_idx\` ON \`disclaimers\` (\`_status\`,\`deleted_at\`,\`effective_from\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`disclaimers_public_updated_at_idx\` ON \`disclaimers\` (\`_status\`,\`deleted_at\`,\`updated_at\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`availability_public_state_idx\` ON \`availability\` (\`_status\`,\`deleted_at\`,\`state\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`availability_public_status_idx\` ON \`availability\` (\`_status\`,\`deleted_at\`,\`status\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`availability_public_effective_from_idx\` ON \`availability\` (\`_status\`,\`deleted_at\`,\`effective_from\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`availability_public_effective_to_idx\` ON \`availability\` (\`_status\`,\`deleted_at\`,\`effective_to\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`availability_public_reviewed_at_idx\` ON \`availability\` (\`_status\`,\`deleted_at\`,\`reviewed_at\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`availability_public_updated_at_idx\` ON \`availability\` (\`_status\`,\`deleted_at\`,\`updated_at\`,\`id\`);`,
  );
  await db.run(sql`CREATE INDEX \`sites_public_slug_idx\` ON \`sites\` (\`live\`,\`slug\`,\`id\`);`);
  await db.run(
    sql`CREATE INDEX \`sites_public_updated_at_idx\` ON \`sites\` (\`live\`,\`updated_at\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`services_public_slug_idx\` ON \`services\` (\`_status\`,\`deleted_at\`,\`slug\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`services_public_updated_at_idx\` ON \`services\` (\`_status\`,\`deleted_at\`,\`updated_at\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`calls_to_action_public_slug_idx\` ON \`calls_to_action\` (\`live\`,\`slug\`,\`id\`);`,
  );
  await db.run(
    sql`CREATE INDEX \`calls_to_action_public_updated_at_idx\` ON \`calls_to_action\` (\`live\`,\`updated_at\`,\`id\`);`,
  );
  await db.run(sql`CREATE INDEX \`notices_public_slug_idx\` ON \`notices\` (\`live\`,\`slug\`,\`id\`);`);
  await db.run(sql`CREATE INDEX \`notices_public_kind_idx\` ON \`notices\` (\`live\`,\`kind\`,\`id\`);`);
  await db.run(
    sql`CREATE INDEX \`notices_public_updated_at_idx\` ON \`notices\` (\`live\`,\`updated_at\`,\`id\`);`,
  );
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`articles_public_slug_idx\`;`);
  await db.run(sql`DROP INDEX \`articles_public_published_at_idx\`;`);
  await db.run(sql`DROP INDEX \`articles_public_updated_at_idx\`;`);
  await db.run(sql`DROP INDEX \`articles_public_last_reviewed_idx\`;`);
  await db.run(sql`DROP INDEX \`articles_public_next_review_idx\`;`);
  await db.run(sql`DROP INDEX \`faqs_public_order_idx\`;`);
  await db.run(sql`DROP INDEX \`faqs_public_slug_idx\`;`);
  await db.run(sql`DROP INDEX \`faqs_public_published_at_idx\`;`);
  await db.run(sql`DROP INDEX \`faqs_public_updated_at_idx\`;`);
  await db.run(sql`DROP INDEX \`faqs_public_last_reviewed_idx\`;`);
  await db.run(sql`DROP INDEX \`faqs_public_next_review_idx\`;`);
  await db.run(sql`DROP INDEX \`misconceptions_public_order_idx\`;`);
  await db.run(sql`DROP INDEX \`misconceptions_public_slug_idx\`;`);
  await db.run(sql`DROP INDEX \`misconceptions_public_published_at_idx\`;`);
  await db.run(sql`DROP INDEX \`misconceptions_public_updated_at_idx\`;`);
  await db.run(sql`DROP INDEX \`misconceptions_public_last_reviewed_idx\`;`);
  await db.run(sql`DROP INDEX \`misconceptions_public_next_review_idx\`;`);
  await db.run(sql`DROP INDEX \`media_public_slug_idx\`;`);
  await db.run(sql`DROP INDEX \`media_public_updated_at_idx\`;`);
  await db.run(sql`DROP INDEX \`people_public_name_idx\`;`);
  await db.run(sql`DROP INDEX \`people_public_slug_idx\`;`);
  await db.run(sql`DROP INDEX \`people_public_updated_at_idx\`;`);
  await db.run(sql`DROP INDEX \`topics_public_slug_idx\`;`);
  await db.run(sql`DROP INDEX \`topics_public_updated_at_idx\`;`);
  await db.run(sql`DROP INDEX \`categories_public_order_idx\`;`);
  await db.run(sql`DROP INDEX \`categories_public_slug_idx\`;`);
  await db.run(sql`DROP INDEX \`categories_public_updated_at_idx\`;`);
  await db.run(sql`DROP INDEX \`sources_public_title_idx\`;`);
  await db.run(sql`DROP INDEX \`sources_public_slug_idx\`;`);
  await db.run(sql`DROP INDEX \`sources_public_year_idx\`;`);
  await db.run(sql`DROP INDEX \`sources_public_updated_at_idx\`;`);
  await db.run(sql`DROP INDEX \`glossary_terms_public_slug_idx\`;`);
  await db.run(sql`DROP INDEX \`glossary_terms_public_abbreviation_idx\`;`);
  await db.run(sql`DROP INDEX \`glossary_terms_public_updated_at_idx\`;`);
  await db.run(sql`DROP INDEX \`disclaimers_public_slug_idx\`;`);
  await db.run(sql`DROP INDEX \`disclaimers_public_effective_from_idx\`;`);
  await db.run(sql`DROP INDEX \`disclaimers_public_updated_at_idx\`;`);
  await db.run(sql`DROP INDEX \`availability_public_state_idx\`;`);
  await db.run(sql`DROP INDEX \`availability_public_status_idx\`;`);
  await db.run(sql`DROP INDEX \`availability_public_effective_from_idx\`;`);
  await db.run(sql`DROP INDEX \`availability_public_effective_to_idx\`;`);
  await db.run(sql`DROP INDEX \`availability_public_reviewed_at_idx\`;`);
  await db.run(sql`DROP INDEX \`availability_public_updated_at_idx\`;`);
  await db.run(sql`DROP INDEX \`sites_public_slug_idx\`;`);
  await db.run(sql`DROP INDEX \`sites_public_updated_at_idx\`;`);
  await db.run(sql`DROP INDEX \`services_public_slug_idx\`;`);
  await db.run(sql`DROP INDEX \`services_public_updated_at_idx\`;`);
  await db.run(sql`DROP INDEX \`calls_to_action_public_slug_idx\`;`);
  await db.run(sql`DROP INDEX \`calls_to_action_public_updated_at_idx\`;`);
  await db.run(sql`DROP INDEX \`notices_public_slug_idx\`;`);
  await db.run(sql`DROP INDEX \`notices_public_kind_idx\`;`);
  await db.run(sql`DROP INDEX \`notices_public_updated_at_idx\`;`);
  await db.run(sql`DROP INDEX \`articles_title_idx\`;`);
  await db.run(sql`CREATE INDEX \`articles_title_idx\` ON \`articles_locales\` (\`title\`,\`_locale\`);`);
  await db.run(sql`DROP INDEX \`faqs_question_idx\`;`);
  await db.run(sql`CREATE INDEX \`faqs_question_idx\` ON \`faqs_locales\` (\`question\`,\`_locale\`);`);
  await db.run(sql`DROP INDEX \`misconceptions_myth_idx\`;`);
  await db.run(
    sql`CREATE INDEX \`misconceptions_myth_idx\` ON \`misconceptions_locales\` (\`myth\`,\`_locale\`);`,
  );
  await db.run(sql`DROP INDEX \`topics_title_idx\`;`);
  await db.run(sql`CREATE INDEX \`topics_title_idx\` ON \`topics_locales\` (\`title\`,\`_locale\`);`);
  await db.run(sql`DROP INDEX \`categories_title_idx\`;`);
  await db.run(sql`CREATE INDEX \`categories_title_idx\` ON \`categories_locales\` (\`title\`,\`_locale\`);`);
  await db.run(sql`DROP INDEX \`glossary_terms_term_idx\`;`);
  await db.run(
    sql`CREATE INDEX \`glossary_terms_term_idx\` ON \`glossary_terms_locales\` (\`term\`,\`_locale\`);`,
  );
  await db.run(sql`DROP INDEX \`disclaimers_title_idx\`;`);
  await db.run(
    sql`CREATE INDEX \`disclaimers_title_idx\` ON \`disclaimers_locales\` (\`title\`,\`_locale\`);`,
  );
  await db.run(sql`DROP INDEX \`sites_name_idx\`;`);
  await db.run(sql`CREATE INDEX \`sites_name_idx\` ON \`sites_locales\` (\`name\`,\`_locale\`);`);
  await db.run(sql`DROP INDEX \`services_name_idx\`;`);
  await db.run(sql`CREATE INDEX \`services_name_idx\` ON \`services_locales\` (\`name\`,\`_locale\`);`);
  await db.run(sql`DROP INDEX \`calls_to_action_label_idx\`;`);
  await db.run(
    sql`CREATE INDEX \`calls_to_action_label_idx\` ON \`calls_to_action_locales\` (\`label\`,\`_locale\`);`,
  );
  await db.run(sql`DROP INDEX \`notices_title_idx\`;`);
  await db.run(sql`CREATE INDEX \`notices_title_idx\` ON \`notices_locales\` (\`title\`,\`_locale\`);`);
}
