/** docs/api: every command of every page, run as it stands there against a server as `npm start` makes it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type StartedServer, startServer } from '../helpers/startedServer.js';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'docs/api');
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
const documentedOrigin = /http:\/\/localhost:3000/g;
const account = { ADMIN_EMAIL: 'docs@example.org', ADMIN_PASSWORD: 'a long enough password' };

interface Fence {
  language: string;
  code: string;
}

const textOf = (name: string) => readFileSync(path.join(folder, name), 'utf8');

const fencesOf = (name: string): Fence[] =>
  [...textOf(name).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({
    language,
    code,
  }));

/** Each command, with what the page says that it prints. */
function commandsOf(name: string): { code: string; shown?: Fence }[] {
  const fences = fencesOf(name);
  return fences.flatMap(({ code, language }, index) => {
    const next = fences[index + 1];
    const shown = next && ['json', 'text'].includes(next.language) ? next : undefined;
    return language === 'bash' ? [{ code, shown }] : [];
  });
}

let server: StartedServer;
beforeAll(async () => {
  server = await startServer(account);
}, 240_000);
afterAll(async () => {
  await server?.stop();
});

const here = (code: string) => code.replace(documentedOrigin, server.url);
const mark = '=====';

/** The commands of a page in one shell, one after another: what one sets, the next may use. */
function outputsOf(name: string): string[] {
  const script = commandsOf(name)
    .map(({ code }) => `${here(code)}echo; echo ${mark}\n`)
    .join('');
  const output = execFileSync('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: mkdtempSync(path.join(tmpdir(), 'forthright-docs-')),
    env: { ...process.env, ...account },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return output.split(`${mark}\n`).map((each) => each.trim());
}

describe('the pages of docs/api', () => {
  it.each(pages.filter((name) => commandsOf(name).length > 0))('%s shows what its commands print', (name) => {
    const outputs = outputsOf(name);
    commandsOf(name).forEach(({ code, shown }, index) => {
      if (shown?.language === 'text')
        expect({ code, output: outputs[index] }).toEqual({ code, output: shown.code.trim() });
      // pages show the part of an answer that matters
      if (shown?.language === 'json')
        expect(JSON.parse(outputs[index] ?? '')).toMatchObject(JSON.parse(shown.code));
    });
  });

  it('has examples in TypeScript that work', () => {
    const examples = pages.flatMap((name) => fencesOf(name).filter(({ language }) => language === 'ts'));
    expect(examples.length).toBeGreaterThan(1);
    const outputs = examples.map(({ code }) => {
      const file = path.join(mkdtempSync(path.join(root, 'node_modules', '.docs-')), 'example.mts');
      writeFileSync(file, here(code));
      return execFileSync(process.execPath, ['--import', 'tsx', file], { cwd: root, encoding: 'utf8' });
    });
    expect(outputs.join('')).toContain('PTSD');
    expect(outputs.join('')).toContain('true');
  });

  it.each(pages)('%s is short, and links to what exists', (name) => {
    expect(textOf(name).split('\n').length).toBeLessThanOrEqual(80);
    for (const [, link = ''] of textOf(name).matchAll(/\]\((?!https?:)([^)#]+)\)/g))
      expect(() => readdirSync(path.dirname(path.join(folder, link)))).not.toThrow();
  });
});
