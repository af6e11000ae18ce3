/** Builds the template database once per run: in a temporary folder, or in the MongoDB that TEST_MONGODB_URI names. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mongoTemplateUrl } from './testDatabase.mjs';

export default function globalSetup() {
  const folder = mkdtempSync(path.join(tmpdir(), 'forthright-tests-'));
  process.env.TEST_TEMPLATE_DIR = folder;
  const env = {
    ...process.env,
    ...{
      DATA_DIR: folder,
      MEDIA_DIR: path.join(folder, 'media'),
      LOG_LEVEL: 'warn',
      NODE_OPTIONS: '--no-warnings',
    },
    ...(process.env.TEST_MONGODB_URI ? { DATABASE_URL: mongoTemplateUrl(process.env.TEST_MONGODB_URI) } : {}),
  };
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'tests/helpers/makeTemplate.ts'], {
    env,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The template database could not be made.');
}
