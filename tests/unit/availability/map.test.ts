/** The map: what it shows of states and counties, what it says in words, and that it is safe to serve and to put into a page. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Entry } from '../../../src/availability/entry.js';
import { availabilityMap, type MapQuestion } from '../../../src/availability/map/availabilityMap.js';
import { states } from '../../../src/availability/states.js';
import { countyTable } from '../../../src/census/census.js';
import { outlines } from '../../../src/census/outlines.js';
import { allOf, classesOf, type Element, find, measure, readXml } from './mapTree.js';
import { codesOf } from './randomEntries.js';

const entry = (state: string, of: Partial<Entry> = {}): Entry => ({
  id: `${state} ${of.status ?? 'available'}`,
  serviceId: 'service',
  state,
  status: 'available',
  counties: { mode: 'all', list: [] },
  effectiveFrom: null,
  effectiveTo: null,
  licenses: [],
  reviewedAt: null,
  publicNote: null,
  ...of,
});
const only = (...list: string[]) => ({ counties: { mode: 'only' as const, list } });
const except = (...list: string[]) => ({ counties: { mode: 'except' as const, list } });

const draw = (entries: Entry[], more: Partial<MapQuestion> = {}) =>
  availabilityMap({ entries, outlines: outlines(), countyTable: countyTable(), locale: 'en', ...more });
const tree = (entries: Entry[], more: Partial<MapQuestion> = {}) => readXml(draw(entries, more));

const stateOf = (svg: Element, usps: string) => {
  const found = allOf(svg).filter(({ attributes }) => attributes['data-state'] === usps);
  expect(found).toHaveLength(1);
  return found[0] as Element;
};
/** The looks of a state's areas, the main one first. */
const looksOf = (svg: Element, usps: string) =>
  stateOf(svg, usps)
    .children.filter((child) => child.name === 'path')
    .map((child) => classesOf(child).join(' ').replaceAll('fr-map-', ''));
const boxOf = (svg: Element, usps: string) =>
  allOf(svg)
    .filter(({ attributes }) => attributes['data-place'] === usps)
    .flatMap(({ children }) => children.filter(({ name }) => name === 'path').flatMap(classesOf));
/** The words of the legend, in its order. */
const legendOf = (svg: Element) =>
  allOf(svg)
    .filter(
      ({ name, attributes, children }) =>
        name === 'g' && !attributes['data-place'] && children.at(-1)?.name === 'text',
    )
    .map(({ text }) => text);
const description = (svg: Element) => find(svg, 'desc')?.text;

const demo = [entry('FL'), entry('NJ')];
const withoutMonroe = [entry('FL', except('12087')), entry('NJ')];

describe('the map of whole states', () => {
  it('draws every state once, filled where it is covered', () => {
    const svg = tree(demo);
    for (const { usps } of states.filter(({ fips }) => outlines().stateOutline(fips)))
      expect([usps, looksOf(svg, usps)]).toEqual([
        usps,
        [demo.some(({ state }) => state === usps) ? 'available' : 'unavailable'],
      ]);
    expect(allOf(svg).filter(({ attributes }) => attributes['data-state'])).toHaveLength(51);
  });

  it('explains only what occurs, and says it in words', () => {
    const svg = tree(demo);
    expect(legendOf(svg)).toEqual(['Available', 'Not available']);
    expect(description(svg)).toBe('Available in Florida and New Jersey. Not available anywhere else.');
    expect(description(tree([]))).toBe('Available in no state at present.');
    expect(legendOf(tree([], { locale: 'es' }))).toEqual(['No disponible']);
  });

  it('is small', () => {
    expect(draw(demo).length).toBeLessThan(36_000);
    expect(gzipSync(draw(demo)).length).toBeLessThan(13_000);
    for (const state of ['TX', 'VA']) {
      const half = codesOf(state).filter((_, i) => i % 2 === 0);
      expect(draw([entry(state, only(...half))]).length).toBeLessThan(52_000);
    }
  });

  it('shows small states once more as boxes', () => {
    const svg = tree([entry('RI'), entry('DC', { status: 'waitlist' }), entry('MD', only('24510'))]);
    expect(['RI', 'DC', 'MD', 'VT'].map((usps) => boxOf(svg, usps))).toEqual([
      ['fr-map-available'],
      ['fr-map-waitlist'],
      ['fr-map-partly'],
      ['fr-map-unavailable'],
    ]);
    expect(legendOf(svg)).toContain('Available in part');
  });
});

describe('the map of Florida without Monroe County', () => {
  it('draws Monroe County apart, and county lines in Florida only', () => {
    const svg = tree(withoutMonroe);
    expect(looksOf(svg, 'FL')).toEqual(['available', 'unavailable over', 'lines', 'edge']);
    const apart = stateOf(svg, 'FL').children.find((child) => classesOf(child).includes('fr-map-over'));
    expect(measure(apart?.attributes.d ?? '')).toEqual(measure(outlines().outlineOf(['12087'])));
    expect(looksOf(svg, 'NJ')).toEqual(['available']);
    expect(allOf(svg).filter((child) => classesOf(child).includes('fr-map-lines'))).toHaveLength(1);
  });

  it('says it in words, in both languages', () => {
    expect(description(tree(withoutMonroe))).toBe(
      'Available in Florida (all counties but Monroe County) and New Jersey. Not available anywhere else.',
    );
    expect(description(tree(withoutMonroe, { locale: 'es', order: ['NJ'] }))).toBe(
      'Disponible en Nueva Jersey y Florida (todos los condados menos el condado de Monroe). No disponible en ningún otro lugar.',
    );
    expect(stateOf(tree(withoutMonroe), 'FL').text).toBe('Florida. Available: 66 of 67 counties');
  });

  it('names every county where the sentence only counts', () => {
    const text = description(
      tree([entry('HI', only('15001', '15003')), entry('VT', only(...codesOf('VT').slice(0, 6)))]),
    );
    expect(text).toContain('Vermont (6 of 14 counties)');
    expect(text).toContain('In Vermont only these (6 of 14 counties): Addison County, Bennington County, ');
    expect(text).not.toContain('In Hawaii');
  });
});

describe('the map of several statuses and services', () => {
  const many = [
    entry('CA', { status: 'waitlist' }),
    entry('NY', { status: 'coming-soon' }),
    entry('GA', { status: 'paused' }),
    entry('NV', { status: 'unavailable' }),
    entry('WA'),
  ];

  it('tells statuses apart by a pattern, not by colour alone', () => {
    const svg = tree(many);
    expect(legendOf(svg)).toEqual(['Available', 'Waitlist', 'Coming soon', 'Paused', 'Not available']);
    const shapes = allOf(svg).filter(({ name }) => name === 'pattern');
    expect(shapes.map(({ attributes }) => attributes.id?.replace(/^fr-map-[^-]+-/, ''))).toEqual(
      expect.arrayContaining(['waitlist', 'coming-soon', 'paused']),
    );
    const marks = shapes.map(({ children }) =>
      children
        .slice(1)
        .map(({ attributes }) => attributes.d ?? attributes.r)
        .join(),
    );
    expect(new Set(marks).size).toBe(shapes.length);
    expect(description(svg)).toBe(
      'Available in Washington. Waitlist in California. Coming soon in New York. Paused in Georgia. Not available anywhere else.',
    );
  });

  it('shows the best for a visitor where services differ', () => {
    const svg = tree([
      entry('CA', { status: 'paused' }),
      entry('CA', { status: 'waitlist' }),
      entry('FL', except('12087')),
      entry('FL', only('12087')),
    ]);
    expect(looksOf(svg, 'CA')).toEqual(['waitlist']);
    expect(looksOf(svg, 'FL')).toEqual(['available']);
  });

  it('shows two statuses in one state', () => {
    const svg = tree([entry('DE', { status: 'waitlist', ...only('10001') })]);
    expect(looksOf(svg, 'DE').slice(0, 2)).toEqual(['unavailable', 'waitlist over']);
    expect(boxOf(svg, 'DE')).toEqual(['fr-map-mixed']);
    expect(legendOf(svg)).toEqual(['Waitlist', 'Differs by county', 'Not available']);
  });
});

describe('what has no outline', () => {
  it('shows territories that are offered anything as boxes with their names', () => {
    const svg = tree([entry('PR'), entry('AS', only('60040')), entry('VI', { status: 'waitlist' })]);
    expect(['PR', 'AS', 'VI', 'GU', 'MP'].map((usps) => boxOf(svg, usps)[0])).toEqual([
      'fr-map-available',
      'fr-map-partly',
      'fr-map-waitlist',
      undefined,
      undefined,
    ]);
    expect(description(svg)).toContain('Available in American Samoa (Swains Island) and Puerto Rico.');
  });

  it('stripes Valdez-Cordova where Chugach and Copper River differ, and says so', () => {
    const svg = tree([entry('AK', only('02063'))]);
    expect(looksOf(svg, 'AK')).toContain('partly over');
    expect(description(svg)).toContain(
      'The map draws these as one: Chugach Census Area and Copper River Census Area.',
    );
    const both = tree([entry('AK', only('02063', '02066'))]);
    expect(looksOf(both, 'AK')).toContain('available over');
    expect(description(both)).not.toContain('as one');
  });
});

describe('the map in a page', () => {
  it('has a name, a role and words for those who do not see it', () => {
    const svg = tree(demo, { subject: 'Brightpath' });
    expect(svg.attributes.role).toBe('img');
    expect(svg.attributes['aria-labelledby']).toBe(find(svg, 'title')?.attributes.id);
    expect(svg.attributes['aria-describedby']).toBe(find(svg, 'desc')?.attributes.id);
    expect(find(svg, 'title')?.text).toBe('Brightpath: availability by state');
  });

  it('shares no id and no style with another map or with the page', () => {
    const maps = [
      tree(demo),
      tree(withoutMonroe),
      tree(demo, { locale: 'es' }),
      tree(demo, { name: 'second' }),
    ];
    const ids = maps.flatMap(allOf).flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const svg of maps) {
      const own = `.${svg.attributes.class?.split(' ')[1]}`;
      const selectors = (find(svg, 'style')?.text ?? '')
        .replace(/@(media|supports) \([^{]*\{|@media print\{/g, '')
        .match(/[^{}]+(?=\{)/g);
      for (const selector of (selectors ?? []).flatMap((list) => list.split(',')))
        expect(selector.startsWith(own)).toBe(true);
    }
  });

  it('is the same bytes for the same question', () => {
    expect(draw(withoutMonroe)).toBe(draw([...withoutMonroe].reverse()));
  });

  it('asks for nothing from elsewhere and runs nothing', () => {
    const svg = draw(withoutMonroe);
    expect(svg).not.toMatch(/<script|foreignObject|href|@import|url\((?!#)|\son[a-z]+=/i);
  });

  it('stays well-formed whatever a site or service is called', () => {
    const hostile = '</title><script>alert(1)</script>&amp;"\'\u0000\u0008\uFFFE\uD800]]>';
    for (const subject of [hostile, '', '<!--', '&#0;']) {
      const svg = tree(demo, { subject });
      expect(allOf(svg).some(({ name }) => name === 'script')).toBe(false);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (subject) => {
        expect(() => tree(demo, { subject })).not.toThrow();
      }),
      { numRuns: 20 },
    );
  });

  it('refuses a name that would need escaping', () => {
    expect(() => draw(demo, { name: 'a b"' })).toThrow('“a b"” cannot be the name of a map');
  });
});
