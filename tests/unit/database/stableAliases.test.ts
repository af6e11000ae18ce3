/** Statements that differ only in the names that Payload makes up for joined tables. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withStableAliases } from '../../../src/database/sqlite/stableAliases.js';

const alias = fc.uuid().map((uuid) => uuid.replaceAll('-', '_'));

const joining = (one: string, other: string) =>
  `select "a"."id" from "a" left join "a_rels" "${one}" on "a"."id" = "${one}"."parent_id" ` +
  `left join "topics" "${other}" on "${other}"."id" = "${one}"."topics_id" where "${other}"."slug" = ?`;

describe('a statement with joins', () => {
  it('is one text, whatever names Payload has made up', () => {
    const names = fc.uniqueArray(alias, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(names, ([a = '', b = '', c = '', d = '']) => {
        const stable = withStableAliases(joining(a, b));
        expect(stable).toBe(withStableAliases(joining(c, d)));
        expect(stable).toBe(joining('joined_1', 'joined_2'));
      }),
    );
  });

  it('keeps tables apart that are joined twice', () => {
    const [one, other] = fc.sample(fc.uniqueArray(alias, { minLength: 2, maxLength: 2 }), 1)[0] ?? [];
    expect(withStableAliases(joining(one ?? '', one ?? ''))).not.toBe(
      withStableAliases(joining(one ?? '', other ?? '')),
    );
  });

  it('is left as it is when it has none', () => {
    const sql = 'select "id" from "publications" where "position" >= ?';
    expect(withStableAliases(sql)).toBe(sql);
  });
});
