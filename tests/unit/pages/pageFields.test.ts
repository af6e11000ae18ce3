/** What pages read is public, field by field. */
import { describe, expect, it } from '@jest/globals';
import { linkFields, nearFields, pageFields } from '../../../src/pages/pageFields.js';
import { isDated, titleFields } from '../../../src/pages/questions.js';
import { allowList, type PublicSlug } from '../../../src/public-api/allowList.js';

const rows = [...Object.entries(pageFields), ...Object.entries(linkFields), ...Object.entries(nearFields)];

describe('pages', () => {
  it.each(rows)('read of %s only what the allow-list shows to strangers', (collection, fields) => {
    const { fields: shown } = allowList[collection as PublicSlug];
    expect(fields.filter((field) => !shown.includes(field))).toEqual([]);
  });

  const collections = Object.keys(pageFields) as (keyof typeof pageFields)[];
  it.each(collections)('know when a document of %s is public as the allow-list does', (collection) => {
    const { publicWhen } = allowList[collection];
    expect(titleFields[collection]).toBe(publicWhen.localizedTitle);
    expect(isDated(collection)).toBe(publicWhen.isEffectiveDated === true);
  });
});
