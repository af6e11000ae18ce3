import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readSettings, SettingsError } from '../../src/config.js';
import { prepareDataDir } from '../../src/dataDir.js';

function problemsOf(env: Record<string, string>): string[] {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

const freshFolder = () => mkdtempSync(path.join(tmpdir(), 'forthright-config-'));

describe('starting without any setting', () => {
  it('serves this machine only, with demo content and an embedded database', () => {
    const settings = readSettings({ DATA_DIR: '/nowhere/var' });
    expect(settings).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      loopback: true,
      demoContent: true,
      adminUi: true,
    });
    expect(settings.database).toEqual({
      kind: 'sqlite',
      url: 'file:/nowhere/var/forthright.db',
      file: '/nowhere/var/forthright.db',
    });
    expect(settings.origins).toEqual(['http://127.0.0.1:3000', 'http://localhost:3000']);
  });

  it('makes a secret once, for its owner alone, and keeps it', () => {
    const env = { DATA_DIR: freshFolder(), MEDIA_DIR: freshFolder() };
    expect(readSettings(env).secret).toBe('');
    const first = prepareDataDir(readSettings(env));
    expect(first.secret.length).toBeGreaterThanOrEqual(32);
    expect(statSync(first.secretFile).mode & 0o777).toBe(0o600);
    expect(prepareDataDir(readSettings(env)).secret).toBe(first.secret);
    expect(readSettings(env).secret).toBe(first.secret);
  });

  it('treats an empty variable as an absent one', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ', SMTP_URL: '' }).port).toBe(3000);
  });
});

describe('starting on an address that others reach', () => {
  const open = {
    HOST: '0.0.0.0',
    PAYLOAD_SECRET: 'a'.repeat(32),
    SERVER_URL: 'https://content.example.org/',
  };

  it('asks for a secret and a server address', () => {
    const problems = problemsOf({ HOST: '0.0.0.0' });
    expect(problems).toHaveLength(2);
    expect(problems.join()).toMatch(/PAYLOAD_SECRET.*SERVER_URL/s);
  });

  it('leaves demo content out unless asked for', () => {
    expect(readSettings(open).demoContent).toBe(false);
    expect(readSettings({ ...open, DEMO_CONTENT: 'true' }).demoContent).toBe(true);
  });

  it('accepts the sign-in cookie from its own origin only', () => {
    expect(readSettings(open).origins).toEqual(['https://content.example.org']);
  });
});

describe('wrong settings', () => {
  it('are listed all at once, in words, without their values', () => {
    const problems = problemsOf({
      PORT: 'eighty',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgres://me:hunter2@db',
      LOG_LEVEL: 'chatty',
      DEMO_CONTENT: 'perhaps',
      ADMIN_PASSWORD: 'hunter2',
      S3_ENDPOINT: 'https://s3.example.org',
    });
    for (const name of [
      'PORT',
      'DATABASE_URL',
      'LOG_LEVEL',
      'DEMO_CONTENT',
      'ADMIN_PASSWORD',
      'S3_BUCKET',
      'SERVER_URL',
    ]) {
      expect(problems.filter((problem) => problem.startsWith(`${name} `))).toHaveLength(1);
    }
    expect(problems.join()).not.toContain('hunter2');
  });

  it.each([
    ['SERVER_URL', 'https://example.org/cms'],
    ['SERVER_URL', 'ftp://example.org'],
    ['PORT', '70000'],
    ['PAYLOAD_SECRET', 'short'],
    ['TRUST_PROXY', 'everyone'],
    ['TRUST_PROXY', '10.0.0.0/99'],
    ['S3_ACCESS_KEY_ID', 'alone'],
    ['REDIS_URL', 'localhost'],
  ])('%s=%s is refused', (name, value) => {
    expect(problemsOf({ [name]: value })).toHaveLength(1);
  });

  it('a data folder that cannot be made is named', () => {
    const file = path.join(freshFolder(), 'a-file');
    writeFileSync(file, '');
    const env = { DATA_DIR: path.join(file, 'var'), MEDIA_DIR: freshFolder() };
    expect(() => prepareDataDir(readSettings(env))).toThrow(/DATA_DIR.*cannot be written/);
    expect(readFileSync(file, 'utf8')).toBe('');
  });
});

describe('other settings', () => {
  it.each([
    ['false', false],
    ['2', 2],
    ['loopback, 10.0.0.0/8', ['loopback', '10.0.0.0/8']],
  ])('TRUST_PROXY=%s is understood', (text, expected) => {
    expect(readSettings({ TRUST_PROXY: text }).trustProxy).toEqual(expected);
  });

  it('a MongoDB address is passed on as it is', () => {
    const url = 'mongodb://db1,db2/forthright?replicaSet=rs0';
    expect(readSettings({ DATABASE_URL: url }).database).toEqual({ kind: 'mongodb', url });
  });
});
