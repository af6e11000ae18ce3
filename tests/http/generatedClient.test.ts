/** A client that a generator makes of the OpenAPI document compiles, and gets from the house what its types promise. */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { type House, openHouse } from '../helpers/house.js';

const root = path.resolve(import.meta.dirname, '../..');
const inRoot = (...names: string[]) => path.join(root, ...names);
const run = promisify(execFile);

let house: House;
let server: Server;
let folder: string;
let document: string;

beforeAll(async () => {
  house = await openHouse();
  server = createServer(house.app).listen(0, '127.0.0.1');
  // where packages are found, and git and the linter are not looking
  const cache = inRoot('node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(path.join(cache, 'forthright-client-'));
  document = (await house.stranger.get('/api/openapi.json').expect(200)).text;
  writeFileSync(path.join(folder, 'api.json'), document);
});
afterAll(async () => {
  server.close();
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

/** With nothing of the tests’ own environment. */
const environment = { PATH: process.env.PATH, NODE_ENV: 'production' } as const;
const node = (args: string[]) => run(process.execPath, args, { cwd: folder, env: environment });

async function generate(): Promise<void> {
  const lent = pathToFileURL(inRoot('tests/helpers/lendTypescript.mjs')).href;
  await node([
    '--import',
    lent,
    inRoot('node_modules/openapi-typescript/bin/cli.js'),
    'api.json',
    '-o',
    'api.d.ts',
  ]);
}

async function compile(): Promise<void> {
  copyFileSync(inRoot('tests/fixtures/generated-client/program.ts'), path.join(folder, 'program.ts'));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  const options = ['--strict', '--noUncheckedIndexedAccess', '--target', 'es2023', '--module', 'nodenext'];
  const libraries = [
    '--lib',
    'es2023,dom,dom.iterable',
    '--types',
    'node',
    '--skipLibCheck',
    'false',
    '--ignoreConfig',
  ];
  await node([inRoot('node_modules/typescript/bin/tsc'), ...options, ...libraries, 'program.ts']);
}

interface Printed {
  pages: { title: string; text: number; html: string; disclaimers: string[]; revision: number }[];
  list: { href: string; title: string }[];
  answers: unknown;
  refusals: unknown;
}

describe('the OpenAPI document', () => {
  it('has nothing that Redocly finds fault with', async () => {
    const rules = {
      // what nobody decided is not said
      'info-license': 'off',
      // /healthz refuses nobody
      'operation-4xx-response': 'off',
    } as const;
    const config = await createConfig({ extends: ['recommended'], rules });
    const problems = await lintFromString({ source: document, absoluteRef: 'api.json', config });
    expect(problems.map(({ message, ruleId }) => `${ruleId}: ${message}`).slice(0, 10)).toEqual([]);
  });

  it('makes a typed client that reads every page of a site, lists, asks and is refused', async () => {
    await generate();
    await compile();
    const { port } = server.address() as AddressInfo;
    const { stdout } = await node(['program.js', `http://127.0.0.1:${port}`]);
    const { answers, list, pages, refusals }: Printed = JSON.parse(stdout);
    const { body: manifest } = await house.stranger
      .get('/api/sites/brightpath/manifest?locale=en')
      .expect(200);
    expect(pages.map(({ title }) => title)).toEqual(
      manifest.pages.map(({ title }: { title: string }) => title),
    );
    for (const page of pages) {
      expect(page).toMatchObject({ html: '<', revision: 64 });
      expect(page.text).toBeGreaterThan(100);
    }
    expect(pages.some(({ disclaimers }) => disclaimers.includes('besideClaim'))).toBe(true);
    expect(list).toHaveLength(2);
    expect(list[0]?.href).toMatch(/^\/api\/pages\/harbor-therapy\//);
    expect(answers).toEqual({ available: 'yes', graphql: { site: { name: 'Brightpath' } } });
    expect(refusals).toEqual([
      [400, 'invalid_parameter'],
      [404, 'not_found'],
      [401, 'unauthenticated'],
    ]);
  });
});
