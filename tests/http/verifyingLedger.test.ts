/** What somebody writes into the database past the product is found, named, and makes `ledger -- verify` exit 1. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { UsageError } from '../../src/commands/command.js';
import { ledgerCommand } from '../../src/commands/ledgerCommand.js';
import { contentHashOf, hashOf, type Publication } from '../../src/publishing/ledger/record.js';
import { type Asking, asking, paragraph } from '../helpers/asking.js';
import { type BehindTheBack, behindTheBackOf } from '../helpers/behindTheBack.js';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
let editor: Asking;
let behind: BehindTheBack;

beforeAll(async () => {
  house = await openHouse();
  editor = asking(house, await house.person('editor'));
  behind = behindTheBackOf(house);
});
afterEach(() => behind.undo());
afterAll(() => house.close());

/** What `npm run ledger -- …` says, and its exit code. */
async function ledger(...args: string[]): Promise<{ code: number; lines: string[]; last: string }> {
  const lines: string[] = [];
  const input = await ledgerCommand.prepare(args, process.cwd());
  const code = await ledgerCommand.run(input, {
    payload: house.payload,
    file: () => undefined,
    say: (line) => lines.push(line),
    signal: new AbortController().signal,
    taken: async () => undefined,
  });
  return { code, lines, last: lines.at(-1) ?? '' };
}

/** Verifies, expecting exactly these findings in any order. */
async function findings(...expected: RegExp[]): Promise<void> {
  const { code, lines } = await ledger('verify');
  const found = lines.slice(0, -1);
  for (const each of expected) expect(found).toContainEqual(expect.stringMatching(each));
  expect(found).toHaveLength(expected.length);
  expect(lines.at(-1)).toMatch(new RegExp(`: ${expected.length} findings?\\.`));
  expect(code).toBe(1);
}

async function records(): Promise<Publication[]> {
  const { docs } = await house.payload.db.find<Publication>({
    ...{ collection: 'publications', pagination: false, sort: 'position' },
  });
  return docs;
}

async function head(): Promise<Publication> {
  const all = await records();
  return all.at(-1) as Publication;
}

let count = 0;

/** An article with one record for each of its texts. */
async function article(...texts: string[]): Promise<{ id: string; title: string; records: Publication[] }> {
  count += 1;
  const title = `A watched article ${count}`;
  const created = await editor.post('/api/articles?draft=true', {
    title,
    summary: 'S',
    body: paragraph('Draft'),
  });
  const { id } = created.body.doc;
  for (const text of texts)
    await editor.patch(`/api/articles/${id}`, { body: paragraph(text), _status: 'published' }).expect(200);
  const all = await records();
  return { id, title, records: all.filter(({ documentId }) => documentId === id) };
}

const nth = <T>(values: readonly T[], index: number): T => values.at(index) as T;

describe('a ledger that nobody touched', () => {
  it('is found to be whole, after changes, takings down and deletions', async () => {
    const { id } = await article('One.', 'Two.');
    await editor.patch(`/api/articles/${id}`, { _status: 'draft' }).expect(200);
    const gone = await article('Three.');
    await editor.delete(`/api/articles/${gone.id}`).expect(200);
    const { code, lines } = await ledger('verify');
    expect(lines).toEqual([
      expect.stringMatching(
        /^[\d,]+ records, head \d+:[0-9a-f]{12}…, [\d,]+ public documents: nothing is wrong\.$/,
      ),
    ]);
    expect(code).toBe(0);
  });

  it('is whole at any moment while others write', async () => {
    const writing = Promise.all(Array.from({ length: 6 }, (_, index) => article(`${index}a`, `${index}b`)));
    const verdicts: number[] = [];
    let isWriting = true;
    const ended = writing.finally(() => {
      isWriting = false;
    });
    while (isWriting) verdicts.push((await ledger('verify')).code);
    await ended;
    expect(verdicts.length).toBeGreaterThan(0);
    expect(new Set(verdicts)).toEqual(new Set([0]));
  });

  it('has a head that is printed and held against the ledger', async () => {
    const { last } = await ledger('head');
    const { createdAt, hash, position } = await head();
    expect(last).toBe(`${position}:${hash} ${createdAt}`);
    await article('More.');
    expect((await ledger('verify', '--head', last)).code).toBe(0);
    expect((await ledger('verify', '--head', `${position}:${hash.toUpperCase()}`)).code).toBe(0);
  });
});

describe('a document changed behind the back of the product', () => {
  it('is found when a field says something else', async () => {
    const id = await house.idOf('topics', 'ptsd');
    await behind.change('topics', id, { kind: 'therapy' });
    await findings(
      new RegExp(`^topics “.+” \\(ptsd, ${id}\\) was changed outside.* differs from record \\d+ in kind\\.$`),
    );
  });

  it('is found when it was removed', async () => {
    const id = await house.idOf('glossary-terms', (await behind.rows('glossary-terms'))[0]?.slug as string);
    await behind.remove('glossary-terms', id);
    await findings(
      new RegExp(`^glossary-terms “.+” \\(.+, ${id}\\) is public by record \\d+, but not in the database`),
    );
  });

  it('is found when it was inserted', async () => {
    const [row] = await behind.rows('sources');
    const id = randomUUID();
    await behind.insert('sources', { ...row, id, slug: 'slipped-in' });
    await findings(new RegExp(`^sources .*\\(slipped-in, ${id}\\) is public, but no record says so`));
  });

  it('is found when it was taken down', async () => {
    const { id, title } = await article('Up.');
    await behind.change('articles', id, { _status: 'draft' });
    await findings(
      new RegExp(`^articles “${title}” .*${id}\\) is public by record \\d+, but not in the database`),
    );
  });

  it('is found when it was put up again', async () => {
    const { id, title } = await article('Up.');
    await editor.patch(`/api/articles/${id}`, { _status: 'draft' }).expect(200);
    await behind.change('articles', id, { _status: 'published' });
    await findings(
      new RegExp(`^articles “${title}” .*${id}\\) is public, but went dark with record \\d+ \\(unpublish\\)`),
    );
  });
});

describe('a record of the ledger', () => {
  it('is found when it was changed', async () => {
    const { id, records: of, title } = await article('One.', 'Two.');
    await behind.change('publications', nth(of, 0).id, { reason: 'Because.' });
    await findings(
      new RegExp(
        `^Record ${nth(of, 0).position} \\(publish of articles “${title}” .*${id}\\)\\) was changed`,
      ),
    );
  });

  it('is found when its snapshot was changed', async () => {
    const { records: of } = await article('One.', 'Two.');
    const { id, position, snapshot } = nth(of, 0);
    await behind.change('publications', id, { snapshot: snapshot?.replace('One.', 'Won.') });
    await findings(new RegExp(`^Record ${position} .*: its snapshot was changed`));
  });

  it('is found when it was changed and given the hash that goes with that', async () => {
    const { records: of } = await article('One.', 'Two.');
    const first = nth(of, 0);
    const snapshot = first.snapshot?.replace('One.', 'Won.') as string;
    const contentHash = contentHashOf(snapshot);
    const hash = hashOf({ ...first, contentHash });
    await behind.change('publications', first.id, { snapshot, contentHash, hash });
    await findings(
      new RegExp(`^Record ${first.position + 1} .* does not follow Record ${first.position} `),
      new RegExp(`^The span of .* from record ${first.position} was changed`),
    );
  });

  it('is found when it cannot even be read', async () => {
    const { id, records: of } = await article('One.');
    const isSqlite = house.payload.db.name === 'sqlite';
    const actor = isSqlite ? 'nobody' : { kind: 'person' };
    await behind.change('publications', nth(of, 0).id, { actor });
    const { code, lines } = await ledger('verify');
    expect(lines).toContainEqual(
      expect.stringMatching(new RegExp(`^Record ${nth(of, 0).position} .*was changed`)),
    );
    if (isSqlite)
      expect(lines).toContainEqual(expect.stringMatching(new RegExp(`${id}\\) cannot be compared`)));
    expect(code).toBe(1);
  });

  it('is found when it was removed from the middle', async () => {
    const { id, records: of } = await article('One.', 'Two.', 'Three.');
    const { id: recordId, position } = nth(of, 1);
    await behind.remove('publications', recordId);
    await findings(
      new RegExp(`^Record ${position} \\(of articles \\(.+, ${id}\\)\\) is missing: it was removed`),
      new RegExp(
        `^The span of .* from record ${position - 1} was changed: its end is ${position}, not ${position + 1}`,
      ),
      new RegExp(`^A span of .* begins at ${position}, where no record publishes it`),
    );
  });

  it('is found when it was the last, by what is public and by a head that was kept', async () => {
    const { id, records: of, title } = await article('One.');
    const { hash, id: recordId, position } = nth(of, 0);
    await behind.remove('publications', recordId);
    const { code, lines } = await ledger('verify', '--head', `${position}:${hash}`);
    expect(code).toBe(1);
    expect(lines).toContainEqual(
      expect.stringMatching(new RegExp(`^articles “${title}” .*${id}\\) is public, but no record`)),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(new RegExp(`^Record ${position}, whose hash was kept, is not there`)),
    );
  });

  it('is found when everything since was written anew, by a head that was kept', async () => {
    await article('One.');
    const { id, position, ...record } = await head();
    const hash = hashOf({ ...record, position, reason: 'Another story.' });
    await behind.change('publications', id, { reason: 'Another story.', hash });
    expect((await ledger('verify')).code).toBe(0);
    const { code, lines } = await ledger('verify', '--head', `${position}:${record.hash}`);
    expect(lines[0]).toBe(
      `Record ${position} is not the one that was kept: its hash is ${hash}, not ${record.hash}.`,
    );
    expect(code).toBe(1);
  });

  it('is found when it changed places with another', async () => {
    const { records: of } = await article('One.', 'Two.', 'Three.');
    const [first, second] = [nth(of, 0), nth(of, 1)];
    await behind.change('publications', first.id, { position: -1 });
    await behind.change('publications', second.id, { position: first.position });
    await behind.change('publications', first.id, { position: second.position });
    const { code, lines } = await ledger('verify');
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      expect(lines).toContainEqual(
        expect.stringMatching(
          new RegExp(`^Record ${one.position} .* wrong place: it was written as record ${other.position}`),
        ),
      );
    }
    expect(code).toBe(1);
  });

  it('is found when it was inserted at the end, hashes and all', async () => {
    const { id, title } = await article('One.');
    const last = await head();
    const forged = { ...last, act: 'unpublish' as const, contentHash: null, snapshot: null };
    Object.assign(forged, { position: last.position + 1, previousHash: last.hash });
    const stored = await behind.rows('publications');
    const row = stored.find((each) => each.id === last.id);
    const { contentHash, position, previousHash, snapshot } = forged;
    await behind.insert('publications', {
      ...{ ...row, act: 'unpublish', contentHash, position, previousHash, snapshot },
      ...{ hash: hashOf(forged), id: randomUUID() },
    });
    await findings(
      new RegExp(
        `^articles “${title}” .*${id}\\) is public, but went dark with record ${position} \\(unpublish\\)`,
      ),
      new RegExp(
        `^The span of .* from record ${last.position} was changed: its end is open, not ${position}`,
      ),
    );
  });

  it('is found when it was inserted where none belongs', async () => {
    const [row] = await behind.rows('publications');
    await behind.insert('publications', { ...row, id: randomUUID(), position: 0 });
    const { code, lines } = await ledger('verify');
    expect(lines).toContainEqual(expect.stringMatching(/^A record stands at position 0, where none belongs/));
    expect(code).toBe(1);
  });
});

describe('what is derived from the ledger', () => {
  it('is found when a span was changed, and made anew', async () => {
    const { id, records: of } = await article('One.', 'Two.');
    const spans = await behind.rows('publication-spans');
    const span = spans.find(({ from }) => from === nth(of, 0).position);
    await behind.change('publication-spans', String(span?.id), { to: nth(of, 1).position + 1 });
    await findings(
      new RegExp(`^The span of articles .*${id}\\) from record ${nth(of, 0).position} was changed: its end`),
    );
    expect((await ledger('verify')).last).toContain('npm run ledger -- rebuild');
    expect((await ledger('rebuild')).last).toMatch(/; 1 were not before\.$/);
    expect((await ledger('verify')).code).toBe(0);
  });

  it('is found when a span is missing or too many', async () => {
    const { records: of } = await article('One.');
    const spans = await behind.rows('publication-spans');
    const span = spans.find(({ from }) => from === nth(of, 0).position);
    await behind.remove('publication-spans', String(span?.id));
    await behind.insert('publication-spans', {
      ...span,
      id: randomUUID(),
      from: nth(of, 0).position + 1_000,
    });
    await findings(
      new RegExp(`^The span of .* from record ${nth(of, 0).position} is missing`),
      new RegExp(`^A span of .* begins at ${nth(of, 0).position + 1_000}`),
    );
    await ledger('rebuild');
    expect((await ledger('verify')).code).toBe(0);
  });

  it('is found when a span was made up beside a true one, or where no record stands', async () => {
    const [one, other] = [await article('One.', 'Two.', 'Three.'), await article('Another.')];
    const spans = await behind.rows('publication-spans');
    const span = spans.find(({ from }) => from === nth(other.records, 0).position);
    const from = nth(one.records, 1).position;
    await behind.remove('publications', nth(one.records, 1).id);
    await behind.insert('publication-spans', { ...span, id: randomUUID(), from });
    await behind.insert('publication-spans', { ...span, id: randomUUID(), from: from + 1, to: from + 2 });
    const { lines } = await ledger('verify');
    for (const position of [from, from + 1])
      expect(lines).toContainEqual(
        expect.stringMatching(
          new RegExp(`^A span of .*${other.id}\\) begins at ${position}, where no record`),
        ),
      );
    await behind.undo();
    expect((await ledger('verify')).code).toBe(0);
  });

  it('is found when a reference was removed or made up, and made anew', async () => {
    const [reference, other] = await behind.rows('publication-references');
    await behind.remove('publication-references', String(reference?.id));
    await behind.insert('publication-references', { ...other, id: randomUUID(), fromId: 'nobody' });
    await findings(
      new RegExp(`^The references of ${reference?.fromCollection} .*${reference?.fromId}\\) are not those`),
      new RegExp(`^The references of ${other?.fromCollection} \\(nobody\\) are not those`),
    );
    await ledger('rebuild');
    expect((await ledger('verify')).code).toBe(0);
  });

  it('is made anew from nothing, as it was', async () => {
    const names = ['publication-spans', 'publication-references'];
    const without = (rows: Record<string, unknown>[]) =>
      rows.map(({ _id, __v, id, ...row }) => JSON.stringify(row, Object.keys(row).sort())).sort();
    const before = await Promise.all(names.map((name) => behind.rows(name)));
    for (const name of names) await behind.empty(name);
    expect((await ledger('rebuild')).code).toBe(0);
    const after = await Promise.all(names.map((name) => behind.rows(name)));
    expect(after.map(without)).toEqual(before.map(without));
    expect((await ledger('verify')).code).toBe(0);
  });
});

describe('redacting a record', () => {
  const reason = 'It names a patient.';

  it('takes its content out of the ledger and leaves the chain whole', async () => {
    const { records: of } = await article('It was Jane Doe.', 'It was somebody.');
    const target = nth(of, 0);
    expect((await ledger('redact', String(target.position), '--reason', reason)).code).toBe(0);
    const after = (await records()).find(({ id }) => id === target.id);
    expect(after).toMatchObject({ contentHash: target.contentHash, hash: target.hash });
    expect(after?.snapshot ?? null).toBeNull();
    const { actor, ...redaction } = await head();
    expect(redaction).toMatchObject({
      act: 'redact',
      reason,
      target: target.position,
      documentId: target.documentId,
    });
    expect(actor).toMatchObject({ kind: 'system', label: expect.stringMatching(/^Command line \(.+\)$/) });
    expect((await ledger('verify')).code).toBe(0);
    expect((await ledger('rebuild')).last).toMatch(/; 0 were not before\.$/);
    expect(JSON.stringify((await ledger('export')).lines)).not.toContain('Jane Doe');
  });

  it('is refused for what is public now, holds nothing, was redacted or does not exist', async () => {
    const { id, records: of } = await article('One.', 'Two.');
    const redact = (position: number) => ledger('redact', String(position), '--reason', reason);
    await expect(redact(nth(of, 1).position)).rejects.toThrow(/is what is public now/);
    await editor.patch(`/api/articles/${id}`, { _status: 'draft' }).expect(200);
    await expect(redact((await head()).position)).rejects.toThrow(/has no snapshot/);
    await redact(nth(of, 1).position);
    const { position } = await head();
    await expect(redact(nth(of, 1).position)).rejects.toThrow(
      `has been redacted already, by record ${position}.`,
    );
    await expect(redact(position + 1_000)).rejects.toThrow(`There is no record ${position + 1_000}.`);
    expect((await head()).position).toBe(position);
  });

  it('is found when it was only pretended, or taken back', async () => {
    const { records: of } = await article('One.', 'Two.', 'Three.');
    await behind.change('publications', nth(of, 0).id, { snapshot: null });
    const { lines } = await ledger('verify');
    expect(lines[0]).toMatch(
      new RegExp(`^Record ${nth(of, 0).position} .*: its snapshot was removed, and no record`),
    );
    await behind.undo();
    await ledger('redact', String(nth(of, 1).position), '--reason', reason);
    const { position } = await head();
    await behind.change('publications', nth(of, 1).id, { snapshot: nth(of, 1).snapshot });
    expect((await ledger('verify')).lines).toContainEqual(
      expect.stringMatching(
        new RegExp(
          `^Record ${nth(of, 1).position} was redacted by Record ${position} .*has a snapshot again`,
        ),
      ),
    );
  });
});

describe('exporting the ledger', () => {
  it('gives every record with all that its hash is made of, in order', async () => {
    const { code, lines } = await ledger('export');
    const exported = lines.map((line) => JSON.parse(line) as Publication);
    expect(code).toBe(0);
    expect(exported.map(({ position }) => position)).toEqual(exported.map((_, index) => index + 1));
    for (const record of exported) {
      expect(hashOf(record)).toBe(record.hash);
      if (record.snapshot !== null) expect(contentHashOf(record.snapshot)).toBe(record.contentHash);
    }
  });

  it('gives a part of it', async () => {
    const { lines } = await ledger('export', '--from', '3', '--to', '5');
    expect(lines.map((line) => JSON.parse(line).position)).toEqual([3, 4, 5]);
  });
});

describe('a slip of the tongue', () => {
  const slips: [string[], RegExp][] = [
    [[], /what to do/],
    [['verfiy'], /cannot “verfiy”/],
    [['verify', '--hed', 'x'], /--hed/],
    [['verify', '--head', '12'], /POSITION:HASH/],
    [['redact', '7'], /--reason/],
    [['redact', 'seven', '--reason', 'R'], /position/],
    [['export', '--from', '0'], /--from/],
    [['head', 'on'], /“on”/],
  ];

  it.each(slips)('is named: %j', async (args, message) => {
    const slip = ledgerCommand.prepare(args, process.cwd());
    await expect(slip).rejects.toThrow(UsageError);
    await expect(slip).rejects.toThrow(message);
  });
});
