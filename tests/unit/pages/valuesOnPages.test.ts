/** Values on a composed page: they follow the service, its dates move the answer, and the revision moves with them. */
import { describe, expect, it } from '@jest/globals';
import { composePage } from '../../../src/pages/composePage.js';
import { viewOf } from '../../../src/pages/contentView.js';
import type { LoadedPage } from '../../../src/pages/loadPage.js';
import { loadedPage } from './loadedPage.js';

const june = '2026-06-01T00:00:00.000Z';
const forms = ['html', 'markdown', 'text', 'blocks'] as const;

type Fields = Record<string, unknown>;
const value = (blockType: string, fields: Fields = {}) => ({
  ...{ type: 'inlineBlock', version: 1 },
  fields: { id: blockType, blockType, service: 'service', ...fields },
});

/** The small page with one line: “It is …” and these values. */
function pageWith(...values: unknown[]): LoadedPage {
  const loaded = loadedPage();
  const line = [{ type: 'text', text: 'It is ', format: 0, version: 1 }, ...values];
  const children = [{ type: 'paragraph', version: 1, children: line }];
  const body = { root: { type: 'root', version: 1, children } };
  const article = { ...loaded.view, body, seo: {}, updatedAt: loaded.view.updatedAt };
  return { ...loaded, view: viewOf('articles', article) };
}

const compose = (loaded: LoadedPage, at = june) => composePage(loaded, { at, forms });
const textOf = async (loaded: LoadedPage, at = june) => (await compose(loaded, at)).page.body.text;
const entryIn = (loaded: LoadedPage, state: string, more: Fields = {}) =>
  ({ ...loaded.availability[0], id: state, state, ...more }) as LoadedPage['availability'][number];

describe('values on a page', () => {
  it('are said in every form of the body', async () => {
    const { page } = await compose(pageWith(value('price', { wording: 'from' })));
    expect(page.body.text).toBe('It is from $5');
    expect(page.body.markdown).toBe('It is from $5\n');
    expect(page.body.html).toContain('>from $5</span>');
    expect(JSON.stringify(page.body.blocks)).toContain('"text":"from $5"');
  });

  it('leave no trace of a service that may not be shown', async () => {
    const { page } = await compose(pageWith(value('price', { service: 'hidden', wording: 'from' })));
    expect(page.body).toMatchObject({ html: '<p>It is </p>', text: 'It is ' });
    expect(JSON.stringify(page.body.blocks)).not.toContain('hidden');
  });

  it('follow the visitor’s state where they say where, and not where they count', async () => {
    const loaded = pageWith(value('availabilityWording'), value('count', { of: 'states' }));
    loaded.availability.push(entryIn(loaded, 'NJ'));
    expect(await textOf(loaded)).toBe('It is Florida and New Jersey2 states');
    expect(await textOf({ ...loaded, state: 'FL' })).toBe('It is Florida2 states');
  });

  it('that count change with every state, whichever the visitor’s is', async () => {
    const counting = pageWith(value('count', { of: 'states' }));
    const telling = pageWith(value('availabilityWording'));
    for (const loaded of [counting, telling]) {
      loaded.availability.push(entryIn(loaded, 'NJ', { effectiveTo: '2026-07-01T00:00:00.000Z' }));
    }
    const counted = await compose({ ...counting, state: 'FL' });
    expect(counted.nextChangeAt).toBe('2026-07-01T00:00:00.000Z');
    expect((await compose({ ...telling, state: 'FL' })).nextChangeAt).toBe('2026-08-01T00:00:00.000Z');
    const after = await compose({ ...counting, state: 'FL' }, '2026-07-01T00:00:00.000Z');
    expect(after.page.body.text).toBe('It is 1 state');
    expect(after.revision).not.toBe(counted.revision);
  });

  it('count the services of the site', async () => {
    const loaded = pageWith(value('count', { of: 'services' }));
    expect(await textOf({ ...loaded, siteServices: 3 })).toBe('It is 3 services');
    const [three, four] = await Promise.all(
      [3, 4].map((siteServices) => compose({ ...loaded, siteServices })),
    );
    expect(three?.revision).not.toBe(four?.revision);
  });

  it('say prices on cards too', async () => {
    const { availability, callsToAction } = await compose(pageWith());
    expect(availability[0]?.service.price?.text).toBe('$5');
    expect(callsToAction[0]?.service?.price?.text).toBe('$5');
  });
});
