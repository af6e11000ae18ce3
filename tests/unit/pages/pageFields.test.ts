/** What pages read is public, field by field. */
import { describe, expect, it } from '@jest/globals';
import { linkFields, pageFields } from '../../../src/pages/pageFields.js';
import { allowList, type PublicSlug } from '../../../src/public-api/allowList.js';

const rows = [...Object.entries(pageFields), ...Object.entries(linkFields)];

describe('pages', () => {
  it.each(rows)('read of %s only what the allow-list shows to strangers', (collection, fields) => {
    const { fields: shown } = allowList[collection as PublicSlug];
    expect(fields.filter((field) => !shown.includes(field))).toEqual([]);
  });
});
