/** Redirects in bulk: CSV over HTTP and on the command line, all of it or nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommandContext } from '../../src/commands/command.js';
import { asking, paragraph } from '../helpers/asking.js';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
let editor: string;
let folder: string;

beforeAll(async () => {
  house = await openHouse();
  editor = await house.person('editor');
  folder = mkdtempSync(path.join(tmpdir(), 'forthright-csv-'));
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

let count = 0;
const fresh = (word: string) => `/${word}-${++count}`;

const send = (csv: string | Buffer, query = '', authorization = editor) =>
  house.stranger
    .post(`/api/redirects/import${query}`)
    .set('Authorization', authorization)
    .set('Content-Type', 'text/csv')
    .send(csv as string);

const exported = async (query = '', authorization = editor) =>
  (await house.stranger.get(`/api/redirects/export${query}`).set('Authorization', authorization).expect(200))
    .text;

const total = async () =>
  (await house.payload.count({ collection: 'redirects', overrideAccess: true })).totalDocs;

const expectMoved = (from: string, to: string, site = 'harbor-therapy', toSite = site) =>
  house.stranger.get(`/api/pages/${site}${from}`).expect(301).expect('Location', `/api/pages/${toSite}${to}`);

describe('a CSV file', () => {
  it('creates, changes and leaves redirects', async () => {
    const [a, b, c] = [fresh('a'), fresh('b'), fresh('c')];
    const csv = `site,from,to,reason\nharbor-therapy,${a},/new,Relaunch\nbrightpath,${b},/new,\n`;
    const first = await send(csv).expect(200);
    expect(first.body).toEqual({ created: 2, changed: 0, unchanged: 0, ledOn: 0, errors: [] });
    const again = await send(csv).expect(200);
    expect(again.body).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
    const next = await send(`site,from,to\nharbor-therapy,${a},/newer\nharbor-therapy,${c},/new\n`).expect(
      200,
    );
    expect(next.body).toMatchObject({ created: 1, changed: 1, unchanged: 0 });
    await expectMoved(a, '/newer');
    expect(await exported()).toContain(`harbor-therapy,${a},/newer,,Relaunch\n`);
  });

  it('is read as spreadsheets write it: BOM, CRLF, quotes, semicolons, empty lines', async () => {
    const [a, b, c] = [fresh('a'), fresh('b'), fresh('c')];
    const csv = `\ufeff"Site";"From";"To";"Reason"\r\nharbor-therapy;"${a}";/x;"a; ""b"""\r\n\r\nharbor-therapy;${b};/y;\r\n`;
    expect((await send(csv).expect(200)).body.created).toBe(2);
    expect(await exported()).toContain(`harbor-therapy,${a},/x,,"a; ""b"""\n`);
    expect((await send(`site\tfrom\tto\nharbor-therapy\t${c}\t/x,y\n`).expect(200)).body.created).toBe(1);
    await expectMoved(c, '/x,y');
  });

  it('may name a site once for all lines, or by web addresses', async () => {
    const [a, b] = [fresh('a'), fresh('b')];
    await send(`from,to\n${a},/x\n`, '?site=brightpath').expect(200);
    await expectMoved(a, '/x', 'brightpath');
    const { docs } = await house.payload.find({
      ...{ collection: 'sites', depth: 0, locale: 'en', overrideAccess: true, sort: 'slug' },
    });
    const host = (slug: string) => new URL(docs.find((site) => site.slug === slug)?.url as string).host;
    const line = `https://${host('harbor-therapy')}${b}/,https://www.${host('brightpath')}/y`;
    await send(`from,to\n${line}\n`).expect(200);
    await expectMoved(b, '/y', 'harbor-therapy', 'brightpath');
  });

  it('with bad lines writes nothing, and names each of them', async () => {
    const before = await total();
    const [a, b, c] = [fresh('a'), fresh('b'), fresh('c')];
    const page = '/resources/ketamine-risks-and-side-effects';
    const lines = [
      'site,from,to,toSite',
      `harbor-therapy,${a},/fine,`,
      `nowhere,${a},/x,`,
      `harbor-therapy,${b}, ,`,
      `harbor-therapy,no-slash,/x,`,
      `harbor-therapy,${a},/other,`,
      `harbor-therapy,${b},${c},`,
      `harbor-therapy,${c},${b},`,
      `brightpath,${page},/x,`,
      `harbor-therapy,https://example.com/x,/x,`,
      `harbor-therapy,/y,/x,nowhere`,
      `harbor-therapy,/too,/few`,
      `,/no,/site,`,
    ];
    const { body } = await send(`${lines.join('\n')}\n`).expect(400);
    expect(body).toMatchObject({ created: 0, changed: 0, unchanged: 0 });
    const messages = new Map<number, string>(
      body.errors.map(({ line, message }: { line: number; message: string }) => [line, message]),
    );
    expect([...messages.keys()]).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(messages.get(3)).toContain('“nowhere”');
    expect(messages.get(6)).toContain('line 2');
    expect(messages.get(7)).toContain('circle');
    expect(messages.get(9)).toContain('an article that is public now');
    expect(messages.get(12)).toContain('3 cells');
    expect(await total()).toBe(before);
  });

  it.each([
    ['nothing', '', 'header row'],
    ['no header row', '/a,/b\n', 'is no column here'],
    ['a column too few', 'site,from\nharbor-therapy,/a\n', 'lacks the column “to”'],
    ['a column of another kind', 'site,from,to,status\n', '“status” is no column here'],
    ['an open quote', 'site,from,to\nharbor-therapy,"/a,/b\n', 'no CSV'],
  ])('with %s is refused', async (_what, csv, words) => {
    const { body } = await send(csv).expect(400);
    expect(body.errors[0]).toMatchObject({ code: 'validation_failed', line: expect.any(Number) });
    expect(body.errors[0].message).toContain(words);
  });

  it('makes no chains: not of its own lines, not with what is stored', async () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(fresh) as [string, string, string, string];
    await send(`site,from,to\nharbor-therapy,${a},${b}\n`).expect(200);
    const { body } = await send(`site,from,to\nharbor-therapy,${c},${d}\nharbor-therapy,${b},${c}\n`).expect(
      200,
    );
    expect(body).toMatchObject({ created: 2, ledOn: 1 });
    const csv = await exported();
    for (const from of [a, b, c]) expect(csv).toContain(`harbor-therapy,${from},${d},`);
  });

  it('can be tried without writing anything', async () => {
    const before = await total();
    const { body } = await send(`site,from,to\nharbor-therapy,${fresh('a')},/x\n`, '?dryRun=true').expect(
      200,
    );
    expect(body.created).toBe(1);
    expect(await total()).toBe(before);
    await send('site,from,to\n', '?dryRun=perhaps').expect(400);
    await send('site,from,to\n', '?unknown=1').expect(400);
    await send('site,from,to\n', '?site=nowhere').expect(400);
  });

  it('comes out as it went in', async () => {
    await send(`site,from,to,reason\nharbor-therapy,${fresh('a')},/x,"=1+1, ""so"""\n`).expect(200);
    const csv = await exported();
    expect(csv.split('\n')[0]).toBe('site,from,to,toSite,reason');
    expect(csv).toContain(`"'=1+1`);
    const { body } = await send(csv).expect(200);
    expect(body).toEqual({ created: 0, changed: 0, unchanged: await total(), ledOn: 0, errors: [] });
    expect(await exported('?site=brightpath')).not.toContain('harbor-therapy,');
  });

  it('is recorded line by line, with the person', async () => {
    const a = fresh('a');
    await send(`site,from,to\nharbor-therapy,${a},/x\n`).expect(200);
    const audit = await house.payload.find({
      ...{ collection: 'audit-log', depth: 0, overrideAccess: true, where: { title: { equals: a } } },
    });
    expect(audit.docs).toMatchObject([{ action: 'create', actorKind: 'person' }]);
  });

  it('is for those who may write redirects, and for their sites', async () => {
    const csv = `site,from,to\nharbor-therapy,${fresh('a')},/x\n`;
    await house.stranger.post('/api/redirects/import').set('Content-Type', 'text/csv').send(csv).expect(401);
    await house.stranger.get('/api/redirects/export').expect(401);
    for (const authorization of [await house.person('clinical-reviewer'), await house.client(['write'])]) {
      await send(csv, '', authorization).expect(403);
      const asked = house.stranger.get('/api/redirects/export').set('Authorization', authorization);
      await asked.expect(403);
    }
    await send(csv, '', await house.client(['publish'])).expect(200);
    const limited = await house.person('editor', [await house.idOf('sites', 'brightpath')]);
    const { body } = await send(csv, '', limited).expect(400);
    expect(body.errors[0].message).toContain('You may not change redirects of “harbor-therapy”');
    expect(await exported('', limited)).not.toContain('harbor-therapy,');
  });

  it('is CSV in UTF-8, and not too long', async () => {
    const wrong = house.stranger.post('/api/redirects/import').set('Authorization', editor);
    await wrong.send({ from: '/a' }).expect(415);
    await send(Buffer.from('site,from,to\nharbor-therapy,/caf\xe9,/x\n', 'latin1')).expect(400);
    await send(`site,from,to\n${'x'.repeat(2_200_000)}`).expect(413);
    await send(`site,from,to\n${'harbor-therapy,/a,/b\n'.repeat(5_001)}`).expect(413);
  });
});

describe('the command', () => {
  async function run(...args: string[]) {
    const { redirectsCommand } = await import('../../src/commands/redirectsCommand.js');
    const said: string[] = [];
    const files = new Map<string, string>();
    const context: CommandContext = {
      payload: house.payload,
      say: (line) => said.push(line),
      taken: async () => undefined,
      file: (name, content) => files.set(name, content),
      signal: new AbortController().signal,
    };
    const input = await redirectsCommand.prepare(args, folder);
    const code = await redirectsCommand
      .run(JSON.parse(JSON.stringify(input)), context)
      .catch((error: Error) => said.push(error.message) && 1);
    return { code, said, files };
  }

  it('brings redirects in, says what it did, and gives them out', async () => {
    const a = fresh('a');
    writeFileSync(path.join(folder, 'some.csv'), `from,to\n${a},/x\n`);
    const tried = await run('some.csv', '--site', 'harbor-therapy', '--dry-run');
    expect(tried).toMatchObject({ code: 0, said: ['Would be written: 1 created, 0 changed, 0 unchanged.'] });
    const done = await run('some.csv', '--site', 'harbor-therapy');
    expect(done).toMatchObject({ code: 0, said: ['Done: 1 created, 0 changed, 0 unchanged.'] });
    await expectMoved(a, '/x');
    const { said } = await run('--export', '--site', 'harbor-therapy');
    expect(said[0]).toBe('site,from,to,toSite,reason');
    expect(said).toContain(`harbor-therapy,${a},/x,,`);
    const { files } = await run('--export', 'all.csv');
    expect(files.get('all.csv')).toBe(await exported());
  });

  it('names every bad line and exits with 1', async () => {
    writeFileSync(path.join(folder, 'bad.csv'), 'site,from,to\nnowhere,/a,/b\nharbor-therapy,x,/b\n');
    const { code, said } = await run('bad.csv');
    expect(code).toBe(1);
    expect(said).toEqual([
      'bad.csv:2: There is no site “nowhere”.',
      'bad.csv:3: A path starts with one / and has no spaces, ? or #.',
      'Nothing was written: 2 errors.',
    ]);
  });

  it.each([[[]], [['a.csv', 'b.csv']], [['not-there.csv']], [['--export', '--dry-run']], [['--what']]])(
    'refuses the arguments %j',
    async (args) => {
      await expect(run(...args)).rejects.toMatchObject({ name: 'UsageError' });
    },
  );
});

describe('a large file', () => {
  it('is read, checked and written in one go', async () => {
    const run = fresh('bulk');
    const lines = Array.from({ length: 200 }, (_, index) => `harbor-therapy,${run}/${index},/to/${index}`);
    const { body } = await send(`site,from,to\n${lines.join('\n')}\n`).expect(200);
    expect(body).toMatchObject({ created: 200, errors: [] });
    await expectMoved(`${run}/199`, '/to/199');
  }, 120_000);

  it('that fails in its last line leaves nothing behind', async () => {
    const before = await total();
    const run = fresh('bulk');
    const lines = Array.from({ length: 1_000 }, (_, index) => `harbor-therapy,${run}/${index},/to/${index}`);
    const { body } = await send(`site,from,to\n${lines.join('\n')}\nharbor-therapy,x,/y\n`).expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ line: 1_002 })]);
    expect(await total()).toBe(before);
  });

  it('leads redirects of pages that move meanwhile nowhere else', async () => {
    const administrator = asking(house, await house.person('administrator'));
    const slug = fresh('moving').slice(1);
    const sites = [await house.idOf('sites', 'harbor-therapy')];
    const data = { title: slug, slug, body: paragraph('T.'), sites, _status: 'published' };
    const { id } = (await administrator.post('/api/articles', data).expect(201)).body.doc;
    const run = fresh('bulk');
    const lines = Array.from(
      { length: 50 },
      (_, index) => `harbor-therapy,${run}/${index},/resources/${slug}`,
    );
    await send(`site,from,to\n${lines.join('\n')}\n`).expect(200);
    await administrator.patch(`/api/articles/${id}`, { slug: `${slug}-b` }).expect(200);
    const csv = await exported();
    expect(
      csv.split('\n').filter((line) => line.includes(`${run}/`) && line.includes(`/resources/${slug}-b`)),
    ).toHaveLength(50);
  });
});
