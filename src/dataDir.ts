// Makes what a server needs on disk before payload.config is imported: its folders and, on a loopback address, its secret.
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Settings, SettingsError } from './config.js';

/** The settings with a secret in any case. Throws a SettingsError when a folder cannot be made or written. */
export function prepareDataDir(settings: Settings): Settings {
  makeWritable('DATA_DIR', settings.dataDir, 0o700);
  makeWritable('MEDIA_DIR', settings.mediaDir, 0o755);
  return settings.secret ? settings : { ...settings, secret: keepSecret(settings.secretFile) };
}

function makeWritable(name: string, folder: string, mode: number): void {
  try {
    makeFolder(folder, mode);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SettingsError([
      `${name}: the folder ${folder} cannot be written (${code}). Make it writable or set ${name}.`,
    ]);
  }
}

/** Not mkdir's own `recursive`: on Node 20 it never returns where folders cannot be made, as in /proc. */
function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder), 0o755);
  mkdirSync(folder, { mode });
}

/** Another process may be making it at this very moment: whoever was first is right. */
function keepSecret(file: string): string {
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
