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
    expect(parse('')).toEqual({
      ...{
        draft: false,
        fallbackLocale: null,
        format: 'json',
        forms: ['html'],
        locale: 'en',
        modules: false,
      },
    });
  });

  it('are read', () => {
    const search = 'body=text,%20blocks&locale=es&fallbackLocale=en&state=fl&draft=true&modules=true';
    expect(parse(search)).toEqual({
      ...{ draft: true, fallbackLocale: 'en', format: 'json', forms: ['text', 'blocks'], locale: 'es' },
      ...{ modules: true, state: 'FL' },
    });
  });

  it('name a format, else it is the one that Accept likes; forms and modules are of JSON', () => {
    const formatOf = (search: string) => parsePageQuery(new URLSearchParams(search), 'html').format;
    expect(formatOf('')).toBe('html');
    expect(formatOf('format=text')).toBe('text');
    expect(formatOf('body=html')).toBe('json');
    expect(formatOf('modules=false')).toBe('json');
    expect(parse('format=markdown').forms).toEqual([]);
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
    ['format=pdf', 'format'],
    ['format=', 'format'],
    ['format=html&body=html', 'body'],
    ['format=jsonld&modules=false', 'modules'],
    ['modules=1', 'modules'],
    ['draft=yes', 'draft'],
    ['draft=true&at=2026-11-21T14:30:00Z', 'draft'],
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
