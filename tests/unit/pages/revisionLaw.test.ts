/** The revision of a page moves when anything in its answer does, and only then: tried with every single value that it is made of. */
import { describe, expect, it } from '@jest/globals';
import { bodyReferences } from '../../../src/pages/bodyReferences.js';
import { composePage } from '../../../src/pages/composePage.js';
import type { LoadedPage } from '../../../src/pages/loadPage.js';
import { bodyForms } from '../../../src/pages/renderBody.js';
import { loadedPage } from './loadedPage.js';

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

async function compose(loaded: LoadedPage): Promise<{ revision: string; rest: string }> {
  const { revision, ...rest } = await composePage(loaded, {
    ...{ at: '2026-06-01T00:00:00.000Z', forms: bodyForms, modules: true },
  });
  return { revision, rest: JSON.stringify(rest) };
}

/** Types of nodes are no content, and what the body mentions is read from it. */
const isStructure = (way: Step[]) =>
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
    const was = await compose(loadedPage());
    const ways = leavesIn(loadedPage()).filter((way) => !isStructure(way));
    expect(ways.length).toBeGreaterThan(100);
    let moved = 0;
    for (const way of ways) {
      const changed = loadedPage();
      changeAt(changed, way);
      changed.view.mentions = bodyReferences(changed.view.body);
      const becomes = await compose(changed);
      const isSame = becomes.rest === was.rest;
      expect({ way, isSame: becomes.revision === was.revision }).toEqual({ way, isSame });
      if (!isSame) moved += 1;
    }
    expect(moved).toBeGreaterThan(60);
  });
});
