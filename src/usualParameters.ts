/** Parameters that mean the same wherever they stand, and how they are spelled. */
import { defaultLocale } from '../collections/locales.js';
import { saysNone } from './parameters.js';
import type { Parameter } from './spelling/spelling.js';

export const usual = {
  locale: { usual: [defaultLocale] },
  fallbackLocale: { usual: saysNone },
  state: { form: { kind: 'capitals' } },
  /** Nothing is usual. */
  text: {},
  /** Said with one word. */
  word: (value: string): Parameter => ({ usual: [value] }),
  number: (value: number): Parameter => ({ form: { kind: 'number' }, usual: [String(value)] }),
  list: { form: { kind: 'list' } },
} as const satisfies Record<string, Parameter | ((value: never) => Parameter)>;
