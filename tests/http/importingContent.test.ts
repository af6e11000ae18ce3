import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../../src/root.js';
import { type House, openHouse } from '../helpers/house.js';
import { type Desk, deskOf } from '../helpers/importing.js';

let house: House;
let desk: Desk;

beforeAll(async () => {
  house = await openHouse();
  desk = deskOf(house);
});
afterAll(() => house.close());

describe('try', () => {
  it('x', async () => {
    for (const args of [['--dry-run'], [], ['--create-missing', '--dry-run'], ['--create-missing'], [], ['--publish'], ['--publish']]) {
      const r = await desk.import('/work/shared/pages/page-a.md', '/work/shared/pages/page-b.md', path.join(repositoryRoot, 'tests/fixtures/pages'), ...args);
      console.log(args.join(' '), r.code, '\n' + r.output);
    }
    const ex = await desk.export();
    console.log(ex.code, ex.output, [...ex.files.keys()]);
    for (const [name, content] of ex.files) desk.put(name, content);
    const again = await desk.import('articles', 'faqs', 'misconceptions');
    console.log(again.output);
    const ex2 = await desk.export();
    expect(ex2.files).toEqual(ex.files);
    console.log(ex.files.get('articles/ketamine-assisted-therapy-for-trauma.md')?.slice(0,900));
    console.log(ex.files.get('articles/inside-a-course-of-ketamine-assisted-therapy.md')?.slice(0,1500));
    console.log(ex.files.get('articles/inside-a-course-of-ketamine-assisted-therapy.es.md')?.slice(0,900));
    console.log([...ex.files].find(([n])=>n.startsWith('misc'))?.[1]);
    console.log([...ex.files].find(([n])=>n.startsWith('faq'))?.[1]);
  }, 200000);
});
