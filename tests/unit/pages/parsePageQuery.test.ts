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
  ];
  it.each(wrong)('such as %s are refused by name', (search, parameter) => {
    expect(refusal(search)).toMatchObject({ status: 400, code: 'invalid_parameter', path: parameter });
  });
});
