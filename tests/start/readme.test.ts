import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type StartedServer, startServer } from '../helpers/startedServer.js';

const root = path.resolve(import.meta.dirname, '../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const documentedOrigin = 'http://localhost:3000';

/** Fenced code of a language, and the fence that follows it, if the two stand together. */
function fences(language: string): { code: string; answer?: string }[] {
  const pattern = new RegExp(
    `\`\`\`${language}\\n([\\s\\S]*?)\`\`\`(?:\\n\\n\`\`\`json\\n([\\s\\S]*?)\`\`\`)?`,
    'g',
  );
  return [...readme.matchAll(pattern)].map(([, code = '', answer]) => ({ code, answer }));
}

let server: StartedServer;
beforeAll(async () => {
  server = await startServer({});
}, 180_000);
afterAll(async () => {
  await server?.stop();
});

const shell = (code: string) =>
  execFileSync('sh', ['-c', code.replaceAll(documentedOrigin, server.url)], { cwd: root, encoding: 'utf8' });

describe('the README', () => {
  const commands = fences('bash');
  const questions = commands.filter(({ code }) => code.startsWith('curl'));

  it('names commands of npm that exist', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const npm = commands.filter(({ code }) => code.startsWith('npm')).map(({ code }) => code.trim());
    expect(npm).toEqual(['npm start', 'npm test']);
    expect(scripts).toMatchObject({
      start: 'node --max-semi-space-size=8 src/cli/start.mjs',
      test: 'node src/cli/test.mjs',
    });
  });

  it.each(questions)('shows the real answer of $code', ({ answer, code }) => {
    expect(answer).toBeDefined();
    expect(JSON.parse(shell(code))).toEqual(JSON.parse(answer as string));
  });

  it('has an SDK example that works', () => {
    const [{ code } = { code: '' }] = fences('ts');
    const folder = mkdtempSync(path.join(root, 'node_modules', '.readme-'));
    const file = path.join(folder, 'example.mts');
    writeFileSync(file, code.replaceAll(documentedOrigin, server.url));
    const output = execFileSync(process.execPath, ['--import', 'tsx', file], { cwd: root, encoding: 'utf8' });
    expect(output).toContain('PTSD');
  });

  it('links to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(() => readFileSync(path.join(root, link))).not.toThrow('ENOENT');
  });

  it('is at most a screen and a half', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(100);
  });
});
