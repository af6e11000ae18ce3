/** The parameters of a page's address. */
import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../../src/errors.js';
import { parsePageQuery } from '../../../src/pages/parsePageQuery.js';

const parse = (search: string) => parsePageQuery(new URLSearchParams(search));

function refusal(search: string): AppError {
  try {
    parse(search);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('the parameters of a page', () => {
  it('have usual values', () => {
    expect(parse('')).toEqual({ forms: ['html'], locale: 'en', fallbackLocale: null });
  });

  it('are read', () => {
    expect(parse('body=text,%20blocks&locale=es&fallbackLocale=en&state=fl')).toEqual({
      forms: ['text', 'blocks'],
      locale: 'es',
      fallbackLocale: 'en',
      state: 'FL',
    });
  });

  it('name a moment in any time zone, a position, or both', () => {
    const moment = '2026-11-21T14:30:00.000Z';
    expect(parse('at=2026-11-21T09:30:00-05:00').moment).toEqual({ at: moment });
    expect(parse('at=2026-11-21T20:00%2B05:30').moment).toEqual({ at: moment });
    expect(parse('at=2026-11-21T20:00+05:30&position=7').moment).toEqual({ at: moment, position: 7 });
    expect(parse('at=2026-11-21T14:30:00.1239Z').moment).toEqual({ at: '2026-11-21T14:30:00.123Z' });
    expect(parse('position=0').moment).toEqual({ position: 0 });
  });

  const wrong: [search: string, parameter: string][] = [
    ['format=html', 'format'],
    ['modules=true', 'modules'],
    ['constructor=1', 'constructor'],
    ['body=', 'body'],
    ['body=html,pdf', 'body'],
    ['body=html&body=text', 'body'],
    ['locale=de', 'locale'],
    ['locale=en&locale=es', 'locale'],
    ['fallbackLocale=all', 'fallbackLocale'],
    ['state=Florida', 'state'],
    ['state=', 'state'],
    ['body[]=html', 'body[]'],
    ['at=2026-11-21', 'at'],
    ['at=2026-11-21T09:30:00', 'at'],
    ['at=2026-02-29T00:00:00Z', 'at'],
    ['at=2026-13-01T00:00:00Z', 'at'],
    ['at=Sat, 21 Nov 2026 14:30:00 GMT', 'at'],
    ['position=1e3', 'position'],
    ['position=0x1', 'position'],
    ['position=%201', 'position'],
    ['position=9007199254740993', 'position'],
  ];
  it.each(wrong)('such as %s are refused by name', (search, parameter) => {
    expect(refusal(search)).toMatchObject({ status: 400, code: 'invalid_parameter', path: parameter });
  });
});
