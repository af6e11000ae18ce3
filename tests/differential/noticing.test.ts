/** The differential tests see what they look for: with a front that hears of no write, they find what is stale. */
import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { play } from './acts.js';
import type { Answer } from './ask.js';
import { leap, stopLeaping } from './clock.js';
import { questionsOf } from './questions.js';
import { openStage, type Stage } from './stage.js';
import { Stamped, stampOf } from './stamps.js';
import { Watcher } from './watcher.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(1, { isDeaf: true, isNear: true });
}, 120_000);
afterAll(async () => {
  stopLeaping();
  await stage?.close();
});

describe('behind a front that hears of no write', () => {
  it.each([
    ['a title that is another', 'restTitle', 'articles'],
    ['what was taken down', 'faqTurns', 'faqs'],
    ['the name of something that others refer to', 'person', 'people'],
    ['the text of a disclaimer', 'disclaimer', 'pages'],
  ])('%s is noticed', async (_what, act, where) => {
    const watcher = new Watcher(stage.fronted, stage.random);
    stage.fronted.move('*');
    const questions = questionsOf(stage.world).filter(({ address }) => address.startsWith(`/api/${where}`));
    for (const asked of questions) await watcher.look(asked, 'nothing');
    expect(await play(stage, act, 'another')).toBeNull();
    expect(watcher.findings).toEqual([]);
    for (const asked of questions) await watcher.look(asked, act);
    expect(watcher.findings.length).toBeGreaterThan(0);
  });
});

describe('the clock of these tests', () => {
  it('can be put forward for everything in this process', () => {
    const before = Date.now();
    leap(60_000);
    const now = new Date();
    expect(now.getTime() - before).toBeGreaterThanOrEqual(60_000);
    expect(new Date(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
    expect(now).toBeInstanceOf(Date);
    stopLeaping();
    expect(Date.now() - before).toBeLessThan(60_000);
  });
});

const answerOf = (text: string, begun: number, ended: number): Answer => ({
  ...{ begun, ended, headers: {}, origin: 'hit', status: 200, text },
});

describe('the rule for readers', () => {
  it('lets them see the last state that was answered, and those written meanwhile, and no other', async () => {
    const stamped = new Stamped('x');
    await stamped.write(true, async () => undefined);
    const afterFirst = performance.now();
    const answered = new EventEmitter();
    const second = stamped.write(true, () => once(answered, 'written'));
    const during = performance.now();
    expect(stamped.problemOf(answerOf(stampOf('x', 1), during, during))).toBeNull();
    expect(stamped.problemOf(answerOf(stampOf('x', 2), during, during))).toBeNull();
    expect(stamped.problemOf(answerOf('', during, during))).toContain('1,2 would do');
    answered.emit('written');
    await second;
    await new Promise((resolve) => setTimeout(resolve, 5));
    const afterSecond = performance.now();
    expect(stamped.problemOf(answerOf(stampOf('x', 1), afterFirst, afterSecond))).toBeNull();
    expect(stamped.problemOf(answerOf(stampOf('x', 1), afterSecond, afterSecond))).toContain('2 would do');
    expect(stamped.problemOf(answerOf(stampOf('x', 2), afterSecond, afterSecond))).toBeNull();
  });
});
