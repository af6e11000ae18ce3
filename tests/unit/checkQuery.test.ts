import { describe, expect, it } from '@jest/globals';
import { mostRows } from '../../collections/hooks/clampReads.js';
import { AppError } from '../../src/errors.js';
import { checkQuery, withLocale } from '../../src/http/checkQuery.js';

const localization = { defaultLocale: 'en', localeCodes: ['en', 'es'] } as never;

describe('asking for a list when signed in', () => {
  it.each(['limit=0', 'limit=-1', 'limit=1000000', 'pagination=false'])(
    '%s brings a bounded answer',
    (query) => {
      expect(checkQuery(query)).toBe(`limit=${mostRows}`);
    },
  );

  it.each([
    '',
    'limit=10',
    'where[title][equals]=x',
    'where[or][0][title][equals]=x&where[or][1][and][0][slug][in]=a,b',
    'where=',
    'joins=false',
  ])('%s is passed on as it means', (query) => {
    expect(decodeURIComponent(checkQuery(query))).toBe(query);
  });

  it.each([
    'where=foo',
    'where[title]=x',
    'where[or]=x',
    'where[or][0]=x',
    'where[and][0][or][0]=x',
    'limit=x',
    'page=x',
  ])('%s is refused by the name of the parameter', (query) => {
    expect(() => checkQuery(query)).toThrow(AppError);
  });
});

describe('the locale of a request', () => {
  it('is the default one when none is asked for', () => {
    expect(withLocale('depth=1', { localization })).toBe('depth=1&locale=en');
    expect(withLocale('', { localization })).toBe('locale=en');
  });

  it.each(['locale=es', 'locale=all'])('%s is kept', (query) => {
    expect(withLocale(query, { localization })).toBe(query);
  });

  it('that does not exist is refused', () => {
    expect(() => withLocale('locale=fr', { localization })).toThrow(/en, es/);
  });
});
