/** The revision of a page moves when anything in its answer does, and only then: tried with every single value that it is made of. */
import { describe, expect, it } from '@jest/globals';
import { bodyReferences } from '../../../src/pages/bodyReferences.js';
import { composePage } from '../../../src/pages/composePage.js';
import type { LoadedPage } from '../../../src/pages/loadPage.js';
import { bodyForms } from '../../../src/pages/renderBody.js';
import { composeWholePage } from '../../../src/pages/wholePage/composeWholePage.js';
import { fullPage } from './fullPage.js';

type Step = string | number;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const entriesOf = (value: object): [Step, unknown][] =>
  value instanceof Map ? [...value] : (Object.entries(value) as [Step, unknown][]);

/** The way to every value that is neither a list nor an object. */
function leavesIn(value: unknown, way: Step[] = []): Step[][] {
  if (!isObject(value)) return [way];
  return entriesOf(value).flatMap(([step, each]) => leavesIn(each, [...way, step]));
}

const at = (value: unknown, step: Step): unknown =>
  value instanceof Map ? value.get(step) : (value as Record<Step, unknown>)[step];

/** Values of which there are only some. */
const others: Readonly<Record<string, string>> = {
  ...{ FL: 'GA', USD: 'EUR', all: 'except', available: 'paused', en: 'es', h2: 'h3', oxford: 'short' },
  ...{
    'America/New_York': 'America/Chicago',
    Treatments: 'Safety',
    footer: 'besideClaim',
    condition: 'symptom',
  },
};

/** Another value of the same kind. */
function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return value;
  return others[value] ?? (/^\d{4}-\d\d-\d\dT/.test(value) ? value.replace(/^\d{4}/, '2027') : `${value}x`);
}

function changeAt(loaded: LoadedPage, way: Step[]): void {
  const last = way.at(-1) ?? '';
  const holder = way.slice(0, -1).reduce<unknown>(at, loaded) as Record<Step, unknown>;
  holder[last] = otherThan(holder[last]);
}

const moment = '2026-06-01T00:00:00.000Z';

const wholeFormats = ['html', 'markdown', 'text'] as const;

interface Told {
  revision: string;
  /** The answer but for its revision. */
  rest: string;
  /** The same page in the other formats. */
  wholes: () => Promise<string[]>;
}

async function compose(loaded: LoadedPage): Promise<Told> {
  const page = await composePage(loaded, { at: moment, forms: bodyForms, modules: true });
  const { revision, ...rest } = page;
  const whole = (format: (typeof wholeFormats)[number]) =>
    // what Markdown cannot say is refused in words
    composeWholePage({ page, loaded, at: moment }, { format }).catch(String);
  return { revision, rest: JSON.stringify(rest), wholes: () => Promise.all(wholeFormats.map(whole)) };
}

/** A revision that moves moves with the answer; under one that stands, nothing differs in any format. */
async function isTrue(was: Told, becomes: Told): Promise<boolean> {
  if (becomes.revision !== was.revision) return becomes.rest !== was.rest;
  const [before, after] = await Promise.all([was.wholes(), becomes.wholes()]);
  return becomes.rest === was.rest && JSON.stringify(before) === JSON.stringify(after);
}

/** Types of nodes are no content, what the body mentions is read from it, and documents stand under their ids. */
const isStructure = (way: Step[]) =>
  (way[0] === 'linked' && way.at(-1) === 'id') ||
  way.some(
    (step) =>
      step === 'type' ||
      step === 'version' ||
      step === 'blockType' ||
      step === 'relationTo' ||
      step === 'mentions',
  );

describe('the revision', () => {
  it('moves when the answer does, and only then', async () => {
    const was = await compose(fullPage());
    const ways = leavesIn(fullPage()).filter((way) => !isStructure(way));
    expect(ways.length).toBeGreaterThan(100);
    let moved = 0;
    const lies: Step[][] = [];
    for (const way of ways) {
      const changed = fullPage();
      changeAt(changed, way);
      changed.view.mentions = bodyReferences(changed.view.body);
      const becomes = await compose(changed);
      if (!(await isTrue(was, becomes))) lies.push(way);
      if (becomes.revision !== was.revision) moved += 1;
    }
    expect(lies).toEqual([]);
    expect(moved).toBeGreaterThan(60);
  });
});
