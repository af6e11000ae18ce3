/**
 * Schemas that others publish: the one of sitemaps.org (it comes with the package `sitemap`) and one for JSON Feed 1.1
 * (`jsonfeed-schema`). For Atom no package has any: `atomProblems` in feedRules.ts reads RFC 4287.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { repositoryRoot } from '../../src/root.js';

const require = createRequire(import.meta.url);

const schemaOfSitemaps = readFileSync(
  path.join(repositoryRoot, 'node_modules/sitemap/schema/sitemap.xsd'),
  'utf8',
);

/** What the schema of sitemaps.org has against it; none when it is valid. */
export function sitemapSchemaProblems(xml: string): string[] {
  const schema = XmlDocument.fromString(schemaOfSitemaps);
  const validator = XsdValidator.fromDoc(schema);
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (error instanceof XmlValidateError) return error.details.map(({ message }) => message);
    throw error;
  } finally {
    for (const each of [document, validator, schema]) each.dispose();
  }
}

const ajv = new Ajv({ allErrors: true, strict: false });
(addFormats as unknown as (instance: Ajv) => void)(ajv);
const isJsonFeed = ajv.compile(require('jsonfeed-schema/v1.1'));

/** What the schema of JSON Feed 1.1 has against it; none when it is valid. */
export function jsonFeedSchemaProblems(feed: unknown): string[] {
  if (isJsonFeed(feed)) return [];
  return (isJsonFeed.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
