/** Availability in files, and everything that is refused: bad rows, stale previews, people without the right. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { APIError } from 'payload';
import type { ChangesBody } from '../../src/availability-desk/answers.js';
import { asking } from '../helpers/asking.js';
import { type DeskCaller, deskOf } from '../helpers/desk.js';
import { type House, openHouse } from '../helpers/house.js';

let house: House;
let desk: DeskCaller;
let consultation: string;
let atHome: string;
beforeAll(async () => {
  house = await openHouse();
  desk = deskOf(house, await house.person('compliance'));
  consultation = await house.idOf('services', 'consultation');
  atHome = await house.idOf('services', 'at-home-program');
});
afterAll(async () => {
  await house.close();
});

/** Everything that the desk could write: entries, ledger, audit. */
async function everything() {
  const { payload } = house;
  const [entries, publications, audit] = await Promise.all([
    payload.db.find({ collection: 'availability', pagination: false, sort: 'id' }),
    payload.count({ collection: 'publications', overrideAccess: true }),
    // people sign in meanwhile
    payload.count({
      ...{ collection: 'audit-log', overrideAccess: true },
      where: { collectionSlug: { equals: 'availability' } },
    }),
  ]);
  const hash = createHash('sha256').update(JSON.stringify(entries.docs)).digest('hex');
  return [hash, publications.totalDocs, audit.totalDocs];
}

async function expectNothingWritten(act: () => Promise<unknown>): Promise<void> {
  const before = await everything();
  await act();
  expect(await everything()).toEqual(before);
}

const reasonOfLast = async () => {
  const { docs } = await house.payload.find({
    ...{ collection: 'publications', limit: 1, overrideAccess: true, sort: '-position' },
  });
  return docs[0]?.reason;
};

describe('a file', () => {
  it('that was exported and is brought in again changes nothing', async () => {
    const csv = await desk.csv();
    expect(csv.split('\r\n')[0]).toBe(
      '\ufeffid,site,service,state,status,counties,list,from,to,licenses,reviewed_at,review_due_at,public_note_en,public_note_es,internal_note',
    );
    expect(csv).toContain(',brightpath,at-home-program,FL,available,all,,2025-03-01T00:00-05:00,,');
    const preview = await desk.previewed(csv);
    expect(preview.problems).toEqual([]);
    expect(preview.rows.length).toBeGreaterThan(10);
    expect(new Set(preview.rows.map(({ action }) => action))).toEqual(new Set(['unchanged']));
    expect(preview).toMatchObject({ token: null, pages: [], sentences: [] });
  });

  it('holds the entries of one site or service when asked', async () => {
    expect(await desk.csv('?site=brightpath')).not.toContain('harbor-therapy');
    const lines = (await desk.csv('?site=brightpath&service=at-home-program')).trim().split('\r\n');
    expect(lines.slice(1).every((line) => line.includes(',at-home-program,'))).toBe(true);
    await desk.get('export.csv?service=nothing').expect(404);
  });

  it('changes, makes and leaves entries, and the ledger says where it came from', async () => {
    const entry = (await desk.cell(consultation, 'GA'))?.current;
    const csv = [
      'id;site;service;state;status;counties;list;from;licenses;public_note_es;internal_note',
      `${entry?.id};;;;waitlist;except;"Fulton; 13089";;;;"two`,
      'lines"',
      ';harbor-therapy;consultation;texas;Coming soon;only;harris, ;2027-03-01;;Pronto;-1',
    ].join('\r\n');
    const { applied } = await desk.done(csv.replace('harris, ', 'harris'));
    expect(applied.rows.map(({ action, line, state }) => [action, line, state])).toEqual([
      ['change', 3, 'GA'],
      ['create', 4, 'TX'],
    ]);
    expect(applied.message).toBe('Entries: 1 changed, 1 made.');
    expect(await reasonOfLast()).toBe('Availability: brought in from a CSV file.');
    expect((await desk.cell(consultation, 'GA'))?.current).toMatchObject({
      ...{ id: entry?.id, status: 'waitlist', internalNote: 'two\nlines', licenses: [] },
      ...{ counties: { mode: 'except', list: ['13121', '13089'] }, effectiveFrom: null },
    });
    expect((await desk.cell(consultation, 'TX'))?.upcoming).toMatchObject([
      {
        ...{ status: 'coming-soon', counties: { mode: 'only', list: ['48201'] }, internalNote: '-1' },
        ...{ effectiveFrom: '2027-03-01T08:00:00.000Z', publicNote: { en: null, es: 'Pronto' } },
      },
    ]);
    const again = await desk.previewed(await desk.csv());
    expect(new Set(again.rows.map(({ action }) => action))).toEqual(new Set(['unchanged']));
    expect(await desk.csv()).toContain(",'-1");
  });

  it('with bad rows is refused whole, each with its line', async () => {
    const csv = [
      'service,state,status,counties,list,licenses',
      'consultation,WA,waitlist,all,,',
      'consultation,OR,available,only,Bergen,',
      'consultation,VA,waitlist,only,Fairfax,',
      'nothing,VA,waitlist,all,,',
      'consultation,CA,waitlist,all,,',
    ].join('\n');
    await expectNothingWritten(async () => {
      const preview = await desk.previewed(csv);
      expect(preview.token).toBeNull();
      expect(preview.problems.map(({ line, path }) => [line, path])).toEqual([
        [3, 'list'],
        [3, 'list'],
        [3, 'licenses'],
        [4, 'list'],
        [4, 'list'],
        [5, 'service'],
        [6, 'from'],
      ]);
      expect(preview.problems[3]?.message).toContain('Fairfax County (51059), Fairfax city (51600)');
      expect(preview.problems[6]?.message).toContain('overlaps');
      const good = await desk.previewed(csv.split('\n').slice(0, 2).join('\n'));
      const { body } = await desk.apply(csv, good.token).expect(400);
      expect(body.errors).toEqual(
        preview.problems.map((problem) => ({ ...problem, code: 'validation_failed' })),
      );
    });
  });

  it('is UTF-8, and CSV, and not too long', async () => {
    const signed = asking(house, await house.person('compliance'));
    const send = (type: string, body: string | Buffer) =>
      signed
        .post('/api/availability-desk/changes?preview=true')
        .set('Content-Type', type)
        .send(body as string);
    await send('text/csv', Buffer.from('service,state\n\xff\xfe', 'latin1')).expect(400);
    await send('application/xml', '<a/>').expect(415);
    await send('application/json', '[1]').expect(400);
    const { body } = await send('text/csv', `service,state\n${'a,b\n'.repeat(2_001)}`).expect(413);
    expect(body.errors[0].code).toBe('payload_too_large');
    expect((await send('text/csv', 'id,"note\nx').expect(200)).body.problems[0].line).toBeGreaterThan(0);
    await asking(house, await house.person('compliance'))
      .post('/api/articles')
      .set('Content-Type', 'text/csv')
      .send('title\nx')
      .expect(415);
  });
});

describe('a preview', () => {
  const body: ChangesBody = { cells: [{ service: 'consultation', state: 'CA', status: 'paused' }] };

  it('writes nothing', async () => {
    await expectNothingWritten(async () => expect((await desk.previewed(body)).token).toBeTruthy());
  });

  it('is asked for first', async () => {
    await expectNothingWritten(async () => {
      const signed = asking(house, await house.person('compliance'));
      const { body: answer } = await signed.post('/api/availability-desk/changes', body).expect(400);
      expect(answer.errors[0]).toMatchObject({ code: 'invalid_parameter', path: 'token' });
      await signed.post('/api/availability-desk/changes?preview=maybe', body).expect(400);
    });
  });

  it('holds for its own body and person, once, and while nothing that it rests on changes', async () => {
    const { token } = await desk.previewed(body);
    const other = deskOf(house, await house.person('compliance'));
    const paused = (await desk.cell(consultation, 'CA'))?.current;
    await expectNothingWritten(async () => {
      await other.apply(body, token).expect(409);
      const changed: ChangesBody = { cells: [{ service: 'consultation', state: 'CA', status: 'waitlist' }] };
      const { body: answer } = await desk.apply(changed, token).expect(409);
      expect(answer.errors[0].code).toBe('conflict');
    });
    await asking(house, await house.person('compliance'))
      .patch(`/api/availability/${paused?.id}`, { internalNote: 'Meanwhile', _status: 'published' })
      .expect(200);
    await expectNothingWritten(() => desk.apply(body, token).expect(409));
    const fresh = await desk.previewed(body);
    await desk.apply(body, fresh.token).expect(200);
    await expectNothingWritten(() => desk.apply(body, fresh.token).expect(409));
  });

  it('is applied once, however many send it at the same time', async () => {
    const change: ChangesBody = { cells: [{ service: 'consultation', state: 'NY', status: 'waitlist' }] };
    const { token } = await desk.previewed(change);
    const answers = await Promise.all([1, 2, 3].map(() => desk.apply(change, token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await desk.cell(consultation, 'NY')).toMatchObject({ past: 1, current: { status: 'waitlist' } });
  });

  it('of which the house refuses one write leaves nothing of the others', async () => {
    const csv = [
      'service,state,status,counties,public_note_es',
      ...['WA', 'OR', 'ID'].map((state) => `consultation,${state},waitlist,all,Nota`),
    ].join('\n');
    const { token } = await desk.previewed(csv);
    const { hooks } = house.payload.collections.availability.config;
    const refuseOregon = ({ data }: { data: { state?: string } }) => {
      if (data.state === 'OR') throw new APIError('Not in Oregon.', 400, null, true);
    };
    hooks.beforeChange.push(refuseOregon as never);
    await expectNothingWritten(async () => {
      const { body: answer } = await desk.apply(csv, token).expect(400);
      expect(answer.errors).toEqual([{ message: 'Not in Oregon.', code: 'validation_failed', line: 3 }]);
    });
    hooks.beforeChange.pop();
    await desk.apply(csv, token).expect(200);
  });

  it('no longer holds when a license that it rests on was changed', async () => {
    const cell = await desk.cell(atHome, 'FL');
    const change: ChangesBody = {
      cells: [
        { service: atHome, state: 'FL', status: 'available', counties: { mode: 'except', list: ['12087'] } },
      ],
    };
    const { token } = await desk.previewed(change);
    await asking(house, await house.person('compliance'))
      .patch(`/api/licenses/${cell?.current?.licenses[0]}`, { expiresOn: '2033-01-01' })
      .expect(200);
    await expectNothingWritten(() => desk.apply(change, token).expect(409));
  });

  it('of an entry with a draft says so', async () => {
    const cell = await desk.cell(consultation, 'NJ');
    await asking(house, await house.person('compliance'))
      .patch(`/api/availability/${cell?.current?.id}?draft=true`, { internalNote: 'Not yet' })
      .expect(200);
    expect((await desk.cell(consultation, 'NJ'))?.drafts).toEqual([cell?.current?.id]);
    const preview = await desk.previewed({
      cells: [{ service: 'consultation', state: 'NJ', status: 'paused' }],
    });
    expect(preview.problems).toEqual([{ path: 'cells.0', message: expect.stringContaining('draft') }]);
  });
});

describe('the desk', () => {
  const body: ChangesBody = { cells: [{ service: 'consultation', state: 'NY', status: 'paused' }] };
  const doors = (caller: DeskCaller) => [
    () => caller.get('grid'),
    () => caller.get('export.csv'),
    () => caller.preview(body),
    () => caller.apply(body, 'x'),
  ];

  it('is for those who may publish availability', async () => {
    const refused = [
      await house.person('editor'),
      await house.person('clinical-reviewer'),
      await house.client(['read', 'read-drafts', 'write', 'publish']),
    ];
    await expectNothingWritten(async () => {
      for (const authorization of refused) {
        for (const open of doors(deskOf(house, authorization))) await open().expect(403);
      }
      const base = '/api/availability-desk';
      await house.stranger.get(`${base}/grid`).expect(401);
      await house.stranger.get(`${base}/export.csv`).expect(401);
      await house.stranger.post(`${base}/changes?preview=true`).send(body).expect(401);
      await house.stranger.post(`${base}/changes`).set('Content-Type', 'text/csv').send('id\n1').expect(401);
    });
  });

  it('of people who keep some sites has only those, and takes nothing for others', async () => {
    const brightpath = await house.idOf('sites', 'brightpath');
    const own = deskOf(house, await house.person('compliance', [brightpath]));
    const entry = (await desk.cell(consultation, 'NY'))?.current;
    const grid = await own.grid();
    expect(grid.sites.map(({ slug }) => slug)).toEqual(['brightpath']);
    expect(grid.cells.some(({ service }) => service === consultation)).toBe(false);
    expect(grid.licenses.some(({ state }) => state === 'CA')).toBe(false);
    expect(await own.csv()).not.toContain('harbor-therapy');
    await own.get('grid?site=harbor-therapy').expect(404);
    await own.get('export.csv?site=harbor-therapy').expect(404);
    await expectNothingWritten(async () => {
      const bodies: (ChangesBody | string)[] = [
        body,
        { entries: [{ id: entry?.id ?? '', status: 'paused' }] },
        'service,state,status,counties\nconsultation,WA,waitlist,all\n',
        `id,status\n${entry?.id},paused\n`,
      ];
      const { token } = await desk.previewed(body);
      for (const each of bodies) {
        await own.preview(each).expect(403);
        await own.apply(each, token).expect(403);
      }
    });
    const { applied } = await own.done({
      cells: [{ service: 'at-home-program', state: 'NJ', status: 'paused' }],
    });
    expect(applied.rows.map(({ action }) => action)).toEqual(['end', 'create']);
  });
});
