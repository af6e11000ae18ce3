import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { codeForStatus, errorCodes } from '../../src/errors.js';

const docs = readFileSync(path.resolve(import.meta.dirname, '../../docs/delivery-api.md'), 'utf8');

describe('error codes', () => {
  it('are documented, all of them and no others', () => {
    const rows = [...docs.matchAll(/^\| `(\w+)` \| (\d{3}) \| (.+) \|$/gm)];
    const documented = rows.map(([, code, status, meaning]) => [code, { status: Number(status), meaning }]);
    expect(Object.fromEntries(documented)).toEqual(errorCodes);
  });

  it('fit the status that they go with', () => {
    for (const { status } of Object.values(errorCodes))
      expect(errorCodes[codeForStatus(status)].status).toBe(status);
  });
});
