import { describe, expect, it } from '@jest/globals';
import { heightsFor, variantWidths } from '../../../src/media/imageTable.js';
import { parseFileQuery } from '../../../src/media/parseFileQuery.js';

const parse = (query: string) => parseFileQuery(new URLSearchParams(query));

describe('what is asked of a file', () => {
  it('is the file as it is stored when nothing is said', () => {
    expect(parse('')).toEqual({ variant: null, contentHash: null });
    expect(parse('v=abc_-1')).toEqual({ variant: null, contentHash: 'abc_-1' });
  });

  it.each([
    ['w=320', { width: 320, height: null, fit: 'cover', format: 'webp', quality: 80 }],
    ['w=320&h=180', { width: 320, height: 180, fit: 'cover', format: 'webp', quality: 80 }],
    [
      'w=320&h=320&fit=contain&format=avif',
      { width: 320, height: 320, fit: 'contain', format: 'avif', quality: 50 },
    ],
    ['w=640&format=jpeg&q=65', { width: 640, height: null, fit: 'cover', format: 'jpeg', quality: 65 }],
    ['format=png', { width: 2560, height: null, fit: 'cover', format: 'png', quality: null }],
  ])('%s is a variant of the table', (query, variant) => {
    expect(parse(query).variant).toEqual(variant);
  });

  it.each([
    ['w=321', 'w', '64, 128'],
    ['w=', 'w', '64'],
    ['w=320.0', 'w', '320'],
    ['w=1e2', 'w', '128'],
    ['w=-320', 'w', '320'],
    ['w=320&w=640', 'w', 'once'],
    ['h=180', 'h', 'goes with w'],
    ['w=320&h=181', 'h', '168, 180, 213, 240, 320, 427'],
    ['w=320&fit=cover', 'fit', 'goes with'],
    ['w=320&h=180&fit=fill', 'fit', 'cover, contain'],
    ['format=gif', 'format', 'avif, webp, jpeg, png'],
    ['format=constructor', 'format', 'avif'],
    ['w=320&q=81', 'q', '35, 50, 65, 80'],
    ['format=png&q=80', 'q', 'no quality'],
    ['v=../x', 'v', 'contentHash'],
    ['blur=9', 'blur', 'Allowed: w, h, fit, format, q, v'],
  ])('%s is refused by name', (query, path, words) => {
    expect(() => parse(query)).toThrow(
      expect.objectContaining({ code: 'invalid_parameter', path, message: expect.stringContaining(words) }),
    );
  });

  it('has few answers: what there is to make of a picture is bounded', () => {
    const sizes = variantWidths.flatMap((width) => [null, ...heightsFor(width)]);
    expect(sizes.length).toBeLessThanOrEqual(100);
  });
});
